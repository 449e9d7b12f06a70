"""What a CSV has lost by being opened and saved in Excel: put back where the record tells it, else told at the cell."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace

from homare.imports import shift_jis
from homare.imports.cells import Entry, Table
from homare.imports.values import MONTHS
from homare.model.editing.choices import Choices
from homare.model.editing.layout import ID
from homare.model.editing.rows import Row, rows_of
from homare.problems import Problem
from homare.records.document import Data

_DAY = re.compile(r"(\d{4})-(\d\d)-(\d\d)")
_MONTH = re.compile(r"\d\d(\d\d)-(0[1-9]|1[0-2])")
_LONG_NUMBER = re.compile(r"\d{12,}")
_WITH_ZERO = re.compile(r"0+(\d+)(?: .*)?")
"""A number, or the number before the name of a prefecture: Excel takes the zero away, and people leave out the name."""


def put_back(
    tables: Iterable[Table], records: Mapping[str, Data], choices: Mapping[str, Choices], was_cp932: bool
) -> tuple[list[Table], list[Problem]]:
    """Return the tables of a CSV with what their records (id → data) tell, and what is lost for good.

    A cell that says what Excel makes of the record's value was not touched by anybody: Excel reads 2026-11-23 as a day
    and writes 2026/11/23. Where the CSV was Shift_JIS (CP932), characters that it lacks are put back as well.
    """
    whole, problems = [], []
    for table in tables:
        entries = [(entry, _before(table, entry, records, choices)) for entry in table.entries]
        mended = [(_mended(entry, before, was_cp932), before) for entry, before in entries]
        if was_cp932:
            problems += [problem for entry, before in mended for problem in _lost(entry, before)]
        whole.append(replace(table, entries=tuple(entry for entry, _ in mended)))
    return whole, problems


def _before(table: Table, entry: Entry, records: Mapping[str, Data], choices: Mapping[str, Choices]) -> Row:
    """Return what the cells of a case would say if nobody had touched them."""
    case_id = entry.text(ID)
    return rows_of(table.sheet, case_id, records[case_id], choices)[0] if case_id in records else {}


def _mended(entry: Entry, before: Row, was_cp932: bool) -> Entry:
    cells = {}
    for key, cell in entry.cells.items():
        old = before.get(key, "")
        text = shift_jis.put_back(cell.text, old) if was_cp932 else cell.text
        cells[key] = replace(cell, text=old if text.strip() in _forms(old) else text)
    return replace(entry, cells=cells)


def _forms(value: str) -> tuple[str, ...]:
    """Return what Excel, set to Japanese, writes for a value that it takes for a day, a month or a number."""
    if found := _DAY.fullmatch(value):
        year, month, day = found.groups()
        return (f"{year}/{month}/{day}", f"{year}/{int(month)}/{int(day)}")
    if found := _MONTH.fullmatch(value):
        return (f"{MONTHS[int(found[2]) - 1]}-{found[1]}",)
    if _LONG_NUMBER.fullmatch(value):  # a version may have no letter in it
        digits, exponent = f"{int(value):.5E}".split("E")
        return (f"{digits.rstrip('0').rstrip('.')}E{exponent}",)
    if found := _WITH_ZERO.fullmatch(value):
        return (found[1],)
    return ()


def _lost(entry: Entry, before: Row) -> Iterator[Problem]:
    for key, cell in entry.cells.items():
        old = before.get(key, "")
        if cell.text.count("?") > old.count("?"):
            yield entry.problem(key, "lost-character", *shift_jis.lost(old, cell.text))
