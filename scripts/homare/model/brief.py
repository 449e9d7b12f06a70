"""A case on one sheet of A4: the lines that a reader needs most, chosen within a budget of characters."""

from homare.model.sheet import ROWS, CaseSheet, Line

SECTIONS = {
    "challenge": 2,
    "approach": 4,
    "organisation": 3,
    "funding": 2,
    "results": 3,
    "obstacles": 2,
    "conditions": 3,
}
"""Which rows a brief has, and how many lines of each at most."""

BUDGET = 1500
"""Characters of all lines together: with head, figures and a viewpoint this is what fits a page at the print size. A
browser test prints every case of the library and counts the pages."""

LINE_COST = 18
"""A new line costs about this many characters, because its last row is not full."""


def brief_rows(sheet: CaseSheet) -> tuple[tuple[str, str, tuple[Line, ...]], ...]:
    """Return the rows of the brief in order: name, heading, lines. Rows without a line are left out."""
    lines = sheet.rows | {"results": sheet.results if sheet.key_figures else sheet.rows["results"]}
    rows = {name: list(lines[name][:most]) for name, most in SECTIONS.items()}
    costs = {name: sum(map(_cost_of, row)) for name, row in rows.items()}
    while sum(costs.values()) > BUDGET:
        longest = max(rows, key=lambda name: (len(rows[name]) > 1, costs[name]))
        costs[longest] -= _cost_of(rows[longest].pop())
    return tuple((name, ROWS[name], tuple(lines)) for name, lines in rows.items() if lines)


def _cost_of(line: Line) -> int:
    return len(line.text) + LINE_COST
