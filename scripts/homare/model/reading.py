"""Walk a case: every sourced item with the trail that leads to it, and which basis sections have content."""

from collections.abc import Iterator

from homare.model.case import Basis, Reading, Record, Sourced, Statements
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


def readings(record: Record) -> Iterator[tuple[Trail, Reading]]:
    """Yield the editors' lessons and conditions with their trails."""
    for name in ("lessons", "conditions"):
        for index, reading in enumerate(getattr(record, name)):
            yield (name, index), reading


def content_of(record: Record, basis: Basis) -> tuple[Sourced, ...]:
    """Return the items of the section that `basis` names."""
    holder = record.statements if basis in SECTIONS else record
    items: tuple[Sourced, ...] = getattr(holder, basis)
    return items
