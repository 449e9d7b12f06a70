"""What a rule may look at: the record as read, its id, the vocabulary and the ids of all cases."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from homare.model.rules.mentions import source_mentions
from homare.model.vocabulary import Vocabulary
from homare.records.document import Document, Trail


@dataclass(frozen=True)
class CaseContext:
    """One record under check. `known_ids` maps every case id of the library to its file.

    Rules look at the document, not at a Case: a record with a missing field still shows all its other faults.
    """

    case_id: str
    document: Document
    vocabulary: Vocabulary
    known_ids: Mapping[str, str]

    @cached_property
    def source_mentions(self) -> list[tuple[Trail, str]]:
        """Every mention of a source key with its trail."""
        return list(source_mentions(self.document))
