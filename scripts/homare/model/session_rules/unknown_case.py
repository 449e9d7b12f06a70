"""A case that the library does not have."""

from collections.abc import Iterator

from homare.model.nearest import no_such_case
from homare.model.session_rules.context import CASE_MENTIONS, SessionContext
from homare.problems import Problem


def unknown_case(context: SessionContext) -> Iterator[Problem]:
    """Yield a problem for every case that is named and does not exist."""
    for pattern in CASE_MENTIONS:
        for trail, case_id in context.document.texts(*pattern):
            if case_id not in context.known_ids:
                yield context.document.problem(trail, "unknown-case", *no_such_case(case_id, context.known_ids))
