"""How much of a case is known: what the coverage page and the editors' report count."""

from homare.model.case import Case
from homare.model.catalogue import Catalogue
from homare.model.reading import sourced_items


def is_thin(case: Case) -> bool:
    """True when no source says how the awarded programme works: the reader learns that it won, not what it did."""
    return not any(not statement.is_related for statement in case.statements.approach)


def sourced_count(catalogue: Catalogue) -> int:
    """Return the number of sourced items (statements, events, figures, adaptations) in the library."""
    return sum(1 for case in catalogue.cases for _ in sourced_items(case))
