"""The same key twice in one list."""

from collections.abc import Iterator

from homare.model.rules.context import CaseContext
from homare.model.rules.mentions import FACETS, READINGS, SOURCES
from homare.problems import Problem, Text

_LISTS = (("partners",), *((facet,) for facet in FACETS), *SOURCES, *READINGS)


def repeated_value(context: CaseContext) -> Iterator[Problem]:
    """Yield a problem for each value that a list of keys holds twice."""
    seen = set()
    for pattern in _LISTS:
        for trail, text in context.document.texts(*pattern, ...):
            if (trail[:-1], text) in seen:
                yield context.document.problem(
                    trail,
                    "repeated-value",
                    Text(f"「{text}」が同じ一覧に2回あります。", f"“{text}” is listed twice."),
                    Text("1回だけ書いてください。", "Write it once."),
                )
            seen.add((trail[:-1], text))
