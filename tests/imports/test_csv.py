"""CSV: the same rules as for a workbook, in UTF-8 with or without its mark and in what Japanese Excel writes."""

import csv
import io
import re

import pytest

from homare.exports.case_table import CASES
from homare.exports.csv_files import excel_csv, plain_csv
from homare.exports.dataset import Dataset
from homare.imports import gather
from homare.imports.plan import Library, make_plan
from homare.imports.values import brief_pair
from homare.model.editing import rows
from homare.model.library import build_library
from homare.model.site_words import DEFAULT_SITE
from homare.records.disk import Folder, read_beside, read_folder
from tests.exports.read_back import whole
from tests.imports.workbooks import COMPLETE, FILES, TODAY, accepted, changes, csv_of, plan_of, refused
from tests.libraries import ROOT

OLD, NEW = "織物の町が余り布の売り先を一緒につくる", "余り布の売り先を町でつくる"


def open_data(files: dict[str, bytes] | None = None) -> Dataset:
    catalogue, _ = build_library("cases", files or FILES)
    assert catalogue is not None
    return Dataset(catalogue, DEFAULT_SITE)


@pytest.mark.parametrize(
    "encode", [lambda text: text.encode(), lambda text: text.encode("utf-8-sig"), lambda text: text.encode("cp932")]
)
@pytest.mark.parametrize("line_end", ["\n", "\r\n", "\r"])
def test_every_encoding_and_line_end_that_excel_writes(encode, line_end: str) -> None:  # type: ignore[no-untyped-def]
    text = csv_of().decode("utf-8-sig").replace("\r\n", line_end)
    assert accepted(encode(text), kind="csv").files == {}
    assert changes(accepted(encode(text.replace(OLD, NEW)), kind="csv")) == [("C2", OLD, NEW)]


@pytest.mark.parametrize("make", [plain_csv, excel_csv])
def test_the_open_data_can_be_changed_and_taken_in(make) -> None:  # type: ignore[no-untyped-def]
    content = whole(make(CASES), open_data())
    assert accepted(content, kind="csv").files == {}
    plan = accepted(content.decode("utf-8-sig").replace(OLD, NEW).encode(), kind="csv")
    assert changes(plan) == [("C2", OLD, NEW)]
    assert any("版" in note for note in plan.notes)
    assert any("prize_label" in note for note in plan.notes)


def test_a_word_beside_a_key_is_not_what_changes_the_key() -> None:
    content = whole(plain_csv(CASES), open_data()).decode().replace("経済産業大臣賞", "文部科学大臣賞", 1)
    assert refused(content.encode(), kind="csv") == ["H2 word-without-key"]


RARE = "𠮷野〜架空—café"
"""What Windows makes of it in Shift_JIS: ?野～架空―cafe."""
WITH_RARE = {**FILES, "2020/complete.yaml": COMPLETE.replace(OLD, f"{RARE}の余り布をみんなで売る").encode()}


def in_shift_jis(text: str) -> bytes:
    return text.replace("—", "―").replace("é", "e").encode("cp932", "replace")


def test_a_cell_that_shift_jis_alone_has_changed_was_not_touched() -> None:
    text = csv_of(WITH_RARE).decode("utf-8-sig")
    assert accepted(text.encode("cp932", "replace"), WITH_RARE, "csv").files == {}
    assert accepted(in_shift_jis(text), WITH_RARE, "csv").files == {}
    assert accepted(in_shift_jis(text.replace("𠮷", "??")), WITH_RARE, "csv").files == {}
    plan = accepted(in_shift_jis(text.replace("余り布バンク", "余り布の銀行")), WITH_RARE, "csv")
    assert changes(plan) == [("D2", "余り布バンク", "余り布の銀行")]
    assert RARE.encode() in (plan.files["2020/complete.yaml"] or b"")


def test_in_a_cell_that_was_changed_what_shift_jis_made_of_a_character_is_put_back() -> None:
    files = {**FILES, "2020/complete.yaml": COMPLETE.replace(OLD, "架空〜見本の余り布をみんなで売る").encode()}
    text = csv_of(files).decode("utf-8-sig").replace("みんなで", "町で")
    plan = accepted(text.encode("cp932", "replace"), files, "csv")
    assert changes(plan) == [("C2", "架空〜見本の余り布をみんなで売る", "架空〜見本の余り布を町で売る")]


def test_a_question_mark_that_shift_jis_may_have_written_is_refused_wherever_it_is_new() -> None:
    text = csv_of(WITH_RARE).decode("utf-8-sig")
    assert refused(in_shift_jis(text.replace("みんなで", "町で")), WITH_RARE, "csv") == ["C2 lost-character"]
    new_case = "id,title\n2020-new-case,𠮷野の余り布をみんなで売る\n".encode("cp932", "replace")
    assert refused(new_case, kind="csv") == ["B2 lost-character"]
    assert accepted("id,title\n2020-complete,余り布は?みんなで売る\n".encode(), kind="csv").files


def test_the_version_of_a_row_guards_its_record() -> None:
    mine = csv_of().decode().replace(OLD, NEW).encode()
    theirs = {**FILES, "2020/complete.yaml": COMPLETE.replace(OLD, "べつの人が直した題名").encode()}
    assert refused(mine, theirs, "csv") == ["C2 stale-record"]


def test_an_empty_cell_takes_the_value_away_and_an_absent_column_does_not() -> None:
    plan = accepted(b"id,programme\n2020-complete,\n", kind="csv")
    assert changes(plan) == [("B2", "余り布バンク", "")]
    plan = accepted("id,title\n2020-complete,余り布の売り先を町でつくる\n".encode(), kind="csv")
    assert changes(plan) == [("B2", OLD, NEW)]


@pytest.mark.parametrize(
    ("content", "problems"),
    [
        (b"", ["A1 unknown-column"]),
        (b"\xff\xff\x00", ["A1 csv-encoding"]),
        (b"id,title\n2020-complete,a\0b\n", ["A1 csv-encoding"]),
        (b"id,titel\n2020-complete,x\n", ["B1 unknown-column"]),
        ("id,title,題名\n2020-complete,x,y\n".encode(), ["C1 column-twice"]),
        (b"title\nx\n", ["A1 unknown-column"]),
        ("id,title\n2020-complete,見本の題名です,余り\n".encode(), ["C2 csv-form"]),
        (b"id,title,kind\n2020-complete\n", ["B2 csv-form"]),
        ('id,title\n2020-complete,"開いたまま\n'.encode(), ["A2 csv-form"]),
        (b"id\ttitle\n2020-complete\tx\n", ["A1 csv-form"]),
        (b"id;title\n2020-complete;x\n", ["A1 csv-form"]),
        ("id,title\n,見本の題名です\n".encode(), ["A2 blank-id"]),
        ("id,title\n2020-nobody/..,見本の題名です\n".encode(), ["A2 bad-name"]),
        ("id,title\n2020-complete,短い\n".encode(), ["B2 text-too-short"]),
        ("id,題名,回（年）\n2020-complete,見本の題名です,2011\n".encode(), ["C2 not-a-choice"]),
        ("id,title\n2020-complete,見本\u200bの題名です\n".encode(), ["B2 hidden-character"]),
        ("id,title\n2020-complete,見本の題名です\n2020-complete,見本の題名です\n".encode(), ["A3 duplicate-case"]),
        (b"id,title\n" + b"".join(b"2020-c%d,x\n" % n for n in range(1001)), ["book.csv too-many-cases"]),
        (b"id\n" + b"x" * 6_000_000, ["A1 csv-form"]),
    ],
)
def test_what_is_wrong_is_told_at_its_cell(content: bytes, problems: list[str]) -> None:
    assert refused(content, kind="csv") == problems


def test_prefectures_and_terms_are_understood_by_their_words_and_told_when_they_are_not() -> None:
    plan = accepted("id,都道府県,テーマ1\n2020-complete,13 東京都,販路開拓・取引\n".encode(), kind="csv")
    assert plan.files == {}
    _, problems = plan_of("id,都道府県\n2020-complete,青森\n".encode(), kind="csv")
    assert [(problem.rule, problem.hint.ja) for problem in problems] == [
        ("not-a-choice", "「02 青森県」ではありませんか。▼から選ぶと確かです。")
    ]
    _, problems = plan_of("id,都道府県\n2020-complete,2\n".encode(), kind="csv")
    assert problems[0].hint.ja.startswith("「02 青森県」")


MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")


def test_a_title_that_was_changed_is_told_with_the_one_that_is_missing() -> None:
    _, [problem] = plan_of(csv_of().decode().replace(",題名,", ",タイトル,", 1).encode(), kind="csv")
    assert problem.rule == "unknown-column"
    assert "元の名前に戻してください（いま見つからないのは「題名」）" in problem.hint.ja


def saved_by_excel(content: bytes) -> bytes:
    """Return the CSV as Excel saves it after no more than opening it."""

    def shown(text: str) -> str:
        if day := re.fullmatch(r"(\d{4})-(\d\d)-(\d\d)", text):
            return f"{day[1]}/{int(day[2])}/{int(day[3])}"
        if month := re.fullmatch(r"\d\d(\d\d)-(\d\d)", text):
            return f"{MONTHS[int(month[2]) - 1]}-{month[1]}"
        return str(int(text)) if re.fullmatch(r"0\d+", text) else text

    out = io.StringIO()
    read = csv.reader(io.StringIO(content.decode("utf-8-sig"), newline=""))
    csv.writer(out).writerows([shown(value) for value in row] for row in read)
    return out.getvalue().encode("utf-8-sig")


def test_a_csv_that_excel_has_opened_and_saved_changes_nothing() -> None:
    cases = ROOT / "cases"
    real = Library(Folder("cases", read_folder(cases)), read_beside(cases, "sessions"))
    content = saved_by_excel(csv_of(real.folder.files))
    assert b"/11/23" in content
    for encoded in (content, content.decode("utf-8-sig").encode("cp932", "replace")):
        plan, problems = make_plan("table.csv", encoded, "csv", real, TODAY)
        assert (plan.files, problems) == ({}, [])


def test_the_open_data_that_excel_has_opened_and_saved_changes_nothing() -> None:
    files = {**FILES, "2020/complete.yaml": COMPLETE.replace('prefecture: "13"', 'prefecture: "02"').encode()}
    content = saved_by_excel(whole(excel_csv(CASES), open_data(files)))
    assert b",2," in content
    assert accepted(content, files, "csv").files == {}


def test_a_version_that_excel_takes_for_a_number_is_still_that_of_its_record(monkeypatch: pytest.MonkeyPatch) -> None:
    for module in (rows, gather):
        monkeypatch.setattr(module, "version_of", lambda data: "1234567890123400" if OLD in str(data) else "f")
    content = csv_of().decode().replace("1234567890123400", "1.23457E+15").replace(OLD, NEW)
    assert changes(accepted(content.encode(), kind="csv")) == [("C2", OLD, NEW)]


def test_days_and_months_that_excel_has_rewritten_are_read_or_told() -> None:
    plan = accepted(b"id,updated\n2020-complete,2026/1/5\n", kind="csv")
    assert b"updated: 2026-01-05" in (plan.files["2020/complete.yaml"] or b"")
    assert refused(b"id,updated\n2020-complete,2026/13/5\n", kind="csv") == ["B2 wrong-date"]
    _, [problem] = plan_of(b"id,status.checked\n2020-complete,Oct-25\n", kind="csv")
    assert (problem.cell, problem.rule) == ("B2", "wrong-cell-type")
    assert "homare export xlsx" in problem.hint.ja


LONG = "余り布を集めて見本帳にまとめ、小さな縫製の店や学校に届けて、布の来歴を聞き取ってきた取組です。"


@pytest.mark.parametrize(
    ("old", "new", "shown"),
    [
        ("短い題名", "短い名前", ("短い題名", "短い名前")),
        ("題名\n二行目", "題名 二行目", ("題名⏎二行目", "題名 二行目")),
        ("山　田", "山 田", ("山　田", "山 田")),
        (f"あ{LONG}", f"い{LONG}", (f"あ{LONG[:39]}…", f"い{LONG[:39]}…")),
        (LONG, f"{LONG}了", (f"…{LONG[-10:]}", f"…{LONG[-10:]}了")),
        (f"{LONG}{LONG}", f"{LONG}別{LONG}", (f"…{LONG[-10:]}{LONG[:30]}…", f"…{LONG[-10:]}別{LONG[:29]}…")),
    ],
)
def test_two_texts_are_shown_so_that_one_sees_what_differs(old: str, new: str, shown: tuple[str, str]) -> None:
    assert brief_pair(old, new) == shown
