"""Rows 36 to 43 of the test matrix: what a workbook or CSV from the world outside can do, and what the editor sees."""

import io
import re
import resource
import subprocess
import sys
import time
import zipfile
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path

import openpyxl
import pytest
import xlsxwriter

from homare.imports.workbook_guard import HIGHEST_RATIO, MOST_UNPACKED
from homare.records.reader import read_document
from tests.imports.workbooks import (
    COMPLETE,
    FILES,
    accepted,
    changed,
    changes,
    csv_of,
    plan_of,
    refused,
    rezipped,
    workbook,
)
from tests.libraries import ROOT

MOST_SECONDS = 5.0
MAIN = b"http://schemas.openxmlformats.org/spreadsheetml/2006/main"
SIGNS = ["=1+1", "+81", "-5", "@x", "＝1", "'=1", "a\tb", "'quoted"]


def titled(sign: str) -> str:
    return f"{sign} で始まる題名の見本です"


@pytest.mark.parametrize("sign", SIGNS)
def test_row_36_what_looks_like_a_formula_stays_text_in_both_formats(sign: str) -> None:
    quoted = titled(sign).replace("\t", "\\t")
    text = COMPLETE.replace("title: 織物の町が余り布の売り先を一緒につくる", f'title: "{quoted}"')
    files = {**FILES, "2020/complete.yaml": text.encode()}
    for content, kind in ((workbook(files), "xlsx"), (csv_of(files), "csv")):
        assert accepted(content, files, kind).files == {}  # type: ignore[arg-type]
    cell = openpyxl.load_workbook(io.BytesIO(workbook(files)))["事例"]["C3"]
    assert (cell.data_type, cell.value) == ("s", titled(sign))
    assert b'"=' not in csv_of(files).replace(b'"="', b"")


def test_row_36_a_line_break_within_a_cell_survives() -> None:
    text = COMPLETE.replace(
        "- 取引の件数は、資料によって118件とするものもあります。", '- "一行目の注記。\\n二行目の注記。"'
    )
    files = {**FILES, "2020/complete.yaml": text.encode()}
    assert accepted(workbook(files), files).files == {}


def _bomb_of_cells() -> bytes:
    row = b'<row r="%d">' + b"<c/>" * 50 + b"</row>"
    return rezipped(
        workbook(),
        lambda name, part: (
            part
            if name != "xl/worksheets/sheet3.xml"
            else b"<worksheet><sheetData>" + b"".join(row % n for n in range(60_000)) + b"</sheetData></worksheet>"
        ),
    )


def _bomb_of_text() -> bytes:
    return rezipped(
        workbook(),
        lambda name, part: (
            part if name != "xl/sharedStrings.xml" else b"<sst><si><t>" + b"a" * 40_000_000 + b"</t></si></sst>"
        ),
    )


def _many_strings() -> bytes:
    """Below both limits of size, and still minutes of work: a million small elements."""
    return rezipped(
        workbook(),
        lambda name, part: (
            part
            if name != "xl/sharedStrings.xml"
            else b"<sst>" + b"".join(b"<si><t>%d</t></si>" % n for n in range(600_000)) + b"</sst>"
        ),
    )


@pytest.mark.parametrize("bomb", [_bomb_of_cells, _bomb_of_text, _many_strings])
def test_row_37_a_bomb_is_refused_before_it_is_opened_within_5_seconds_and_300_mib(
    bomb: Callable[[], bytes], tmp_path: Path
) -> None:
    content = bomb()
    assert len(content) < 8_000_000
    path = tmp_path / "bomb.xlsx"
    path.write_bytes(content)
    used = _limited(path)
    assert "workbook-too-large" in used.stdout or "not-a-workbook" in used.stdout, used
    assert "Traceback" not in used.stderr


def _with_rows(rows: bytes) -> bytes:
    """Return the workbook with `rows` on its third sheet."""
    return rezipped(
        workbook(),
        lambda name, part: (
            part
            if name != "xl/worksheets/sheet3.xml"
            else b'<worksheet xmlns="%s" xmlns:x.y="%s"><sheetData>' % (MAIN, MAIN) + rows + b"</sheetData></worksheet>"
        ),
    )


def _many_long_sheets() -> bytes:
    out = io.BytesIO()
    with xlsxwriter.Workbook(out, {"in_memory": True}) as book:
        for _ in range(300):
            book.add_worksheet().write_string(1_048_575, 0, "x")
    return out.getvalue()


@pytest.mark.parametrize(
    "far",
    [
        lambda: _with_rows(b'<row r="999999999999"><c r="A1" t="inlineStr"><is><t>x</t></is></c></row>'),
        lambda: _with_rows(b'<row r="1048576"/><row r="1048575"><c r="A1048575"/></row>'),
        lambda: _with_rows(b"".join(b"<row r='%d'><c r='XFD%d'/></row>" % (n, n) for n in range(1, 140_000))),
        _many_long_sheets,
    ],
)
def test_row_37_a_row_or_cell_far_away_costs_no_more_than_one_nearby(far: Callable[[], bytes], tmp_path: Path) -> None:
    path = tmp_path / "far.xlsx"
    path.write_bytes(far())
    used = _limited(path)
    assert used.returncode in (0, 1), used
    assert "変わるところはありません" in used.stdout or "何も書きかえていません" in used.stderr
    assert "Traceback" not in used.stderr


def test_row_37_cells_are_counted_whatever_their_namespace_is_called() -> None:
    rows = b"".join(b"<x.y:row r='%d'><x.y:c r='A%d'/></x.y:row>" % (n, n) for n in range(1, 160_000))
    assert refused(_with_rows(rows)) == ["book.xlsx workbook-too-large"]


def test_row_37_a_workbook_with_something_in_excels_last_row_and_column_is_read() -> None:
    content = changed(workbook(), {"事例": {"XFD1048576": "x", "C3": "余り布の売り先を町でつくる"}})
    assert changes(accepted(content)) == [
        ("事例!C3", "織物の町が余り布の売り先を一緒につくる", "余り布の売り先を町でつくる")
    ]


def _limited(path: Path) -> subprocess.CompletedProcess[str]:
    """Run the import as a command that may use 5 seconds of processor time and 300 MiB more than an idle one."""

    def limit() -> None:
        resource.setrlimit(resource.RLIMIT_CPU, (8, 8))  # 5 s, and what starting Python takes on a busy machine
        resource.setrlimit(resource.RLIMIT_DATA, (400 * 1024 * 1024, 400 * 1024 * 1024))

    code = "from homare.cli.main import run; run()"
    return subprocess.run(
        [sys.executable, "-c", code, "import", str(path), "--cases", str(ROOT / "cases")],
        capture_output=True,
        text=True,
        check=False,
        preexec_fn=limit,
        env={"PYTHONIOENCODING": "utf-8", "PATH": "", "PYTHONPATH": str(ROOT / "scripts")},
        cwd=ROOT,
    )


def test_row_37_the_limits_are_those_that_are_promised() -> None:
    assert (MOST_UNPACKED, HIGHEST_RATIO) == (20 * 1024 * 1024, 100)
    at_once = io.BytesIO()
    with zipfile.ZipFile(at_once, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("xl/workbook.xml", b"<a>" + b" " * 3_000_000)
    assert refused(at_once.getvalue()) == ["book.xlsx workbook-too-large"]


@pytest.mark.parametrize(
    "start",
    [
        b'<!DOCTYPE a [<!ENTITY x "y">]>',
        b'<?xml version="1.0"?><!DOCTYPE a SYSTEM "file:///etc/passwd">',
        '<?xml version="1.0" encoding="utf-16"?><!DOCTYPE a>'.encode("utf-16"),
    ],
)
@pytest.mark.parametrize("part", ["xl/workbook.xml", "xl/worksheets/sheet3.xml", "[Content_Types].xml"])
def test_row_38_definitions_and_entities_are_refused(start: bytes, part: str) -> None:
    content = rezipped(workbook(), lambda name, old: start + old if name == part else old)
    assert refused(content) == ["book.xlsx workbook-with-entities"]


def test_row_38_xml_in_another_encoding_is_refused() -> None:
    head = b'<?xml version="1.0" encoding="cp037"?>'
    content = rezipped(workbook(), lambda name, old: head + old if name == "xl/workbook.xml" else old)
    assert refused(content) == ["book.xlsx not-a-workbook"]


def test_row_39_x000d_is_the_line_break_that_it_stands_for() -> None:
    content = changed(workbook(), {"事例": {"C3": "余り布の売り先を_x000D_\n町でつくる"}})
    plan = accepted(content)
    document, _ = read_document("", plan.files["2020/complete.yaml"] or b"")
    assert document is not None
    assert dict(document.texts("title")) == {("title",): "余り布の売り先を\n町でつくる"}


def test_row_39_text_that_only_looks_like_x000d_stays() -> None:
    files = {**FILES, "2020/complete.yaml": COMPLETE.replace("余り布バンク\n", "余り布_x000D_バンク\n", 1).encode()}
    assert accepted(workbook(files), files).files == {}


def test_row_39_a_formatted_last_row_costs_nothing() -> None:
    def act(book: openpyxl.Workbook) -> None:
        book["事例"]["C1048576"].number_format = "0"
        book["記述"]["XFD1048576"].number_format = "0"

    assert accepted(changed(workbook(), {}, act)).files == {}


def test_row_39_merged_cells_are_named() -> None:
    content = changed(workbook(), {}, lambda book: book["記述"].merge_cells("E3:E4"))
    assert refused(content) == ["記述!E3:E4 merged-cells"]


@pytest.mark.parametrize("formula", ["=1+1", '=HYPERLINK("http://x.example","y")', "=[other.xlsx]a!A1"])
def test_row_39_a_formula_is_refused_and_not_read_as_empty(formula: str) -> None:
    assert refused(changed(workbook(), {"事例": {"C3": formula}})) == ["事例!C3 wrong-cell-type"]


@pytest.mark.parametrize(
    ("cell", "value"),
    [
        ("都道府県", 1),
        ("題名", 12),
        ("題名", True),
        ("記録した日", date(2026, 1, 5)),
        ("記録した日", 46000),
        ("題名", "#REF!"),
    ],
)
def test_row_39_what_excel_has_converted_is_refused_at_its_cell(cell: str, value: object) -> None:
    sheet = openpyxl.load_workbook(io.BytesIO(workbook()))["事例"]
    at = next(f"{found.column_letter}3" for found in sheet[2] if found.value == cell)
    assert refused(changed(workbook(), {"事例": {at: value}})) == [f"事例!{at} wrong-cell-type"]


def test_row_39_a_number_in_a_column_of_numbers_or_a_plain_year_is_right() -> None:
    plan = accepted(changed(workbook(), {"数字": {"E3": 130, "I3": 2019}, "事例": {"F3": 2020}}))
    assert changes(plan) == [("数字!E3", "120", "130"), ("数字!I3", "2016/2020", "2019")]


def test_row_40_furigana_is_not_part_of_the_text() -> None:
    kana = '<si><t>余り布</t><rPh sb="0" eb="3"><t>アマリヌノ</t></rPh><phoneticPr fontId="1"/></si>'
    runs = '<si><r><t>余り</t></r><r><rPr><b/></rPr><t>布バンク</t></r><rPh sb="0" eb="2"><t>アマリ</t></rPh></si>'
    for old, new, text in (("余り布バンク", kana, "余り布"), ("余り布バンク", runs, "余り布バンク")):
        content = rezipped(
            workbook(),
            lambda _name, part, old=old, new=new: part.replace(f"<si><t>{old}</t></si>".encode(), new.encode()),  # type: ignore[misc]
        )
        plan = accepted(content)
        assert changes(plan) == ([] if text == old else [("事例!D3", old, text)])


def test_row_41_columns_and_sheets_may_be_moved_and_renamed() -> None:
    def act(book: openpyxl.Workbook) -> None:
        sheet = book["事例"]
        sheet.move_range("C1:C4", cols=45)
        sheet["AV2"] = "だいめい"
        sheet["AV3"] = "余り布の売り先を町でつくる"
        sheet.title = "一覧"
        book.move_sheet("出典", -8)

    plan = accepted(changed(workbook(), {}, act))
    assert changes(plan) == [("一覧!AV3", "織物の町が余り布の売り先を一緒につくる", "余り布の売り先を町でつくる")]


def test_row_41_without_the_hidden_keys_the_titles_lead() -> None:
    def act(book: openpyxl.Workbook) -> None:
        for sheet in book.worksheets:
            if sheet.title not in ("使い方", "候補"):
                sheet.delete_rows(1)

    assert accepted(changed(workbook(), {}, act)).files == {}
    plan = accepted(changed(changed(workbook(), {}, act), {"事例": {"C2": "余り布の売り先を町でつくる"}}))
    assert changes(plan) == [("事例!C2", "織物の町が余り布の売り先を一緒につくる", "余り布の売り先を町でつくる")]


def test_row_41_a_row_or_column_that_is_gone_deletes_nothing() -> None:
    for act in (
        lambda book: book["事例"].delete_rows(3),
        lambda book: book["事例"].delete_cols(3, 20),
        lambda book: book["記述"].delete_rows(3, 50),
        lambda book: book["出典"].delete_rows(3),
        lambda book: book.remove(book["数字"]),
    ):
        content = changed(workbook(), {}, act)
        if (
            "事例" in openpyxl.load_workbook(io.BytesIO(content)).sheetnames
            and act(openpyxl.load_workbook(io.BytesIO(workbook()))) is None
        ):
            plan, problems = plan_of(content)
            assert plan.files == {}
            assert {problem.rule for problem in problems} <= {"unknown-case"}


def test_row_41_a_missing_row_is_told_and_only_delete_deletes() -> None:
    plan = accepted(
        changed(workbook(), {"事例": {"C3": "余り布の売り先を町でつくる"}}, lambda book: book["経緯"].delete_rows(4))
    )
    assert [note for note in plan.notes if "経緯" in note] == [
        "2020-complete：経緯（2017-04/2018年度）の行がありませんが、消しません。消すには状態で「削除」を選びます。"
    ]
    plan = accepted(changed(workbook(), {"経緯": {"C4": "削除"}}))
    assert changes(plan) == [("経緯!C4", "2017-04/2018年度・見本帳の試作", "")]
    after = plan.files["2020/complete.yaml"]
    assert after == FILES["2020/complete.yaml"].replace(
        "  - date: 2017-04/2018年度\n    text: 見本帳の試作\n    sources: [report]\n".encode(), b""
    )


def test_row_41_delete_on_the_case_deletes_the_record_unless_another_names_it() -> None:
    assert "cases/2020/complete.yaml missing-relation" in refused(changed(workbook(), {"事例": {"B4": "削除"}}))
    assert accepted(changed(workbook(), {"事例": {"B3": "削除"}})).files == {"2020/complete.yaml": None}


@pytest.mark.parametrize(("sheet", "cell"), [("事例", "A3"), ("記述", "A3"), ("出典", "A4")])
def test_row_41_a_blank_id_is_refused(sheet: str, cell: str) -> None:
    assert f"{sheet}!{cell} blank-id" in refused(changed(workbook(), {sheet: {cell: None}}))


def test_row_42_a_record_that_changed_since_is_not_overwritten_and_both_values_are_shown() -> None:
    mine = changed(workbook(), {"事例": {"C3": "わたしが直した題名の見本"}, "数字": {"E3": "130"}})
    theirs = {**FILES, "2020/complete.yaml": COMPLETE.replace("value: 120", "value: 125").encode()}
    assert refused(mine, theirs) == ["事例!C3 stale-record", "数字!E3 stale-record"]
    _, problems = plan_of(mine, theirs)
    assert problems[1].message.ja == "書き出した後に記録が直されています。値：ファイル「130」、いまの記録「125」"


def test_row_42_a_record_that_changed_since_stays_where_nobody_touched_its_rows() -> None:
    theirs = {**FILES, "2020/complete.yaml": COMPLETE.replace("value: 120", "value: 125").encode()}
    mine = changed(workbook(), {"事例": {"C4": "小さな見本の題名を直した"}})
    assert list(accepted(mine, theirs).files) == ["2020/smallest.yaml"]


def test_row_42_an_import_a_second_time_finds_nothing_to_do() -> None:
    mine = changed(workbook(), {"事例": {"C3": "わたしが直した題名の見本"}})
    after = {**FILES, **{path: content for path, content in accepted(mine).files.items() if content}}
    assert accepted(mine, after).files == {}


def test_row_42_a_renamed_or_vanished_record_is_told() -> None:
    gone = {path: content for path, content in FILES.items() if path != "2020/complete.yaml"}
    assert refused(workbook(), gone) == ["事例!A3 stale-record"]


WITHIN = "test_row_ and not bomb and not limits"
_IN_A_PROCESS = f"""
import pytest, sys
from tests.matrix_memory import largest_size
code = pytest.main(["-q", "-p", "no:cacheprovider", "-k", {WITHIN!r}, {Path(__file__).as_posix()!r}])
print(f"\\nsize {{largest_size()}}")
sys.exit(code)
"""


def test_no_row_takes_more_than_its_memory() -> None:
    """The rows that are no bomb, one after the other in a process of their own, stay below what is promised."""
    run = subprocess.run([sys.executable, "-c", _IN_A_PROCESS], capture_output=True, text=True, cwd=ROOT, check=False)
    assert run.returncode == 0, run.stdout
    assert int(run.stdout.rpartition("size ")[2]) < 300 * 1024


def test_every_row_from_36_to_43_is_here_or_where_the_command_is_tested() -> None:
    """Row 43, a file that Excel holds open, is about the command: tests/cli/test_import.py."""
    names = Path(__file__).read_text("utf-8") + (ROOT / "tests/cli/test_import.py").read_text("utf-8")
    assert set(re.findall(r"def test_row_(\d\d)", names)) >= {str(number) for number in range(36, 44)}


@pytest.fixture(autouse=True)
def within_its_time() -> Iterator[None]:
    """No row takes longer than is promised, by this process' processor time, the making of its input included."""
    started = time.process_time()
    yield
    assert time.process_time() - started < MOST_SECONDS
