"""A table as CSV, in two flavours: for programs (UTF-8, LF, untouched) and for Excel (BOM, CRLF, no cell a formula)."""

import csv
import io
from collections.abc import Callable

from homare.exports.dataset import Dataset
from homare.exports.tables import Cell, Table

BYTE_ORDER_MARK = "\ufeff"
_FORMULA_STARTS = tuple("=+-@\t\r\n＝＋－＠")
"""What makes Excel calculate or run a cell (OWASP, "CSV Injection"), and the wide signs that its input method turns."""


def plain_csv(table: Table, dataset: Dataset) -> bytes:
    """Return the table for programs: every value as it was recorded."""
    return _written(table, dataset, "\n", _plain).encode()


def excel_csv(table: Table, dataset: Dataset) -> bytes:
    """Return the table for Excel: a text that would act as a formula has an apostrophe before it."""
    return (BYTE_ORDER_MARK + _written(table, dataset, "\r\n", _harmless)).encode()


def _written(table: Table, dataset: Dataset, line_end: str, cell_of: Callable[[Cell], str]) -> str:
    out = io.StringIO()
    writer = csv.writer(out, lineterminator=line_end)
    writer.writerow([column.name for column in table.columns])
    for row in table.rows(dataset):
        writer.writerow([cell_of(cell) for cell in row])
    return out.getvalue()


def _plain(cell: Cell) -> str:
    if cell is None:
        return ""
    return str(cell).lower() if isinstance(cell, bool) else str(cell)


def _harmless(cell: Cell) -> str:
    text = _plain(cell)
    return f"'{text}" if isinstance(cell, str) and text.startswith(_FORMULA_STARTS) else text
