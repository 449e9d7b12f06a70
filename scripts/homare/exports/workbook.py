"""cases.xlsx: every table as a sheet, and a codebook of their columns. Text stays text; no cell is a formula."""

import io
from collections.abc import Iterable
from datetime import datetime

import xlsxwriter
from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from homare.exports.all_tables import ALL_TABLES
from homare.exports.dataset import Dataset
from homare.exports.tables import Cell, Table
from homare.model.site_words import EDITORS, LIBRARY, LICENCE_NAME

_WIDE = 60
_WIDTHS = {"text": _WIDE, "summary": _WIDE, "note": _WIDE, "what": _WIDE, "title": 40, "attribution": _WIDE, "url": 30}
_NARROW = 16


def cases_xlsx(dataset: Dataset) -> bytes:
    """Return the workbook, the same bytes for the same data."""
    out = io.BytesIO()
    book = xlsxwriter.Workbook(out, {"in_memory": True, "strings_to_urls": False, "strings_to_formulas": False})
    changed = datetime.combine(dataset.changed, datetime.min.time())
    book.set_properties(
        {"title": f"{LIBRARY} {dataset.version}", "author": EDITORS, "comments": LICENCE_NAME, "created": changed}
    )
    as_text, head = book.add_format({"num_format": "@"}), book.add_format({"num_format": "@", "bold": True})
    for table in ALL_TABLES:
        sheet = book.add_worksheet(table.name)
        _columns(sheet, table, as_text)
        _write(sheet, [[column.name for column in table.columns]], 0, head, head)
        _write(sheet, table.rows(dataset), 1, as_text, None)
    sheet = book.add_worksheet("codebook")
    sheet.set_column(0, 6, 24)
    _write(sheet, [["table", "column", "title", "type", "description", "choices", "place"]], 0, head, head)
    _write(sheet, _codebook(), 1, as_text, None)
    sheet.freeze_panes(1, 0)
    book.close()
    return out.getvalue()


def _columns(sheet: Worksheet, table: Table, as_text: Format) -> None:
    """Give each column a width, and text columns the text format, so that a code typed later stays `01`."""
    for index, column in enumerate(table.columns):
        text_like = column.type in ("string", "date")
        sheet.set_column(index, index, _WIDTHS.get(column.name, _NARROW), as_text if text_like else None)
    sheet.freeze_panes(1, 1)


def _write(
    sheet: Worksheet, rows: Iterable[Iterable[Cell]], first: int, text: Format | None, number: Format | None
) -> None:
    for line, row in enumerate(rows, start=first):
        for place, cell in enumerate(row):
            if isinstance(cell, bool):
                sheet.write_boolean(line, place, cell)
            elif isinstance(cell, int | float):
                sheet.write_number(line, place, cell, number)
            elif cell is not None:
                sheet.write_string(line, place, cell, text)


def _codebook() -> Iterable[list[Cell]]:
    """Yield a row for each column; the last cell tells where in the JSON the same values stand."""
    for table in ALL_TABLES:
        for column in table.columns:
            told = (column.description, column.choices_in_words, "、".join(column.places))
            yield [table.name, column.name, column.title, column.type, *(words or None for words in told)]
