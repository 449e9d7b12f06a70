"""A ready-made kit as its page and its files show it: agenda with clock, briefs, comparison, worksheet, sources."""

from dataclasses import dataclass
from functools import cached_property

from homare.model.brief import brief_rows
from homare.model.case_view import PAGE_TITLES
from homare.model.catalogue import Catalogue
from homare.model.session import AgendaItem, Kit, Question
from homare.model.sheet import ROWS, CaseSheet, Line
from homare.model.worksheet import Need, needs


@dataclass(frozen=True)
class Step:
    """A step of the agenda with the minute at which it starts and ends."""

    start: int
    end: int
    item: AgendaItem


@dataclass(frozen=True)
class Cell:
    """What one case has in a row: the lines shown, and how many more its page has."""

    sheet: CaseSheet
    lines: tuple[Line, ...]
    more: int


@dataclass(frozen=True)
class Row:
    """A row of the comparison: one cell for each case."""

    name: str
    heading: str
    cells: tuple[Cell, ...]


MOST_LINES = 3
"""Lines of a cell: the comparison of a kit is for reading across; the rest stands in the briefs and on the pages."""


def _cell(sheet: CaseSheet, row: str) -> Cell:
    lines = sheet.rows[row]
    return Cell(sheet, lines[:MOST_LINES], max(0, len(lines) - MOST_LINES))


@dataclass(frozen=True)
class KitView:
    """A kit with everything that is printed for it."""

    catalogue: Catalogue
    kit: Kit

    @cached_property
    def sheets(self) -> tuple[CaseSheet, ...]:
        """The cases in the order of the kit."""
        return tuple(CaseSheet(self.catalogue, self.catalogue.by_id[case_id]) for case_id in self.kit.cases)

    @property
    def steps(self) -> tuple[Step, ...]:
        """The agenda with the clock running from 0."""
        start, steps = 0, []
        for item in self.kit.agenda:
            steps.append(Step(start, start + item.minutes, item))
            start += item.minutes
        return tuple(steps)

    @property
    def comparison(self) -> tuple[Row, ...]:
        """The comparison; a row in which no case has anything is left out."""
        rows = (
            Row(name, heading, tuple(_cell(sheet, name) for sheet in self.sheets)) for name, heading in ROWS.items()
        )
        return tuple(row for row in rows if any(cell.lines for cell in row.cells))

    @property
    def needs(self) -> tuple[Need, ...]:
        """What the cases needed, for the worksheet."""
        return needs(self.sheets)

    def brief(self, sheet: CaseSheet) -> tuple[tuple[str, str, tuple[Line, ...]], ...]:
        """Return the rows of a case's brief."""
        return brief_rows(sheet)

    def rests_on(self, question: Question) -> str:
        """Return what a question rests on: 「金沢大学、富山大学の資金」."""
        names = "、".join(sheet.called for sheet in self.sheets if sheet.case.id in question.cases)
        return f"{names}の{'・'.join(dict.fromkeys(PAGE_TITLES[basis] for basis in question.basis))}"
