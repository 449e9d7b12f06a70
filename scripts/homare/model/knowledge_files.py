"""The files under cases/methods/ and cases/evidence/ to method cards and evidence; a library may have neither."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from pathlib import PurePosixPath
from typing import Any

from homare.model.case import Case
from homare.model.evidence import AwardFacts, Evidence, Links, Report, Transfers
from homare.model.identity import EVIDENCE_FOLDER, METHODS_FOLDER
from homare.model.knowledge import Knowledge
from homare.model.methods import MethodCard
from homare.model.nearest import did_you_mean, listed
from homare.model.rules.card_without_basis import CardContext, card_without_basis
from homare.model.rules.context import CaseContext
from homare.model.rules.unknown_place import unknown_place
from homare.model.rules.unknown_source import unknown_source
from homare.model.rules.unknown_term import unknown_term
from homare.model.rules.unused_source import unused_source
from homare.model.validation import validate
from homare.model.vocabulary import Vocabulary
from homare.problems import Problem, Text
from homare.records.reader import read_document

_EVIDENCE: Mapping[str, type] = {"report": Report, "award": AwardFacts, "links": Links, "transfers": Transfers}
_EVIDENCE_RULES = (unknown_source, unused_source, unknown_place, unknown_term)


def is_knowledge(path: str) -> bool:
    """True for a path within the library that holds a method card or evidence."""
    return PurePosixPath(path).parts[0] in (METHODS_FOLDER, EVIDENCE_FOLDER)


@dataclass(frozen=True)
class _Shelf:
    """What the cards and the evidence are checked against; `cases` are the records without fault, by id."""

    shown: str
    vocabulary: Vocabulary
    known_ids: Mapping[str, str]
    cases: Mapping[str, Case]
    problems: list[Problem] = field(default_factory=list)

    def card(self, path: str, method: str, content: bytes) -> MethodCard | None:
        """Return the card of `method` if it is without fault in itself; all its problems go to the list."""
        if method not in self.vocabulary.methods and "methods" not in self.vocabulary.unread:
            self.problems.append(_stray(f"{self.shown}/{path}", METHODS_FOLDER, method, self.vocabulary.methods))
            return None
        document, faults = read_document(f"{self.shown}/{path}", content)
        self.problems.extend(faults)
        if document is None:
            return None
        card, faults = validate(document, MethodCard)
        misfit = Text(f"は手法「{method}」を使っていません。", f"does not use the method “{method}”.")
        context = CardContext(document, self.known_ids, self.cases, lambda case: method in case.methods, misfit)
        self.problems.extend([*faults, *card_without_basis(context)])
        return card

    def evidence(self, path: str, name: str, content: bytes) -> Any | None:
        """Return what the file of evidence `name` says if it is without fault; all its problems go to the list."""
        if name not in _EVIDENCE:
            self.problems.append(_stray(f"{self.shown}/{path}", EVIDENCE_FOLDER, name, _EVIDENCE))
            return None
        document, faults = read_document(f"{self.shown}/{path}", content)
        self.problems.extend(faults)
        if document is None:
            return None
        value, faults = validate(document, _EVIDENCE[name])
        context = CaseContext("", document, self.vocabulary, self.known_ids)
        self.problems.extend([*faults, *(fault for rule in _EVIDENCE_RULES for fault in rule(context))])
        misfit = Text("に横展開（adaptations）の記録がありません。", "records no adaptation.")
        ways = CardContext(document, self.known_ids, self.cases, lambda case: bool(case.adaptations), misfit)
        self.problems.extend(card_without_basis(ways))
        return value


def read_knowledge(
    shown: str,
    files: Mapping[str, bytes],
    vocabulary: Vocabulary,
    known_ids: Mapping[str, str],
    cases: Mapping[str, Case],
) -> tuple[Knowledge, list[Problem]]:
    """Return the cards and the evidence in `files` (relative path → content) and all problems in them.

    `shown` is what the user calls the folder; `known_ids` are all case ids, `cases` those without fault.
    """
    shelf = _Shelf(shown, vocabulary, known_ids, cases)
    cards: dict[str, MethodCard] = {}
    evidence: dict[str, Any] = {}
    for path in filter(is_knowledge, files):
        folder, name = PurePosixPath(path).parts[0], PurePosixPath(path).with_suffix("").name
        if folder == METHODS_FOLDER and (card := shelf.card(path, name, files[path])):
            cards[name] = card
        elif folder == EVIDENCE_FOLDER and (value := shelf.evidence(path, name, files[path])):
            evidence[name] = value
    ordered = {key: cards[key] for key in vocabulary.methods if key in cards}
    return Knowledge(ordered, Evidence(**evidence)), shelf.problems


def _stray(path: str, folder: str, name: str, known: Collection[str]) -> Problem:
    message = Text(f"「{folder}」フォルダに「{name}」は置けません。", f"“{name}” does not belong into “{folder}”.")
    otherwise = Text(f"置けるのは {listed(known, 20)} です。", f"It may hold: {listed(known, 20)}.")
    return Problem(path, 1, 1, "stray-file", message, did_you_mean(name, known, otherwise))
