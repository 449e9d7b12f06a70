"""A table with its rows: CSV, XLSX and the package use it. What its columns are stands in `model.tables`."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from homare.exports.dataset import Dataset
from homare.model.dates import first_and_last_day
from homare.model.tables.layout import Layout

Cell = str | int | float | bool | None
Row = tuple[Cell, ...]


@dataclass(frozen=True, kw_only=True)
class Table(Layout):
    """A table, and how its rows are made."""

    rows: Callable[[Dataset], Iterable[Row]]


def filled(layout: Layout, rows: Callable[[Dataset], Iterable[Row]]) -> Table:
    """Return the table of a layout whose rows are made by `rows`, a cell for each column."""
    return Table(**vars(layout), rows=rows)


def date_cells(text: str | None) -> tuple[str | None, str | None, str | None]:
    """Return the cells for `date_columns`."""
    if text is None:
        return None, None, None
    first, last = first_and_last_day(text)
    return text, first.isoformat(), last.isoformat()
