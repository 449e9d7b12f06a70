"""A source key that the record does not define."""

from collections.abc import Iterable, Iterator

from homare.model.nearest import did_you_mean, listed
from homare.model.rules.context import CaseContext
from homare.model.rules.mentions import source_keys
from homare.problems import Problem, Text
from homare.records.document import Document, Trail


def unknown_source(context: CaseContext) -> Iterator[Problem]:
    """Yield a problem for each mention of a key that is not under `sources`."""
    yield from undefined_sources(context.document, context.source_mentions)


def undefined_sources(document: Document, mentions: Iterable[tuple[Trail, str]]) -> Iterator[Problem]:
    """Yield a problem for each of `mentions` (trail, key) that is not under the `sources` of the document."""
    known = source_keys(document)
    if known is None:
        return
    for trail, key in mentions:
        if key not in known:
            message = Text(f"出典「{key}」は sources にありません。", f"Source “{key}” is not defined under sources.")
            otherwise = Text(f"sources にあるのは {listed(known)} です。", f"Defined: {listed(known)}.")
            yield document.problem(trail, "unknown-source", message, did_you_mean(key, known, otherwise))
