"""How much of a case is known: what the coverage page and the editors' report count."""

from collections import Counter
from collections.abc import Mapping

from homare.model.case import RELATED, Case
from homare.model.case_view import BASIS_TITLES
from homare.model.catalogue import Catalogue
from homare.model.dates import sort_key
from homare.model.reading import SECTIONS, sourced_parts

PARTS: Mapping[str, str] = BASIS_TITLES | {"lessons": "学び", "conditions": "まねる前に"}
"""The parts of a record that can be empty, with their titles, in the order of the page."""


def is_thin(case: Case) -> bool:
    """True when no source says how the awarded programme works: the reader learns that it won, not what it did."""
    return all(statement.scope == RELATED for statement in case.statements.approach)


def sourced_count(catalogue: Catalogue) -> int:
    """Return the number of sourced items (statements, events, figures, adaptations) in the library."""
    return sum(len(items) for case in catalogue.cases for items in sourced_parts(case))


def filled(case: Case) -> Mapping[str, str]:
    """Return for each part whether it is recorded: own (of the programme), related (of the recipient only) or none."""
    return {part: _state_of(case, part) for part in PARTS}


def _state_of(case: Case, part: str) -> str:
    items = getattr(case.statements, part) if part in SECTIONS else getattr(case, part)
    if not items:
        return "none"
    return "own" if any(getattr(item, "scope", None) != RELATED for item in items) else "related"


def checked_years(catalogue: Catalogue) -> Mapping[int, int]:
    """Return the year of the newest source on each case's state → number of cases; newest year first."""
    years = Counter(sort_key(case.status.checked)[0] for case in catalogue.cases if case.status and case.status.checked)
    return dict(sorted(years.items(), reverse=True))
