"""Read the records of a build: those that have not changed come from the build before."""

from collections.abc import Callable, Mapping
from functools import partial
from pathlib import Path

from homare.model.catalogue import Catalogue
from homare.model.kept_cases import Helpers
from homare.model.library import build_library
from homare.model.session_files import FOLDER as SESSIONS_FOLDER
from homare.problems import Problem
from homare.records.disk import read_beside, read_folder
from homare.site.beside import spread
from homare.site.kept_cases import CasesOnDisk, record_marks


def read_records(  # noqa: PLR0913 — where all is, and what a user asks for
    cases: Path, kept_cases: Path, code: str, meanwhile: Callable[[], object], *, drafts: bool, forgetful: bool
) -> tuple[Catalogue | None, Mapping[str, str], list[Problem]]:
    """Return the catalogue of the records under `cases`, or None and the problems; and the marks of records by case id.

    Checked cases stay in the folder `kept_cases`, and are not read anew unless this is `forgetful`; `code` is the mark
    of all but the records. `meanwhile` is done while other cores read. Raises OSError when the disk refuses.
    """
    sessions, files = read_beside(cases, SESSIONS_FOLDER), read_folder(cases)
    records = record_marks(files, code)
    kept = CasesOnDisk(kept_cases, records, forgetful=forgetful)
    helpers = Helpers(partial(spread, meanwhile=meanwhile), kept)
    catalogue, problems = build_library(cases.as_posix(), files, sessions, drafts, helpers)
    if catalogue:
        kept.clear(records)
    return catalogue, records, problems
