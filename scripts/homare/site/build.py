"""Build the site from a folder of records: gather, check, stage, render, index, verify, and only then publish."""

import gc
import shutil
import tempfile
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from functools import cache, partial
from pathlib import Path
from typing import TYPE_CHECKING

from filelock import FileLock, Timeout

from homare.model.catalogue import Catalogue
from homare.model.kept_cases import Helpers
from homare.model.library import build_library
from homare.model.session_files import FOLDER as SESSIONS_FOLDER
from homare.problems import Problem
from homare.records.disk import FileChangedError, UnheldFiles, read_beside
from homare.site.beside import spread
from homare.site.content import KEPT_PAGEFIND, SITE, Content, Progress
from homare.site.inputs import code_fingerprint, with_records
from homare.site.kept_cases import CasesOnDisk, record_marks
from homare.site.leftovers import MAKING, clear_leftovers
from homare.site.publishing import publish
from homare.site.releases import MARKER, check_output, new_release, sole_writer

if TYPE_CHECKING:
    from homare.site.making import UnfinishedSite

KEPT_CASES = "build/records"
"""Where a project keeps its checked cases; `homare build --full` does without."""

_MOST_READINGS = 5
"""Of a library that people write into while it is read."""
_GARBAGE_THRESHOLDS = (20_000, 20, 100)
"""Of Python's three generations, while a build is on."""


@dataclass(frozen=True)
class Built:
    """What a build made: how many cases and pages."""

    cases: int
    pages: int


@dataclass(frozen=True)
class _Wishes:
    """What a site may hold besides the published cases."""

    offline: bool
    drafts: bool
    full: bool


def build_site(  # noqa: PLR0913 — what a user asks for and who is told
    root: Path,
    cases: Path,
    out: Path,
    progress: Progress,
    notice: Progress | None = None,
    *,
    offline: bool = False,
    drafts: bool = False,
    full: bool = False,
) -> tuple[Built | None, list[Problem]]:
    """Build the records under `cases` into `out` with the settings of the project at `root`; `drafts` shows those too.

    Returns what was built, or None and the problems: then `out` is what it was before. `notice` is told what the user
    has to know of builds that were cut off. `offline` puts the edition for reading without network into the site, which
    takes about as long as the rest; `full` makes anew what did not change. Raises OSError when the disk refuses
    (full, read-only).
    """
    with _only_build(root, progress), sole_writer(out), _little_search_for_garbage():
        problems = check_output(out)
        if problems:
            return None, problems
        for sentence in clear_leftovers(out, root / "build"):
            (notice or progress)(sentence)
        return _build(root, cases, out, progress, _Wishes(offline, drafts, full))


@contextmanager
def _only_build(root: Path, progress: Progress) -> Iterator[None]:
    """Two builds of one project would write into the same build folder: the second waits. A killed build frees it."""
    folder = root / "build"
    folder.mkdir(parents=True, exist_ok=True)
    lock = FileLock(folder / ".lock")
    try:
        lock.acquire(blocking=False)
    except Timeout:
        progress("ほかのビルドが終わるのを待っています")
        lock.acquire()
    try:
        yield
    finally:
        lock.release()


def _build(
    root: Path, cases: Path, out: Path, progress: Progress, wishes: _Wishes
) -> tuple[Built | None, list[Problem]]:
    code = code_fingerprint(root)
    release = new_release(out)
    try:
        with tempfile.TemporaryDirectory(dir=release.parent, prefix=MAKING) as folder:
            begun = cache(partial(_begun, root, Path(folder)))
            progress("記録を読んで確かめています")
            read = _read(root, cases, code, wishes, begun)
            if read.catalogue is None:
                return None, read.problems
            if wishes.full:
                (root / KEPT_PAGEFIND).unlink(missing_ok=True)
            earlier = None if wishes.full or not (out / MARKER).is_file() else out.resolve()
            gc.freeze()  # what was read stays as long as the build
            content = Content(read.catalogue, code, read.marks, earlier)
            pages, problems = begun().make(content, progress, wishes.offline)
            if problems:
                return None, problems
            (Path(folder) / SITE / MARKER).write_text(read.inputs, "utf-8")
            release.rmdir()
            (Path(folder) / SITE).rename(release)
        publish(release, out)
    finally:
        if not out.exists() or out.resolve() != release.resolve():
            shutil.rmtree(release, ignore_errors=True)
    return Built(len(read.catalogue.cases), pages), []


def _begun(root: Path, folder: Path) -> "UnfinishedSite":
    """Return the site with all that can be made before the records are known, which takes as long as reading many."""
    from homare.site.making import begin_site  # noqa: PLC0415 — loading what makes pages is most of it

    return begin_site(root, folder)


@contextmanager
def _little_search_for_garbage() -> Iterator[None]:
    """A build makes much that stays to its end and little that refers to itself: looking for garbage can wait.

    Python's own thresholds cost a twentieth of all CPU time, and save no memory.
    """
    before = gc.get_threshold()
    gc.set_threshold(*_GARBAGE_THRESHOLDS)
    try:
        yield
    finally:
        gc.unfreeze()
        gc.set_threshold(*before)


@dataclass(frozen=True)
class _Read:
    """What was read: the catalogue, unless there are problems, the marks of its records by case id, and all inputs."""

    catalogue: Catalogue | None
    problems: list[Problem]
    marks: Mapping[str, str]
    inputs: str


def _read(root: Path, cases: Path, code: str, wishes: _Wishes, meanwhile: Callable[[], object]) -> _Read:
    """Read the records; `meanwhile` is done while other cores read.

    Marks and inputs are taken first: a record that changes after that, before it is checked, has all be read again.
    Raises OSError when a file cannot be read or changes too often.
    """
    for _ in range(_MOST_READINGS - 1):
        with suppress(FileChangedError):
            return _read_once(root, cases, code, wishes, meanwhile)
    return _read_once(root, cases, code, wishes, meanwhile)


def _read_once(root: Path, cases: Path, code: str, wishes: _Wishes, meanwhile: Callable[[], object]) -> _Read:
    files = UnheldFiles(cases)
    inputs = with_records(code, cases, wishes.drafts, files.digests)
    marks = record_marks(files.digests, code)
    kept = CasesOnDisk(root / KEPT_CASES, marks, forgetful=wishes.full)
    helpers = Helpers(partial(spread, meanwhile=meanwhile), kept)
    sessions = read_beside(cases, SESSIONS_FOLDER)
    catalogue, problems = build_library(cases.as_posix(), files, sessions, wishes.drafts, helpers)
    if catalogue:
        kept.clear(marks)
    return _Read(catalogue, problems, marks, inputs)
