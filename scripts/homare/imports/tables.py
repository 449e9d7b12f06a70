"""Grids to tables: which sheet is which and which column holds what, by the hidden keys, else by the titles."""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping

from homare.imports.cells import Cell, Entry, Grid, Table, column_letters
from homare.model.editing.layout import ACTION, BY_KEY, CASES, ID, ORDER, ROW, SHEETS, VERSION, Sheet
from homare.problems import Problem, Text

_MARK = re.compile(r"([a-z]+):([a-z0-9.]+)")
_SEARCHED_ROWS = 10
"""The keys or titles stand within the first rows: people put a heading of their own above."""
_OWN_COLUMNS = {ID: "事例のid", ACTION: "状態", ORDER: "順番", VERSION: "版", ROW: "行"}


def read_tables(file: str, grids: Iterable[Grid]) -> tuple[list[Table], list[Problem], list[str]]:
    """Return the tables of the workbook `file`, the problems, and what was passed over, in words."""
    tables: dict[str, Table] = {}
    problems: list[Problem] = []
    notes: list[str] = []
    for grid in grids:
        found = _form(grid) or _by_keys(grid) or _by_titles(grid)
        if found is None:
            continue
        sheet, columns, first, fields_of = found
        if sheet.key in tables:
            problems.append(grid.cell_problem(1, 0, "sheet-twice", *_twice(sheet.name)))
            continue
        problems += _repeated(grid, sheet, columns)
        if fields_of:
            tables[sheet.key] = Table(sheet, (fields_of,), file, True)
        else:
            notes += _passed_over(grid, columns, first)
            tables[sheet.key] = Table(sheet, tuple(_entries(grid, columns, first)), file)
    if not tables:
        problems.append(Problem(file, 1, 1, "no-known-sheet", *_NO_SHEET))
    return list(tables.values()), problems, notes


_Found = tuple[Sheet, list[tuple[str, int]], int, Entry | None]


def _by_keys(grid: Grid) -> _Found | None:
    """Find the row of keys that homare wrote; the row below it holds the titles, whatever they say now."""
    for number in _first_rows(grid):
        marks = [(found, place) for place, cell in grid.lines[number].items() if (found := _marked(cell))]
        if marks:
            sheet = max(
                (sheet for sheet, _ in (mark for mark, _ in marks)), key=lambda one: sum(m[0] is one for m, _ in marks)
            )
            return sheet, [(key, place) for (of, key), place in marks if of is sheet], number + 2, None
    return None


def _by_titles(grid: Grid) -> _Found | None:
    sheet = next((one for one in SHEETS if one.name == grid.name), None)
    if sheet is None:
        return None
    names = {title: key for key, title in _OWN_COLUMNS.items()} | {field.title: field.key for field in sheet.fields}
    for number in _first_rows(grid):
        titles = [(cell.text.strip(), place) for place, cell in grid.lines[number].items()]
        columns = [(names[title], place) for title, place in titles if title in names]
        if len(columns) > 1:
            return sheet, columns, number + 1, None
    return None


def _form(grid: Grid) -> _Found | None:
    """Find the form: keys below each other in one column, and beside them the titles and what was filled in."""
    marks = {
        number: found
        for number, line in grid.lines.items()
        if (cell := line.get(0)) and (found := _marked(cell)) and found[0].key == CASES
    }
    if len(marks) < 2 or any(_marked(cell) for number in marks for place, cell in grid.lines[number].items() if place):
        return None
    rows = {key: number for number, (_, key) in marks.items()}
    cells = {key: grid.lines[number][2] for key, number in rows.items() if 2 in grid.lines[number]}
    entry = Entry(cells, frozenset(rows), lambda key: (rows.get(key, 1), 2), grid)
    columns = [(key, number) for number, (_, key) in marks.items()]
    return BY_KEY[CASES], columns, 1, entry


def _first_rows(grid: Grid) -> list[int]:
    return sorted(grid.lines)[:_SEARCHED_ROWS]


def _marked(cell: Cell) -> tuple[Sheet, str] | None:
    found = _MARK.fullmatch(cell.text.strip())
    sheet = BY_KEY.get(found[1]) if found else None
    if sheet is None or found is None:
        return None
    known = {*_OWN_COLUMNS, *(field.key for field in sheet.fields)}
    return (sheet, found[2]) if found[2] in known else None


def _entries(grid: Grid, columns: Iterable[tuple[str, int]], first: int) -> Iterator[Entry]:
    places = dict(columns)
    for number, line in sorted(grid.lines.items()):
        cells = {key: line[place] for key, place in places.items() if place in line}
        if number >= first and cells:
            yield Entry(cells, frozenset(places), _where(number, places), grid)


def _where(number: int, places: Mapping[str, int]) -> Callable[[str], tuple[int, int]]:
    return lambda key: (number, places.get(key, places.get(ID, 0)))


def _repeated(grid: Grid, sheet: Sheet, columns: Iterable[tuple[str, int]]) -> Iterator[Problem]:
    titles = _OWN_COLUMNS | {field.key: field.title for field in sheet.fields}
    seen: set[str] = set()
    for key, place in columns:
        if key in seen:
            message = Text(f"「{titles[key]}」の列が2つあります。", f"There are two columns “{key}”.")
            hint = Text("写した列を消してください。", "Delete the copy.")
            yield grid.cell_problem(1, place, "column-twice", message, hint)
        seen.add(key)


def _passed_over(grid: Grid, columns: Iterable[tuple[str, int]], first: int) -> Iterator[str]:
    known = {place for _, place in columns}
    others = {place for number, line in grid.lines.items() if number >= first for place in line} - known
    for place in sorted(others):
        title = grid.lines.get(first - 1, {}).get(place)
        name = f"「{title.text.strip()}」" if title else ""
        yield f"{grid.name}の{column_letters(place)}列{name}は、記録の項目ではないので取り込みません。"


def _twice(name: str) -> tuple[Text, Text]:
    return (
        Text(f"「{name}」のシートが2つあります。", f"There are two sheets for “{name}”."),
        Text("写したシートを消してください。", "Delete the copy."),
    )


_NO_SHEET = (
    Text(
        "事例のシートが見つかりません。homare export xlsx で書き出したブックか、応募様式ではないようです。",
        "No sheet of cases was found: this is neither a workbook of homare export xlsx nor an application form.",
    ),
    Text(
        "homare export xlsx でブックを書き出し、そこに値を写してください。公開データの cases.xlsx は取り込めません。",
        "Write out a workbook with homare export xlsx and copy the values into it.",
    ),
)
