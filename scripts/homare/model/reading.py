"""Walk a record: every sourced item and every mention of a source, with the trail that leads to it."""

from collections.abc import Iterator
from itertools import chain

from homare.model.case import Record, Sourced, Statements
from homare.records.document import Trail

SECTIONS = tuple(Statements.model_fields)
_LISTS = ("history", "figures", "adaptations")
"""The parts of a record besides its statements that list what sources say."""


def sourced_items(record: Record) -> Iterator[tuple[Trail, Sourced]]:
    """Yield every statement, event, figure and adaptation of `record` with its trail in the file."""
    for section in SECTIONS:
        for index, statement in enumerate(getattr(record.statements, section)):
            yield ("statements", section, index), statement
    for name in _LISTS:
        for index, item in enumerate(getattr(record, name)):
            yield (name, index), item


def sources_in_order(record: Record) -> list[str]:
    """Return every source key that `record` mentions, once, in the order of `source_references`."""
    named = [record.award.evidence]
    for section in SECTIONS:
        named += [statement.sources for statement in getattr(record.statements, section)]
    for name in _LISTS:
        named += [item.sources for item in getattr(record, name)]
    if record.status:
        named.append(record.status.sources)
    return list(dict.fromkeys(chain.from_iterable(named)))


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
