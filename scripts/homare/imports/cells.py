"""What a workbook or CSV gives: grids of cells, each with its place as Excel names it, and problems at such places."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Literal

from homare.model.editing.layout import Sheet
from homare.problems import Problem, Text
from homare.rule_names import RuleName

CellKind = Literal["text", "number", "truth", "date", "formula", "error"]


@dataclass(frozen=True)
class Cell:
    """One filled cell: what stands in it as text, and what Excel takes it for."""

    text: str
    kind: CellKind = "text"


Line = Mapping[int, Cell]
"""The filled cells of one row: column (from 0) → cell."""


@dataclass
class Grid:
    """One sheet as it stands: row number (from 1) → its filled cells. `file` is what the user calls the file."""

    file: str
    name: str
    lines: dict[int, Line] = field(default_factory=dict)

    def place(self, row: int, column: int) -> str:
        """Return 「事例!C12」; in a CSV, which has no sheets, 「C12」."""
        return f"{self.name}!{column_letters(column)}{row}" if self.name else f"{column_letters(column)}{row}"

    def cell_problem(self, row: int, column: int, rule: RuleName, message: Text, hint: Text) -> Problem:
        """Return a problem at a cell."""
        return Problem(self.file, row, column + 1, rule, message, hint, self.place(row, column))


@dataclass(frozen=True)
class Entry:
    """One row that holds a case or an item, by the keys of the columns. `where` gives (row, column) of a column's cell.

    A column that the file does not have is not in `present`: what the record holds there stays.
    """

    cells: Mapping[str, Cell]
    present: frozenset[str]
    where: Callable[[str], tuple[int, int]]
    grid: Grid

    def text(self, key: str) -> str:
        """Return what stands in the column, without blanks around it; "" for an empty cell."""
        return self.cells[key].text.strip() if key in self.cells else ""

    def place(self, key: str) -> str:
        """Return the cell of the column as Excel names it."""
        return self.grid.place(*self.where(key))

    def problem(self, key: str, rule: RuleName, message: Text, hint: Text) -> Problem:
        """Return a problem at the cell of the column."""
        return self.grid.cell_problem(*self.where(key), rule, message, hint)


@dataclass(frozen=True)
class Table:
    """The rows of one sheet. `is_form` marks the application form, which holds one case and needs no ids in rows."""

    sheet: Sheet
    entries: tuple[Entry, ...]
    file: str
    is_form: bool = False


def column_letters(column: int) -> str:
    """Return the name of a column (from 0): A, Z, AA."""
    letters = ""
    while column >= 0:
        column, place = divmod(column, 26)
        letters = chr(ord("A") + place) + letters
        column -= 1
    return letters
