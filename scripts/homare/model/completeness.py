"""How much of a case is known: what the coverage page and the editors' report count."""

from collections import Counter
from collections.abc import Mapping

from homare.model.case import Case
from homare.model.case_view import BASIS_TITLES
from homare.model.catalogue import Catalogue
from homare.model.dates import sort_key
from homare.model.reading import SECTIONS, sourced_items

PARTS: Mapping[str, str] = BASIS_TITLES | {"lessons": "学び", "conditions": "まねる前に"}
"""The parts of a record that can be empty, with their titles, in the order of the page."""


def is_thin(case: Case) -> bool:
    """True when no source says how the awarded programme works: the reader learns that it won, not what it did."""
    return not any(not statement.is_related for statement in case.statements.approach)


def sourced_count(catalogue: Catalogue) -> int:
    """Return the number of sourced items (statements, events, figures, adaptations) in the library."""
    return sum(1 for case in catalogue.cases for _ in sourced_items(case))


def filled(case: Case) -> Mapping[str, str]:
    """Return for each part whether it is recorded: own (of the programme), related (of the recipient only) or none."""
    return {part: _state_of(case, part) for part in PARTS}


def _state_of(case: Case, part: str) -> str:
    items = getattr(case.statements, part) if part in SECTIONS else getattr(case, part)
    if not items:
        return "none"
    return "own" if any(not getattr(item, "is_related", False) for item in items) else "related"


def checked_years(catalogue: Catalogue) -> Mapping[int, int]:
    """Return the year of the newest source on each case's state → number of cases; newest year first."""
    years = Counter(sort_key(case.status.checked)[0] for case in catalogue.cases if case.status and case.status.checked)
    return dict(sorted(years.items(), reverse=True))
