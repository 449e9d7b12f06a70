"""A table as CSV, in two flavours: for programs (UTF-8, LF, untouched) and for Excel (BOM, CRLF, no cell a formula)."""

import csv
import re
from collections.abc import Callable, Iterable

from homare.exports.cases_files import CasesFile
from homare.exports.dataset import Dataset
from homare.exports.tables import Cell, Row, Table
from homare.records.characters import FORMULA_STARTS

BYTE_ORDER_MARK = "\ufeff"
_NEEDS_QUOTES = re.compile('[",\r\n]')


def plain_csv(table: Table) -> CasesFile:
    """Return the table for programs: every value as it was recorded."""
    has_truth_values = any(column.type == "boolean" for column in table.columns)
    return _file(table, "", _in_small_letters if has_truth_values else None, "\n")


def excel_csv(table: Table) -> CasesFile:
    """Return the table for Excel: a text that would act as a formula has an apostrophe before it."""
    return _file(table, BYTE_ORDER_MARK, _harmless, "\r\n")


def excel_lines(rows: Iterable[Row]) -> bytes:
    """Return rows that are no table of cases as a whole file for Excel, as harmless as those of a table."""
    return BYTE_ORDER_MARK.encode() + _lines((tuple(map(_harmless, row)) for row in rows), "\r\n")


def _file(table: Table, mark: str, as_written: Callable[[Cell], Cell] | None, line_end: str) -> CasesFile:
    def rows_of(dataset: Dataset) -> bytes:
        rows = table.rows(dataset)
        return _lines((tuple(map(as_written, row)) for row in rows) if as_written else rows, line_end)

    head = mark.encode() + _lines([tuple(column.name for column in table.columns)], line_end)
    if table.of_cases:
        return CasesFile(lambda _: head, rows_of)
    return CasesFile(lambda dataset: head + rows_of(dataset), lambda _: b"")


def _lines(rows: Iterable[Row], line_end: str) -> bytes:
    """Write CR LF at first, whatever the end is to be: Python's writer quotes the signs of its line end only.

    A lone CR that it left bare in a cell would end the line for many readers.
    """
    write = csv.writer(_Echo(), lineterminator="\r\n").writerow
    return "".join([write(row)[:-2] + line_end for row in rows]).encode()


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
