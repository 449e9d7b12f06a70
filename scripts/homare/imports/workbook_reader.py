"""The bytes of a workbook to grids of cells; nothing is converted that Excel has not converted already."""

import datetime
import io
import re
import warnings
import zipfile
from collections.abc import Iterator
from typing import Any

from openpyxl import load_workbook
from openpyxl.worksheet._reader import WorkSheetParser

from homare.imports.cells import Cell, Grid, Line
from homare.imports.workbook_guard import NO_WORKBOOK, refusal, too_large
from homare.problems import Problem, Text
from homare.records.characters import in_one_part

_MERGED = re.compile(rb"<(?:\w+:)?mergeCell\s[^>]*ref=\"([A-Z0-9:$]+)\"")
MOST_ROWS = 10_000
"""Filled rows of one sheet; 300 records need 7,500."""
_DROPPED = b"x005F_"
"""openpyxl takes this away from every text, be it the end of Excel's code for an underscore or typed as such."""
_UNDERSCORE, _NOTHING, _REFUSED = "\ufdd0", "\ufdd1", "\ufdd2"
"""No characters: what a cell holds of them itself is refused, so that they can stand for something here."""
_SPECIAL = re.compile(rb"x005F_|\xef\xb7[\x90\x91]|&#(?:x0*fdd[01]|0*6497[67]);", re.IGNORECASE)
_CODED = re.compile(f"_x([0-9A-Fa-f]{{4}})_|{_UNDERSCORE}|{_NOTHING}")


def read_workbook(file: str, content: bytes) -> tuple[list[Grid], list[Problem]]:
    """Return the sheets of a workbook in their order, hidden ones too, and what forbids to use it."""
    refused = refusal(file, content)
    if refused:
        return [], [refused]
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # openpyxl's, about parts of a workbook that hold no values
            return _read(file, content)
    except Exception:
        return [], [Problem(file, 1, 1, *NO_WORKBOOK)]


def _read(file: str, content: bytes) -> tuple[list[Grid], list[Problem]]:
    book = load_workbook(io.BytesIO(_with_marked_underscores(content)), read_only=True, keep_links=False)
    grids, problems = [], []
    try:
        for sheet in book.worksheets:
            grid = Grid(file, sheet.title)
            problems += _merged(grid, book, sheet)
            for number, line in _lines(book, sheet):
                if len(grid.lines) >= MOST_ROWS:
                    return [], [Problem(file, 1, 1, *too_large(len(content)))]
                grid.lines.setdefault(number, line)
            grids.append(grid)
    finally:
        book.close()
    return grids, problems


def _lines(book: Any, sheet: Any) -> Iterator[tuple[int, Line]]:
    """Yield the filled rows with their numbers.

    The rows are taken from openpyxl's parser as they stand in the file: `iter_rows` would make each row that is missing
    before them and each cell before their last, so that a file of 1 KB could ask for a million million.
    """
    with sheet._get_source() as source:
        parser = WorkSheetParser(
            source,
            sheet._shared_strings,
            epoch=book.epoch,
            date_formats=book._date_formats,
            timedelta_formats=book._timedelta_formats,
        )
        for _, cells in parser.parse():
            filled = [cell for cell in cells if cell["value"] is not None]
            line = {cell["column"] - 1: found for cell in filled if (found := _cell(cell["value"], cell["data_type"]))}
            if line:
                yield filled[0]["row"], line


def _with_marked_underscores(content: bytes) -> bytes:
    """Return the workbook so that openpyxl loses no text of it.

    Excel writes _x005F_ for an underscore that would otherwise read as the start of a code: 「_x000D_」 typed as such.
    """
    with zipfile.ZipFile(io.BytesIO(content)) as old:
        parts = {info.filename: old.read(info) for info in old.infolist()}
    if not any(_SPECIAL.search(part) for part in parts.values()):
        return content
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as new:
        for name, part in parts.items():
            new.writestr(name, _marked(part) if name.endswith(".xml") else part)
    return out.getvalue()


def _marked(part: bytes) -> bytes:
    part = _SPECIAL.sub(lambda found: found[0] if found[0] == _DROPPED else _REFUSED.encode(), part)
    part = part.replace(b"_" + _DROPPED, _UNDERSCORE.encode())
    return part.replace(_DROPPED, b"x005F" + _NOTHING.encode() + b"_")


def _merged(grid: Grid, book: Any, sheet: Any) -> list[Problem]:
    """Only the first cell of merged ones holds a value; which rows the others belong to, nobody can tell."""
    part = book._archive.read(sheet._worksheet_path)
    return [
        Problem(grid.file, 1, 1, "merged-cells", _MERGED_TEXT, _MERGED_HINT, f"{grid.name}!{found.decode()}")
        for found in _MERGED.findall(part)
    ]


def _cell(value: object, kind: str) -> Cell | None:
    """Return the content of a cell that openpyxl calls of this kind, or None for an empty text."""
    if kind == "f":
        return Cell(value if isinstance(value, str) else "=", "formula")
    if kind == "e":
        return Cell(str(value), "error")
    if isinstance(value, bool):
        return Cell(str(value).lower(), "truth")
    if isinstance(value, datetime.date | datetime.time | datetime.timedelta):
        return Cell(str(value).removesuffix(" 00:00:00"), "date")
    if isinstance(value, int | float):
        return Cell(_number(value), "number")
    text = in_one_part(_plain(str(value)))
    return Cell(text) if text.strip() else None


def _number(value: float) -> str:
    """Return the shortest writing of the number: 119, 6.7."""
    is_whole = isinstance(value, int) or (value.is_integer() and abs(value) < 1e15)
    return str(int(value)) if is_whole else repr(value)


def _plain(text: str) -> str:
    """Return text as it was typed: Excel writes _x000D_ for a carriage return (ECMA-376, ST_Xstring)."""
    marks = {_UNDERSCORE: "_", _NOTHING: ""}
    decoded = _CODED.sub(lambda found: chr(int(found[1], 16)) if found[1] else marks[found[0]], text)
    return decoded.replace("\r\n", "\n").replace("\r", "\n")


_MERGED_TEXT = Text("セルが結合されています。", "Cells are merged.")
_MERGED_HINT = Text(
    "「ホーム」の「セルを結合して中央揃え」で結合を解き、値をそれぞれのセルに入れてください。",
    "Unmerge them and put a value into each.",
)
