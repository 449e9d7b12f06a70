"""The same key twice in one list."""

from collections.abc import Iterable, Iterator

from homare.model.rules.context import CaseContext
from homare.model.rules.mentions import FACETS, READINGS, SOURCES
from homare.problems import Problem, Text
from homare.records.document import Data, Document, Pattern, Trail

_LISTS = (("partners",), *((facet,) for facet in FACETS), *SOURCES, *READINGS)


def repeated_value(context: CaseContext) -> Iterator[Problem]:
    """Yield a problem for each value that a list of keys holds twice."""
    yield from repeated(context.document, _LISTS)


def repeated(document: Document, lists: Iterable[Pattern]) -> Iterator[Problem]:
    """Yield a problem for each entry that one of `lists` (patterns that lead to them) holds twice."""
    for pattern in lists:
        for trail, entries in document.values(*pattern):
            if entries and not isinstance(entries, str) and len(entries) > 1:
                yield from _repeated_in(document, trail, entries)


def _repeated_in(document: Document, trail: Trail, entries: dict[str, Data] | list[Data]) -> Iterator[Problem]:
    seen = set()
    for place, text in entries.items() if isinstance(entries, dict) else enumerate(entries):
        if not isinstance(text, str):
            continue
        if text in seen:
            yield document.problem(
                (*trail, place),
                "repeated-value",
                Text(f"「{text}」が同じ一覧に2回あります。", f"“{text}” is listed twice."),
                Text("1回だけ書いてください。", "Write it once."),
            )
        seen.add(text)
