"""The checked cases of an earlier build: a record that has not changed need not be read again."""

from collections.abc import Iterable, Mapping
from pathlib import Path

from pydantic import TypeAdapter, ValidationError

from homare.model.case import Case
from homare.model.identity import VOCABULARY_FOLDER, case_files
from homare.model.knowledge_files import is_knowledge
from homare.site.sealed_files import mark_of, read_sealed, write_sealed
from homare.site.staging import clear

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
    """The cases in `folder`, one file each, for records with these `marks`."""

    def __init__(self, folder: Path, marks: Mapping[str, str], *, forgetful: bool = False) -> None:
        self._folder, self._marks, self._forgetful = folder, marks, forgetful

    def find(self, case_id: str) -> Case | None:
        """Return the case that was kept for this very record, unless all is to be read anew."""
        content = None if self._forgetful else read_sealed(self._file(case_id), self._marks[case_id])
        if content is None:
            return None
        try:
            return _CASE.validate_json(content)
        except ValidationError:  # nothing but another homare can have sealed it
            return None

    def keep(self, case: Case) -> None:
        """Keep a case for later builds. Raises OSError when the disk refuses."""
        write_sealed(self._file(case.id), self._marks[case.id], _CASE.dump_json(case, exclude_defaults=True))

    def clear(self, case_ids: Iterable[str]) -> None:
        """Delete all that is kept of cases other than these. Raises OSError when the disk refuses."""
        clear(self._folder, {f"{case_id}{_CASE_FILE}" for case_id in case_ids})

    def _file(self, case_id: str) -> str:
        return f"{self._folder}/{case_id}{_CASE_FILE}"
