"""The same key twice in one list."""

from collections.abc import Iterable, Iterator

from homare.model.rules.context import CaseContext
from homare.model.rules.mentions import FACETS, READINGS, SOURCES
from homare.problems import Problem, Text
from homare.records.document import Document, Pattern

_LISTS = (("partners",), *((facet,) for facet in FACETS), *SOURCES, *READINGS)


def repeated_value(context: CaseContext) -> Iterator[Problem]:
    """Yield a problem for each value that a list of keys holds twice."""
    yield from repeated(context.document, _LISTS)


def repeated(document: Document, lists: Iterable[Pattern]) -> Iterator[Problem]:
    """Yield a problem for each entry that one of `lists` (patterns that lead to them) holds twice."""
    seen = set()
    for pattern in lists:
        for trail, text in document.texts(*pattern, ...):
            if (trail[:-1], text) in seen:
                yield document.problem(
                    trail,
                    "repeated-value",
                    Text(f"「{text}」が同じ一覧に2回あります。", f"“{text}” is listed twice."),
                    Text("1回だけ書いてください。", "Write it once."),
                )
            seen.add((trail[:-1], text))
