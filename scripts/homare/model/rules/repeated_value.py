"""The same key twice in one list."""

from collections.abc import Iterator

from homare.model.reading import readings, sourced_items
from homare.model.rules.context import CaseContext
from homare.problems import Problem, Text
from homare.records.document import Trail


def repeated_value(context: CaseContext) -> Iterator[Problem]:
    """Yield a problem for each value that a list of keys holds twice."""
    for trail, values in _lists(context):
        for index, value in enumerate(values):
            if value in values[:index]:
                yield context.document.problem(
                    (*trail, index),
                    "repeated-value",
                    Text(f"「{value}」が同じ一覧に2回あります。", f"“{value}” is listed twice."),
                    Text("1回だけ書いてください。", "Write it once."),
                )


def _lists(context: CaseContext) -> Iterator[tuple[Trail, tuple[str, ...]]]:
    case = context.case
    for name in ("partners", "challenges", "themes", "methods", "industries"):
        yield (name,), getattr(case, name)
    yield ("award", "evidence"), case.award.evidence
    for trail, item in sourced_items(case):
        yield (*trail, "sources"), item.sources
    for trail, reading in readings(case):
        yield (*trail, "basis"), reading.basis
