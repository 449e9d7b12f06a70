"""Walk a record: every sourced item and every mention of a source."""

from collections.abc import Iterator

from homare.model.case import Record, Sourced, Statements

SECTIONS = tuple(Statements.model_fields)
_LISTS = ("history", "figures", "adaptations")
"""The parts of a record besides its statements that list what sources say."""


def sourced_parts(record: Record) -> list[tuple[Sourced, ...]]:
    """Return the lists of statements, events, figures and adaptations of `record`, in the order of the page."""
    statements = [getattr(record.statements, section) for section in SECTIONS]
    return [*statements, *(getattr(record, name) for name in _LISTS)]


def source_mentions(record: Record) -> Iterator[tuple[str, int, tuple[str, ...]]]:
    """Yield whatever names sources, in the order of the page: the part, its place in that part from 1, the keys."""
    yield "award", 1, record.award.evidence
    for section in SECTIONS:
        for position, statement in enumerate(getattr(record.statements, section), start=1):
            yield section, position, statement.sources
    for name in _LISTS:
        for position, item in enumerate(getattr(record, name), start=1):
            yield name, position, item.sources
    if record.status:
        yield "status", 1, record.status.sources
