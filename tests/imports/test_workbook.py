"""A workbook with mistakes, new cases, drafts and deletions, and the application form."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from homare.records.disk import write_files
from homare.records.reader import read_document
from tests.imports.workbooks import (
    COMPLETE,
    FILES,
    accepted,
    changed,
    changes,
    csv_of,
    form,
    plan_of,
    refused,
    workbook,
)

NEW_CASE = {"事例": {"A5": "2020-new-case", "C5": "新しい事例の題名の見本"}}


def test_each_problem_names_its_cell_and_all_come_in_one_run() -> None:
    content = changed(
        workbook(),
        {
            "事例": {"C3": "短い", "F4": "平成32年", "K3": "01", "N3": "東京\u200b"},
            "記述": {"D3": "まえがき", "F4": "reprot", "F5": None},
            "経緯": {"D3": "平成28年", "C4": "さくじょ", "B4": "一番"},
            "数字": {"E3": "一二〇"},
            "学びと条件": {"F3": "しくみ、資金ぐり"},
            "出典": {"D4": "report", "A3": "2020-compleet"},
        },
    )
    assert set(refused(content)) >= {
        "事例!C3 text-too-short",
        "事例!F4 not-a-choice",
        "事例!N3 hidden-character",
        "記述!D3 not-a-choice",
        "記述!F4 unknown-source",
        "記述!F5 missing-source",
        "経緯!D3 wrong-date",
        "経緯!C4 not-a-choice",
        "経緯!B4 wrong-value",
        "数字!E3 wrong-value",
        "学びと条件!F3 not-a-choice",
        "出典!A3 unknown-case",
    }


def test_a_source_key_twice_in_a_case_is_refused() -> None:
    assert "出典!D4 duplicate-key" in refused(changed(workbook(), {"出典": {"D4": "report"}}))


def test_a_row_without_its_section_is_refused() -> None:
    assert "記述!D3 missing-field" in refused(changed(workbook(), {"記述": {"D3": None}}))


def test_messages_show_the_value_and_what_to_do_in_a_workbook() -> None:
    _, problems = plan_of(changed(workbook(), {"経緯": {"D3": "平成28年"}, "記述": {"F5": None}}))
    found = {problem.cell: (problem.message.ja, problem.hint.ja) for problem in problems}
    assert found["経緯!D3"] == ("時点（date）「平成28年」は日付として読めません。", "「2016」と書いてください。")
    assert found["記述!F5"][1].startswith("この内容を示す出典のキー（「出典」シート）")


@pytest.mark.parametrize(("typed", "meant"), [("ｒｅｐｏｒｔ", "report"), ("Report、ｄａｔａ", "report、data")])
def test_a_key_in_wide_or_large_letters_is_told_as_it_should_be(typed: str, meant: str) -> None:
    _, problems = plan_of(changed(workbook(), {"記述": {"F4": typed}}))
    hints = {problem.cell: problem.hint.ja for problem in problems}
    assert hints["記述!F4"] == f"半角の小文字で「{meant}」と書いてください。"


def test_rows_put_in_between_stand_where_they_were_put() -> None:
    def act(book: Any) -> None:
        book["経緯"].insert_rows(4)
        for cell, value in {"A4": "2020-complete", "D4": "2017-01", "E4": "間に入れたできごと", "F4": "report"}.items():
            book["経緯"][cell] = value

    plan = accepted(changed(workbook(), {}, act))
    after = plan.files["2020/complete.yaml"] or b""
    new = "  - date: 2017-01\n    text: 間に入れたできごと\n    sources: [report]\n".encode()
    assert after == FILES["2020/complete.yaml"].replace(b"  - date: 2017-04", new + b"  - date: 2017-04")


def test_sorted_rows_keep_their_order_and_a_new_number_changes_it() -> None:
    rows = {"3": ("2017-04/2018年度", "2", "2"), "4": ("2016年度", "1", "1")}
    swapped: dict[str, Any] = {}
    for row, (day, order, mark) in rows.items():
        text = "見本帳の試作" if mark == "2" else "余り布の調査を開始"
        swapped |= {f"D{row}": day, f"B{row}": order, f"E{row}": text, f"H{row}": mark}
    assert accepted(changed(workbook(), {"経緯": swapped})).files == {}
    plan = accepted(changed(workbook(), {"経緯": {"B3": "2.5"}}))
    assert changes(plan) == [("経緯!B4", "いまの並び", "ブックの並び")]


def test_a_new_case_is_a_draft_recorded_today() -> None:
    plan = accepted(changed(workbook(), NEW_CASE))
    assert (plan.files["2020/new-case.yaml"] or b"").decode() == (
        "# yaml-language-server: $schema=../schema.json\n"
        "title: 新しい事例の題名の見本\naward:\n  edition: 2020\nstatus: draft\nrecorded: 2026-11-24\n"
    )


def _copy_of_row_3(book: Any) -> None:
    for sheet in book.worksheets[1:-1]:
        for cells in [*sheet.iter_rows(min_row=3, values_only=True)]:
            if cells[0] == "2020-complete":
                sheet.append(["2020-copied-case", *cells[1:]])


def test_a_row_that_was_copied_begins_a_new_case() -> None:
    """The hidden version travels along: it says of which case, and that this one stands in the file as well."""

    def begin(book: Any) -> None:
        _copy_of_row_3(book)
        row = book["事例"].max_row
        book["事例"].cell(row, 2).value = "下書き"
        book["事例"].cell(row, 9).value = "写しの会"

    plan = accepted(changed(workbook(), {}, begin))
    assert [*plan.files] == ["2020/copied-case.yaml"]
    assert "2020-copied-caseは、2020-completeの行を写した新しい事例とみなします。" in plan.notes
    assert "name: 写しの会".encode() in (plan.files["2020/copied-case.yaml"] or b"")
    assert {problem.split()[-1] for problem in refused(changed(workbook(), {}, _copy_of_row_3))} == {"duplicate-case"}


def test_a_case_whose_id_was_changed_is_no_copy() -> None:
    only = csv_of().decode().replace("2020-complete", "2020-renamed").encode()
    _, [problem] = plan_of(only, kind="csv")
    assert problem.rule == "stale-record"
    assert "「版」（右端の隠れた列）を空に" in problem.hint.ja


def test_a_new_case_that_shall_be_published_must_be_whole() -> None:
    content = changed(workbook(), {"事例": {**NEW_CASE["事例"], "B5": "公開"}})
    assert {"事例!E5 missing-field", "事例!AF5 missing-field", "事例!I5 missing-field"} <= set(refused(content))


def test_a_draft_keeps_what_is_known_of_its_programme_and_comes_back_as_it_was() -> None:
    drafted = accepted(changed(workbook(), {"事例": {"B3": "下書き"}}))
    text = (drafted.files["2020/complete.yaml"] or b"").decode()
    assert text == COMPLETE.replace("status:\n", 'status:\n  draft: "true"\n') or text == COMPLETE.replace(
        "status:\n", "status:\n  draft: true\n"
    )
    files = {**FILES, "2020/complete.yaml": text.encode()}
    assert accepted(workbook(files), files).files == {}
    assert accepted(changed(workbook(files), {"事例": {"B3": "公開"}}), files).files == {
        "2020/complete.yaml": COMPLETE.encode()
    }


def test_a_short_draft_mark_stays_short() -> None:
    files = {**FILES, "2020/note.yaml": "title: まだ書きかけの題名\nstatus: draft\n".encode()}
    assert accepted(workbook(files), files).files == {}
    plan = accepted(changed(workbook(files), {"事例": {"C4": "書きかけの題名を直した"}}), files)
    assert plan.files == {"2020/note.yaml": "title: 書きかけの題名を直した\nstatus: draft\n".encode()}


@pytest.mark.parametrize(
    ("act", "problem"),
    [
        (lambda book: book.copy_worksheet(book["記述"]), "記述 Copy!A1 sheet-twice"),
        (lambda book: book["事例"].__setitem__("AL1", "cases:title"), "事例!AL1 column-twice"),
        (lambda book: book.remove(book["事例"]), "book.xlsx no-known-sheet"),
        (lambda book: book["事例"].__setitem__("A5", "2020-complete"), "事例!A5 duplicate-case"),
        (lambda book: book["事例"].__setitem__("A5", "../../etc"), "事例!A5 bad-name"),
        (lambda book: book["事例"].__setitem__("A5", "2020-con"), "事例!A5 bad-name"),
        (lambda book: book["事例"].__setitem__("AJ3", None), "事例!A3 id-in-use"),
        (lambda book: book["事例"].__setitem__("B3", "公表"), "事例!B3 not-a-choice"),
    ],
)
def test_what_no_workbook_should_hold(act: Callable[[Any], None], problem: str) -> None:
    assert problem in refused(changed(workbook(), {"事例": {"C3": "別の題名にした見本です"}}, act))


@pytest.mark.parametrize("content", [b"", b"PK\x03\x04", b"\xd0\xcf\x11\xe0", b"a,b\n", b"\x00" * 100])
def test_what_is_no_workbook(content: bytes) -> None:
    assert refused(content) == ["book.xlsx not-a-workbook"]


def test_the_open_datas_workbook_says_which_workbook_to_take() -> None:
    content = changed(workbook(), {}, lambda book: [book.remove(sheet) for sheet in book.worksheets[1:]])
    assert refused(content) == ["book.xlsx no-known-sheet"]


def test_a_columns_of_ones_own_is_passed_over_and_told() -> None:
    content = changed(workbook(), {"事例": {"AM2": "担当", "AM3": "山田", "C3": "別の題名にした見本です"}})
    assert "事例のAM列「担当」は、記録の項目ではないので取り込みません。" in accepted(content).notes


def test_a_record_that_cannot_be_edited_in_place_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    from homare.imports import plan  # noqa: PLC0415
    from homare.records.yaml_edit import CannotEditError  # noqa: PLC0415

    def refuse(*_: object) -> str:
        raise CannotEditError

    monkeypatch.setattr(plan, "edited", refuse)
    assert refused(changed(workbook(), {"事例": {"C3": "別の題名にした見本です"}})) == [
        "cases/2020/complete.yaml cannot-edit"
    ]


def test_a_filled_in_form_becomes_a_draft() -> None:
    filled = changed(
        form(),
        {
            "事例": {"C1": "2020-applied", "C2": "応募された取組の題名", "C7": "架空の会", "C10": "02 青森県"},
            "記述": {"B3": "困っていたことを書いた文の見本です。", "C3": "s1", "B4": "しくみを書いた文の見本です。"},
            "出典": {"B3": "年次報告書", "C3": "架空の会"},
            "連携先": {"A3": "架空の組合"},
        },
    )
    plan = accepted(filled)
    document, problems = read_document("", plan.files["2020/applied.yaml"] or b"")
    assert document is not None
    assert problems == []
    assert document.data == {
        "title": "応募された取組の題名",
        "award": {"edition": "2020"},
        "recipient": {"name": "架空の会", "prefecture": "02"},
        "partners": ["架空の組合"],
        "status": "draft",
        "statements": {
            "challenge": [{"text": "困っていたことを書いた文の見本です。", "sources": ["s1"]}],
            "approach": [{"text": "しくみを書いた文の見本です。"}],
        },
        "sources": {"s1": {"title": "年次報告書", "publisher": "架空の会"}},
        "recorded": "2026-11-24",
    }
    after = {**FILES, "2020/applied.yaml": plan.files["2020/applied.yaml"] or b""}
    assert refused(changed(filled, {"事例": {"C2": "同じ様式をもう一度"}}), after) == ["事例!C1 id-in-use"]


def test_files_are_written_all_or_none(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    known = {"a.yaml": b"old a", "c.yaml": b"old c"}
    for path, content in known.items():
        (tmp_path / path).write_bytes(content)
    replace = Path.replace

    def refuse_b(self: Path, target: Path) -> Path:
        if target.name == "b.yaml":
            raise PermissionError(13, "open elsewhere", str(target))
        return replace(self, target)

    monkeypatch.setattr(Path, "replace", refuse_b)
    with pytest.raises(PermissionError):
        write_files(tmp_path, {"a.yaml": b"new a", "c.yaml": None, "b.yaml": b"new b"}, known)
    assert {path.name: path.read_bytes() for path in tmp_path.iterdir()} == known
    monkeypatch.undo()
    write_files(tmp_path, {"a.yaml": b"new a", "c.yaml": None, "d/b.yaml": b"new b"}, known)
    assert (tmp_path / "a.yaml").read_bytes() == b"new a"
    assert sorted(path.name for path in tmp_path.rglob("*.yaml")) == ["a.yaml", "b.yaml"]
