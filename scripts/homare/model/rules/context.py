"""What a rule may look at: the case, its document, the vocabulary and the ids of all cases."""

from collections.abc import Mapping
from dataclasses import dataclass

from homare.model.case import Case
from homare.model.vocabulary import Vocabulary
from homare.records.document import Document


@dataclass(frozen=True)
class CaseContext:
    """One case under check. `known_ids` maps every case id of the library to its file."""

    case: Case
    document: Document
    vocabulary: Vocabulary
    known_ids: Mapping[str, str]
