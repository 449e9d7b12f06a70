"""A table as CSV, in two flavours: for programs (UTF-8, LF, untouched) and for Excel (BOM, CRLF, no cell a formula)."""

import csv
import re
from collections.abc import Iterable, Iterator
from itertools import chain, islice

from homare.exports.dataset import Dataset
from homare.exports.tables import Cell, Row, Table
from homare.records.characters import FORMULA_STARTS

BYTE_ORDER_MARK = "\ufeff"
_NEEDS_QUOTES = re.compile('[",\r\n]')
_BATCH = 1000
"""Lines that are written at a time."""


def plain_csv(table: Table, dataset: Dataset) -> Iterator[bytes]:
    """Yield the table for programs piece by piece: every value as it was recorded."""
    rows = table.rows(dataset)
    if any(column.type == "boolean" for column in table.columns):
        rows = (tuple(map(_in_small_letters, row)) for row in rows)
    return _written(table, rows, "\n")


def excel_csv(table: Table, dataset: Dataset) -> Iterator[bytes]:
    """Yield the table for Excel piece by piece: a text that would act as a formula has an apostrophe before it."""
    yield BYTE_ORDER_MARK.encode()
    rows = (tuple(map(_harmless, row)) for row in table.rows(dataset))
    yield from _written(table, rows, "\r\n")


def _written(table: Table, rows: Iterable[Row], line_end: str) -> Iterator[bytes]:
    """Write CR LF at first, whatever the end is to be: Python's writer quotes the signs of its line end only.

    A lone CR that it left bare in a cell would end the line for many readers.
    """
    write = csv.writer(_Echo(), lineterminator="\r\n").writerow
    lines = (write(row)[:-2] for row in chain([tuple(column.name for column in table.columns)], rows))
    while batch := list(islice(lines, _BATCH)):
        yield (line_end.join(batch) + line_end).encode()


class _Echo:
    """What the writer of CSV writes to: it hands each line back, and `writerow` returns it."""

    def write(self, line: str) -> str:
        """Return the line."""
        return line


def quoted(text: str) -> str:
    """Quote as RFC 4180 says."""
    return '"' + text.replace('"', '""') + '"' if _NEEDS_QUOTES.search(text) else text


def _in_small_letters(cell: Cell) -> Cell:
    """Return a truth value as CSV has it: `true`, not `True`."""
    return str(cell).lower() if isinstance(cell, bool) else cell


def harmless(text: str) -> str:
    """Return the text with an apostrophe before it when Excel would act on it."""
    return f"'{text}" if text.startswith(FORMULA_STARTS) else text


def _harmless(cell: Cell) -> Cell:
    return harmless(cell) if isinstance(cell, str) else _in_small_letters(cell)
