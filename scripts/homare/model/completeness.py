"""How much of a library is known: what the coverage page, the codebook and the home page count."""

from collections import Counter
from collections.abc import Mapping

from homare.model.catalogue import Catalogue
from homare.model.codebook import field_paths
from homare.model.dates import sort_key


def sourced_count(catalogue: Catalogue) -> int:
    """Return the number of sourced items (statements, events, figures, adaptations) in the library."""
    return sum(facts.sourced for facts in catalogue.facts.values())


def field_counts(catalogue: Catalogue) -> Mapping[str, int]:
    """Return how many cases have a value in each field: path in the published data → number."""
    combinations = Counter(facts.fields for facts in catalogue.facts.values()).items()  # there are few
    return {
        path: sum(number for fields, number in combinations if fields >> place & 1)
        for path, place in field_paths().items()
    }


def checked_years(catalogue: Catalogue) -> Mapping[int, int]:
    """Return the year of the newest source on each case's state → number of cases; newest year first."""
    years = Counter(sort_key(case.status.checked)[0] for case in catalogue.cases if case.status and case.status.checked)
    return dict(sorted(years.items(), reverse=True))
