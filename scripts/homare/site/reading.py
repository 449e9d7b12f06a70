"""Read the records of a build: those that have not changed come from the build before."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from homare.model.catalogue import Catalogue
from homare.model.kept_cases import Helpers
from homare.model.library import build_library
from homare.model.session_files import FOLDER as SESSIONS_FOLDER
from homare.problems import Problem
from homare.records.disk import FileChangedError, UnheldFiles, read_beside
from homare.site.beside import spread
from homare.site.inputs import with_records
from homare.site.kept_cases import CasesOnDisk, record_marks


@dataclass(frozen=True)
class Records:
    """The folder `cases` of a library, and how to read it.

    Checked cases stay in the folder `kept_cases`, and are not read anew unless this is `forgetful`. `drafts` are read
    as cases, or left out. `code` is the mark of all that the site is made from besides, and `digests` are those of the
    files that somebody has just read.
    """

    cases: Path
    kept_cases: Path
    code: str
    digests: Mapping[str, bytes]
    drafts: bool = False
    forgetful: bool = False


@dataclass(frozen=True)
class Read:
    """What was read: the catalogue, unless there are problems, the marks of its records by case id, and all inputs.

    `note_heads` notes for the next build what lists and counts need of the cases.
    """

    catalogue: Catalogue | None
    problems: list[Problem]
    marks: Mapping[str, str]
    inputs: str
    note_heads: Callable[[Catalogue], None]


def read_records(records: Records, meanwhile: Callable[[], object]) -> Read:
    """Read the records; `meanwhile` is done while other cores read, if they do.

    Marks and inputs are taken first. Raises FileChangedError when a record changes, comes or goes after that, before it
    is checked, and OSError when a file cannot be read.
    """
    files, sessions = UnheldFiles(records.cases, records.digests), read_beside(records.cases, SESSIONS_FOLDER)
    inputs = with_records(records.code, records.cases, records.drafts, files.digests)
    files.ask_again()
    if sessions != read_beside(records.cases, SESSIONS_FOLDER):
        raise FileChangedError("読んでいるあいだに、研究会のキットが書きかえられました")
    marks = record_marks(files.digests, records.code)
    kept = CasesOnDisk(records.kept_cases, marks, records.code, forgetful=records.forgetful)
    helpers = Helpers(partial(spread, meanwhile=meanwhile), kept)
    catalogue, problems = build_library(records.cases.as_posix(), files, sessions, records.drafts, helpers)
    if catalogue:
        kept.clear(marks)
    return Read(catalogue, problems, marks, inputs, kept.note_heads)
