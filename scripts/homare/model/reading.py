"""Walk a record: every sourced item and every mention of a source, with the trail that leads to it."""

from collections.abc import Iterable, Iterator
from itertools import chain

from homare.model.case import Record, Sourced, Statements
from homare.records.document import Trail

SECTIONS = tuple(Statements.model_fields)


def sourced_items(record: Record) -> Iterator[tuple[Trail, Sourced]]:
    """Yield every statement, event, figure and adaptation of `record` with its trail in the file."""
    for section in SECTIONS:
        for index, statement in enumerate(getattr(record.statements, section)):
            yield ("statements", section, index), statement
    for name in ("history", "figures", "adaptations"):
        for index, item in enumerate(getattr(record, name)):
            yield (name, index), item


def sourced_parts(record: Record) -> list[tuple[Sourced, ...]]:
    """Return the lists of statements, events, figures and adaptations of `record`, as `sourced_items` goes through."""
    statements = [getattr(record.statements, section) for section in SECTIONS]
    return [*statements, record.history, record.figures, record.adaptations]


def source_references(record: Record) -> Iterator[tuple[Trail, str]]:
    """Yield every mention of a source key with its trail, in the order in which a page names them."""
    for index, key in enumerate(record.award.evidence):
        yield ("award", "evidence", index), key
    for trail, item in sourced_items(record):
        for index, key in enumerate(item.sources):
            yield (*trail, "sources", index), key
    if record.status:
        for index, key in enumerate(record.status.sources):
            yield ("status", "sources", index), key


def named_sources(record: Record) -> Iterable[str]:
    """Return every mention of a source key, as `source_references` does, without the trails."""
    named = [item.sources for items in sourced_parts(record) for item in items]
    return chain(record.award.evidence, *named, record.status.sources if record.status else ())
