"""Where a record names sources, and where it holds lists of keys."""

from collections.abc import Iterator

from homare.records.document import Document, Trail

EVIDENCE = ("findings", "respondents", "means", "categories", "facts", "calendar", "rounds", "transfers")
"""The lists of the files under cases/evidence/, whose items name sources as a record's statements do."""
SOURCES = (
    ("award", "evidence"),
    ("statements", ..., ..., "sources"),
    ("history", ..., "sources"),
    ("figures", ..., "sources"),
    ("adaptations", ..., "sources"),
    ("status", "sources"),
    *((part, ..., "sources") for part in EVIDENCE),
)
READINGS = (("lessons", ..., "basis"), ("conditions", ..., "basis"))
FACETS = ("challenges", "themes", "methods", "industries")


def source_mentions(document: Document) -> Iterator[tuple[Trail, str]]:
    """Yield every mention of a source key with its trail."""
    for pattern in SOURCES:
        yield from document.texts(*pattern, ...)


def bases(document: Document) -> Iterator[tuple[Trail, str]]:
    """Yield every section that a lesson or condition rests on, with its trail."""
    for pattern in READINGS:
        yield from document.texts(*pattern, ...)


def source_keys(document: Document) -> list[str] | None:
    """Return the keys of the record's sources, or None when it has no readable list of them."""
    defined = next((value for _, value in document.values("sources")), None)
    return list(defined) if isinstance(defined, dict) else None
