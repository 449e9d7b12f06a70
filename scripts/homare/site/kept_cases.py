"""The checked cases of an earlier build: a record that has not changed need not be read again."""

from collections.abc import Iterable, Mapping
from functools import partial
from pathlib import Path

import cbor2
from pydantic import TypeAdapter, ValidationError

from homare.model.case import Case
from homare.model.case_facts import CaseFacts, facts_of
from homare.model.catalogue import Catalogue
from homare.model.identity import VOCABULARY_FOLDER, case_files
from homare.model.kept_cases import CheckedCase
from homare.model.knowledge_files import is_knowledge
from homare.model.unopened_case import head_of, unopened
from homare.records.disk import FileChangedError
from homare.site.sealed_files import mark_of, read_sealed, write_sealed
from homare.site.staging import clear
from homare.site.writing import mark_of_file

_CASE = TypeAdapter(Case)
_CASE_FILE = ".json"


def record_marks(digests: Mapping[str, bytes], code: str) -> Mapping[str, str]:
    """Return for each case id the mark of its record and of all that goes for every case.

    That is the code, of which `code` is the mark, the vocabulary, and the cards of methods and evidence. `digests` are
    those of the library's files (relative path → digest of the content).
    """
    general = sorted(path for path in digests if path.startswith(f"{VOCABULARY_FOLDER}/") or is_knowledge(path))
    common = mark_of([code, *(part for path in general for part in (path, digests[path]))])
    return {case_id: mark_of([common, case_id, digests[path]]) for case_id, path in case_files(digests)[0].items()}


class CasesOnDisk:
    """The cases in `folder`, one file each, for records with these `marks`; a note beside the folder has their heads.

    `code` is the mark of our code, which reads and writes them. A case whose file has the size and the time that the
    note tells is not opened until somebody asks for its body.
    """

    def __init__(self, folder: Path, marks: Mapping[str, str], code: str, *, forgetful: bool = False) -> None:
        self._folder, self._marks, self._code, self._forgetful = folder, marks, code, forgetful
        self._heads = {} if forgetful else self._noted_heads()

    def find(self, case_id: str) -> CheckedCase | None:
        """Return the case that was kept for this very record, unless all is to be read anew."""
        if self._forgetful:
            return None
        if packed := self._heads.get(case_id):
            stamp, facts, head = cbor2.loads(packed)
            if stamp == self._stamp(case_id):
                return CheckedCase(unopened(head, partial(self._opened, case_id)), _facts(*facts))
            del self._heads[case_id]
        case = self._read(case_id)
        return CheckedCase(case, facts_of(case)) if case else None

    def keep(self, case: Case) -> CaseFacts:
        """Keep a case for later builds; returns its facts. Raises OSError when the disk refuses."""
        write_sealed(self._file(case.id), self._marks[case.id], _CASE.dump_json(case, exclude_defaults=True))
        return facts_of(case)

    def clear(self, case_ids: Iterable[str]) -> None:
        """Delete all that is kept of cases other than these. Raises OSError when the disk refuses."""
        clear(self._folder, {f"{case_id}{_CASE_FILE}" for case_id in case_ids})

    def note_heads(self, catalogue: Catalogue) -> None:
        """Note the heads of the published cases, which were all found or kept. Raises OSError when the disk refuses."""
        facts = catalogue.facts
        heads = (
            (case.id, self._heads.get(case.id) or cbor2.dumps((self._stamp(case.id), facts[case.id], head_of(case))))
            for case in catalogue.cases
            if not case.is_draft
        )
        write_sealed(self._note, self._code, cbor2.dumps(dict(heads)))

    def _noted_heads(self) -> dict[str, bytes]:
        packed = read_sealed(self._note, self._code)
        return (
            {case_id: head for case_id, head in cbor2.loads(packed).items() if case_id in self._marks} if packed else {}
        )

    def _stamp(self, case_id: str) -> list[object]:
        """Return by what the kept case is known to be that of its record."""
        try:
            return [self._marks[case_id], *mark_of_file(self._file(case_id))]
        except OSError:
            return []

    def _read(self, case_id: str) -> Case | None:
        content = read_sealed(self._file(case_id), self._marks[case_id])
        if content is None:
            return None
        try:
            return _CASE.validate_json(content)
        except ValidationError:  # nothing but another homare can have sealed it
            return None

    def _opened(self, case_id: str) -> Case:
        if case := self._read(case_id):
            return case
        raise FileChangedError(f"読んでいるあいだに消されたか、書きかえられました（{self._file(case_id)}）")

    @property
    def _note(self) -> Path:
        return self._folder.with_name(f"{self._folder.name}.cbor")

    def _file(self, case_id: str) -> str:
        return f"{self._folder}/{case_id}{_CASE_FILE}"


def _facts(fields: int, parts: list[str], sourced: int, grades: list[str], later_events: str) -> CaseFacts:
    return CaseFacts(fields, tuple(parts), sourced, tuple(grades), later_events)
