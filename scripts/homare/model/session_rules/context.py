"""What a rule may look at: the session as read, its kind, the vocabulary, and the cases of the library."""

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass

from homare.model.case import Case
from homare.model.vocabulary import Vocabulary
from homare.records.document import Document, Trail

CASE_MENTIONS = (
    ("cases", ...),
    ("viewpoints", ..., "case"),
    ("questions", ..., "cases", ...),
    ("lectures", ..., "case"),
)
"""Where a session names a case."""
_SOURCE_MENTIONS = (("facts", ..., "sources", ...), ("outcome", ..., "sources", ...))
"""Where it names a source."""


@dataclass(frozen=True)
class SessionContext:
    """One session under check. `known_ids` are all case ids of the library, `cases` those without fault."""

    document: Document
    kind: str
    vocabulary: Vocabulary
    known_ids: Collection[str]
    cases: Mapping[str, Case]

    @property
    def source_mentions(self) -> Iterator[tuple[Trail, str]]:
        """Every mention of a source key with its trail."""
        return (entry for pattern in _SOURCE_MENTIONS for entry in self.document.texts(*pattern))

    @property
    def is_kit(self) -> bool:
        """True for a ready-made kit, which says more than the record of a held meeting."""
        return self.kind == "kit"
