"""A table as CSV, in two flavours: for programs (UTF-8, LF, untouched) and for Excel (BOM, CRLF, no cell a formula)."""

import re
from collections.abc import Callable

from homare.exports.dataset import Dataset
from homare.exports.tables import Cell, Table
from homare.records.characters import FORMULA_STARTS

BYTE_ORDER_MARK = "\ufeff"
_NEEDS_QUOTES = re.compile('[",\r\n]')


def plain_csv(table: Table, dataset: Dataset) -> bytes:
    """Return the table for programs: every value as it was recorded."""
    return _written(table, dataset, "\n", _plain).encode()


def excel_csv(table: Table, dataset: Dataset) -> bytes:
    """Return the table for Excel: a text that would act as a formula has an apostrophe before it."""
    return (BYTE_ORDER_MARK + _written(table, dataset, "\r\n", _harmless)).encode()


def _written(table: Table, dataset: Dataset, line_end: str, cell_of: Callable[[Cell], str]) -> str:
    head = [column.name for column in table.columns]
    rows = ([cell_of(cell) for cell in row] for row in table.rows(dataset))
    return "".join(",".join(map(quoted, row)) + line_end for row in (head, *rows))


def quoted(text: str) -> str:
    """Quote as RFC 4180 says. Python's writer leaves a lone CR bare when lines end in LF, and readers split there."""
    return '"' + text.replace('"', '""') + '"' if _NEEDS_QUOTES.search(text) else text


def _plain(cell: Cell) -> str:
    if cell is None:
        return ""
    return str(cell).lower() if isinstance(cell, bool) else str(cell)


def harmless(text: str) -> str:
    """Return the text with an apostrophe before it when Excel would act on it."""
    return f"'{text}" if text.startswith(FORMULA_STARTS) else text


def _harmless(cell: Cell) -> str:
    return harmless(cell) if isinstance(cell, str) else _plain(cell)
