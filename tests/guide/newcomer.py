"""What a newcomer does with the files of the guide: fills in the form and the workbook by their titles, as people do.

The case is the guide's fictional one, 余り布. The pictures of the guide show the same files.
"""

import io
from collections.abc import Mapping, Sequence
from typing import Any

import openpyxl

Row = Mapping[str, str]

CASE_ID = "2020-amari-nuno"
SUMMARY = (
    "架空市の織物振興センターは、工場に残る余り布を集めて見本帳にまとめ、小さな縫製の店や学校に届けています。"
    "専任の担当者が工場を回って布の来歴を聞き取り、使い手の求めに合う布を探して引き合わせます。"
    "4年間で120件の取引が生まれ、余り布の半分が製品になりました。"
)
APPLICATION: Mapping[str, str] = {
    "題名": "織物の町が余り布を売る",
    "取組の正式名称": "余り布バンク",
    "種類": "取組",
    "回（年）": "2020",
    "受賞者名": "架空市織物振興センター",
    "立場": "市・圏域の産業支援機関",
    "都道府県": "13 東京都",
    "市区町村": "架空市",
    "開始年": "2016",
    "いまの状態": "続いている",
    "課題の種類1": "販路とブランド",
    "テーマ1": "ものづくり",
    "手法1": "コーディネーターの伴走",
    "業種1": "生活用品・工芸",
    "要約": SUMMARY,
}
"""Title of a line on 事例 → what the applicant writes."""
ROWS: Mapping[str, Sequence[Row]] = {
    "記述": [
        {
            "見出し": "課題",
            "文": "織物の町では、工場ごとに少しずつ残る余り布が、買い手のないまま捨てられていました。",
            "出典キー": "s1",
        },
        {
            "見出し": "しくみ",
            "文": "担当者が週に一度工場を回り、布の来歴を聞き取って見本帳に加えます。",
            "出典キー": "s1",
        },
    ],
    "数字": [{"何の数か": "取引", "値": "120", "単位": "件", "時点": "2016/2020", "出典キー": "s1"}],
    "出典": [
        {
            "出典キー": "s1",
            "題名": "余り布バンクの四年間",
            "発行元": "架空市織物振興センター",
            "閲覧日": "2026-01-15",
            "等級": "一次",
        }
    ],
}
"""Sheet → title of a column → what the applicant writes; the rows of 見出し and 出典キー stand in the form already."""
BY_THE_OFFICE: Mapping[str, str] = {"状態": "公開", "受賞の根拠（出典キー）": "s1"}
"""What the secretariat adds in the workbook once it has read the draft beside its source."""


def filled_form(form: bytes, answers: Mapping[str, str] = APPLICATION, case_id: str = CASE_ID) -> bytes:
    """Return the application form with the answers beside their titles and `ROWS` on the other sheets."""
    book = openpyxl.load_workbook(io.BytesIO(form))
    lines = {row[1].value: row[2] for row in book["事例"].iter_rows(max_col=3)}
    for title, value in {"事例のid": case_id, **answers}.items():
        lines[title].value = value
    for sheet, rows in ROWS.items():
        for row in rows:
            _write(book[sheet], row)
    return _saved(book)


def completed_workbook(workbook: bytes, case_id: str = CASE_ID, values: Mapping[str, str] = BY_THE_OFFICE) -> bytes:
    """Return the editors' workbook with `values` in the line of the case on 事例."""
    book = openpyxl.load_workbook(io.BytesIO(workbook))
    sheet = book["事例"]
    titles = {cell.value: cell.column for cell in sheet[2]}
    line = next(row for row in range(3, sheet.max_row + 2) if sheet.cell(row, 1).value in (case_id, None))
    for title, value in {"事例のid": case_id, **values}.items():
        sheet.cell(line, titles[title], value)
    return _saved(book)


def _write(sheet: Any, row: Row) -> None:
    """Write into the line that begins with the row's first value, or else into the first empty one."""
    titles = {cell.value: cell.column for cell in sheet[2]}
    first = next(iter(row))
    starts = {sheet.cell(line, titles[first]).value: line for line in range(sheet.max_row + 1, 2, -1)}
    line = starts.get(row[first]) or starts[None]
    for title, value in row.items():
        sheet.cell(line, titles[title], value)


def _saved(book: Any) -> bytes:
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()
