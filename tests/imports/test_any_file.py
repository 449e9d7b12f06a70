"""Whatever stands in a workbook or CSV: it is read exactly or refused with a place, and no change is silent."""

import copy
import functools
import io
import re
import zipfile
from collections.abc import Sequence

import xlsxwriter
from hypothesis import example, given
from hypothesis import strategies as st

from homare.exports.csv_files import quoted
from homare.exports.editors_csv import cell_text
from homare.imports.cells import Cell, Grid
from homare.imports.check_cells import cell_problems
from homare.imports.csv_reader import read_csv
from homare.imports.csv_table import csv_table
from homare.imports.gather import gather
from homare.imports.plan import read_records
from homare.imports.tables import read_tables
from homare.imports.workbook_reader import read_workbook
from homare.model.editing.choices import all_choices
from homare.model.editing.house_style import HOUSE_STYLE
from homare.model.editing.layout import SHEETS
from homare.model.editing.rows import in_one_form
from homare.problems import Problem
from homare.records.characters import in_one_part
from homare.records.reader import read_document
from homare.records.yaml_edit import edited
from tests.imports.workbooks import FILES, TODAY, csv_of, vocabulary, workbook

CELL_TEXTS = st.one_of(
    st.text(st.characters(exclude_categories=("Cs",)), max_size=20),
    st.text("=+-@'\"\t\r\n ,;_x0D5F　＝あ", max_size=8),
    st.sampled_from(
        [
            "_x000D_",
            "_x005F_x000D_",
            "_x005F_",
            "_x0041_",
            "'=1",
            "''=1",
            "01",
            "1e3",
            "TRUE",
            "#REF!",
            "か\u3099",
            "辻󠄀",
            "𠮷",
            "\ufdd0",
        ]
    ),
)
CODES_IN_A_ROW = re.compile("_x[0-9A-Fa-f]{4}_x[0-9A-Fa-f]{4}_")
"""The one text that the writer (xlsxwriter) writes wrongly; it comes back as a code, which is then refused."""
ROWS = st.lists(st.lists(CELL_TEXTS, min_size=1, max_size=4), min_size=1, max_size=4)


def as_read(text: str) -> str:
    """What the readers promise to give back of a text."""
    return in_one_part(text.replace("\r\n", "\n").replace("\r", "\n"))


def texts(grid: Grid) -> dict[tuple[int, int], str]:
    return {(row, place): cell.text for row, line in grid.lines.items() for place, cell in line.items()}


def small_workbook(rows: Sequence[Sequence[str]]) -> bytes:
    out = io.BytesIO()
    with xlsxwriter.Workbook(out, {"in_memory": True}) as book:
        sheet = book.add_worksheet("事例")
        for number, row in enumerate(rows):
            for place, text in enumerate(row):
                sheet.write_string(number, place, text)
    return out.getvalue()


@given(ROWS.filter(lambda rows: not any(CODES_IN_A_ROW.search(text) for row in rows for text in row)))
def test_any_text_in_a_workbook_is_read_as_it_was_typed(rows: list[list[str]]) -> None:
    [grid], problems = read_workbook("book.xlsx", small_workbook(rows))
    assert problems == []
    expected = {
        (number, place): as_read(text)
        for number, row in enumerate(rows, start=1)
        for place, text in enumerate(row)
        if as_read(text).strip()
    }
    refused = {place: re.sub("[\ufdd0\ufdd1]", "\ufdd2", text) for place, text in expected.items()}
    assert texts(grid) in (expected, refused)  # no character either way, and refused as such at its cell
    assert {cell.kind for line in grid.lines.values() for cell in line.values()} <= {"text"}


@given(
    st.lists(st.lists(CELL_TEXTS.filter(lambda text: "\0" not in text), min_size=3, max_size=3), min_size=1, max_size=4)
)
def test_any_text_in_a_csv_is_read_as_it_was_typed(rows: list[list[str]]) -> None:
    content = "".join(",".join(quoted(cell_text(text)) for text in row) + "\r\n" for row in rows)
    grid, was_cp932, problems = read_csv("table.csv", b"\xef\xbb\xbf" + content.encode())
    expected = {
        (number, place): as_read(text)
        for number, row in enumerate(rows, start=1)
        for place, text in enumerate(row)
        if as_read(text).strip()
    }
    if not problems:
        assert (texts(grid), was_cp932) == (expected, False)
    else:
        assert {problem.rule for problem in problems} == {"csv-form"}


@functools.cache
def base() -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(workbook())) as archive:
        return {info.filename: archive.read(info) for info in archive.infolist()}


@functools.cache
def small_base() -> dict[str, bytes]:
    content = small_workbook([["cases:id", "cases:title"], ["id", "題名"], ["2020-complete", "見本"]])
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        return {info.filename: archive.read(info) for info in archive.infolist()}


@given(st.data())
def test_any_damage_to_a_workbook_is_read_or_refused(data: st.DataObject) -> None:
    parts = dict(small_base())
    name = data.draw(st.sampled_from(sorted(parts)))
    start = data.draw(st.integers(0, len(parts[name])))
    length = data.draw(st.integers(0, 60))
    new = data.draw(
        st.binary(max_size=20)
        | st.sampled_from([b"<c", b"<row r='x'>", b't="s"', b"&a;", b"<f>1</f>", b"<v>9</v>", b'r="A"'])
    )
    parts[name] = parts[name][:start] + new + parts[name][start + length :]
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        for part, content in parts.items():
            archive.writestr(part, content)
    grids, problems = read_workbook("book.xlsx", out.getvalue())
    check(problems)
    if not problems:
        tables, problems, _ = read_tables("book.xlsx", grids)
        check(
            [*problems, *gather(tables, records(), all_choices(vocabulary()), TODAY).problems] if tables else problems
        )


@given(
    st.binary(max_size=300)
    | st.text(max_size=100).map(str.encode)
    | st.text(max_size=60).map(lambda text: text.encode("cp932", "ignore"))
)
@example(b'a,b\n"')
@example(b"\x00")
def test_any_bytes_are_read_or_refused(content: bytes) -> None:
    check(read_workbook("book.xlsx", content)[1])
    check(read_workbook("book.xlsx", b"PK\x03\x04" + content)[1])
    grid, _, problems = read_csv("table.csv", content)
    check(problems or csv_table(grid, all_choices(vocabulary()))[1])


def check(problems: list[Problem]) -> None:
    assert all(problem.message.ja and problem.hint.ja and problem.path for problem in problems)


@functools.cache
def records() -> dict:  # type: ignore[type-arg]
    return read_records("cases", FILES)[0]


@functools.cache
def grids() -> list[Grid]:
    return read_workbook("book.xlsx", workbook())[0]


@functools.cache
def choices() -> object:
    return all_choices(vocabulary())


COLUMNS = [(sheet.name, place) for sheet in SHEETS for place in range(len(sheet.fields) + 4)]
NEW_TEXTS = st.one_of(
    st.none(),
    CELL_TEXTS,
    st.sampled_from(
        [
            "削除",
            "下書き",
            "公開",
            "2020-complete",
            "2020-smallest",
            "report",
            "しくみ",
            "2018-12",
            "3",
            "はい",
            "関連",
            "小さな見本の言葉です。",
        ]
    ),
)


@given(st.lists(st.tuples(st.sampled_from(COLUMNS), st.integers(3, 6), NEW_TEXTS), min_size=1, max_size=4))
def test_no_change_to_a_cell_is_silent_and_none_does_more_than_it_says(
    edits: list[tuple[tuple[str, int], int, str | None]],
) -> None:
    mine = copy.deepcopy(grids())
    for (name, place), row, text in edits:
        grid = next(one for one in mine if one.name == name)
        line = dict(grid.lines.get(row, {}))
        line.pop(place, None)
        if text is not None and text.strip():
            line[place] = Cell(in_one_part(text))
        grid.lines[row] = line
    tables, problems, _ = read_tables("book.xlsx", mine)
    assert problems == []
    gathered = gather(tables, records(), choices(), TODAY)  # type: ignore[arg-type]
    check(gathered.problems)
    if gathered.problems:
        return
    for wanted in gathered.wanted:
        old = records().get(wanted.case_id)
        assert wanted.changes, "a record changes and nothing says so"
        if wanted.data is None or old is None:
            continue
        check(cell_problems(wanted, vocabulary(), {}))
        told = {(change.entry.place(change.key), change.new) for change in wanted.changes}
        assert all(old_text != new_text for old_text, new_text in ((one.old, one.new) for one in wanted.changes)), told
        text = edited(FILES[f"2020/{wanted.case_id[5:]}.yaml"].decode(), wanted.data, HOUSE_STYLE)
        document, faults = read_document("", text.encode())
        assert document is not None
        assert faults == []
        assert in_one_form(document.data) == in_one_form(wanted.data)
    touched = {wanted.case_id for wanted in gathered.wanted}
    assert touched <= set(records()) | {text for _, _, text in edits if text} | {
        (text or "").strip() for _, _, text in edits
    }
    assert csv_of()
