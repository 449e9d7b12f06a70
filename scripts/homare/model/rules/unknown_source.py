"""A source key that the record does not define."""

from collections.abc import Iterator

from homare.model.nearest import did_you_mean, listed
from homare.model.reading import source_references
from homare.model.rules.context import CaseContext
from homare.problems import Problem, Text


def unknown_source(context: CaseContext) -> Iterator[Problem]:
    """Yield a problem for each mention of a key that is not under `sources`."""
    known = context.case.sources
    for trail, key in source_references(context.case):
        if key not in known:
            message = Text(f"出典「{key}」は sources にありません。", f"Source “{key}” is not defined under sources.")
            otherwise = Text(f"sources にあるのは {listed(known)} です。", f"Defined: {listed(known)}.")
            yield context.document.problem(trail, "unknown-source", message, did_you_mean(key, known, otherwise))
