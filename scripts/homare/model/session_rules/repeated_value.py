"""The same entry twice in one list."""

from collections.abc import Iterator

from homare.model.rules.repeated_value import repeated
from homare.model.session_rules.context import SessionContext
from homare.problems import Problem

_LISTS = (("cases",), ("questions", ..., "cases"), ("questions", ..., "basis"))


def repeated_value(context: SessionContext) -> Iterator[Problem]:
    """Yield a problem for every case or section that a list holds twice."""
    yield from repeated(context.document, _LISTS)
