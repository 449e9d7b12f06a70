"""Build the site from a folder of records: gather, check, stage, render, index, verify, and only then publish."""

import gc
import shutil
import tempfile
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from filelock import FileLock, Timeout

from homare.problems import Problem
from homare.records.disk import FileChangedError
from homare.site.beside import beside
from homare.site.content import BOOK, KEPT_PAGEFIND, SITE, Content, Progress
from homare.site.environment import site_address
from homare.site.inputs import code_fingerprint
from homare.site.leftovers import clear_leftovers
from homare.site.marker import MARKER, mark_whole
from homare.site.publishing import publish
from homare.site.releases import MAKING, check_output, new_release, sole_writer, spare_release

if TYPE_CHECKING:
    from homare.model.catalogue import Catalogue
    from homare.site.making import UnfinishedSite
    from homare.site.taking_over import Begun

KEPT_CASES = "build/records"
"""Where a project keeps its checked cases; `homare build --full` does without."""

NOTHING_READ: Mapping[str, bytes] = {}
"""The digests of no file."""
_MOST_TRIES = 5
"""Of a build of what people write into meanwhile."""
_GARBAGE_THRESHOLDS = (20_000, 20, 100)
"""Of Python's three generations, while a build is on."""


@dataclass(frozen=True)
class Built:
    """What a build made: how many cases and pages."""

    cases: int
    pages: int


def build_site(  # noqa: PLR0913 — what a user asks for and who is told
    root: Path,
    cases: Path,
    out: Path,
    progress: Progress,
    notice: Progress | None = None,
    *,
    digests: Mapping[str, bytes] = NOTHING_READ,
    offline: bool = False,
    drafts: bool = False,
    full: bool = False,
) -> tuple[Built | None, list[Problem]]:
    """Build the records under `cases` into `out` with the settings of the project at `root`; `drafts` shows those too.

    Returns what was built, or None and the problems: then `out` is what it was before. `notice` is told what the user
    has to know of builds that were cut off. `offline` puts the edition for reading without network into the site, which
    takes about as long as the rest; `full` makes anew what did not change. `digests` are those of the library's files
    that were just read, by their paths. Raises OSError when the disk refuses (full, read-only).
    """
    problems = check_output(out)
    if problems:  # then nothing is left beside what somebody else has made, not even a lock
        return None, problems
    with _only_build(root, progress), sole_writer(out), _little_search_for_garbage():
        for sentence in clear_leftovers(out):
            (notice or progress)(sentence)
        return _Build(root, cases, out, progress, offline, drafts, full).published(digests)


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


@dataclass(frozen=True)
class _Build:
    """One build: where all is, who is told, and what a site may hold besides the published cases."""

    root: Path
    cases: Path
    out: Path
    progress: Progress
    offline: bool
    drafts: bool
    full: bool

    def published(self, digests: Mapping[str, bytes]) -> tuple[Built | None, list[Problem]]:
        """Make the site and publish it; returns what it has, or None and the problems. `digests` are as above.

        When what it is made from changes meanwhile, it is made again. Raises OSError when the disk refuses, or when
        that happens too often.
        """
        for _ in range(_MOST_TRIES - 1):
            with suppress(FileChangedError):
                return self._published_once(digests)
            digests = NOTHING_READ
            self.progress("作っているあいだにファイルが書きかえられたので、はじめから作りなおします")
        return self._published_once(digests)

    def _published_once(self, digests: Mapping[str, bytes]) -> tuple[Built | None, list[Problem]]:
        # Before all else: what changes from here on is for the next build.
        code = code_fingerprint(self.root)
        release = new_release(self.out)
        try:
            with tempfile.TemporaryDirectory(dir=release.parent, prefix=MAKING) as name:
                built, problems = self._made(Path(name), code, digests)
                if built is None:
                    return None, problems
                release.rmdir()
                (Path(name) / SITE).rename(release)
            publish(release, self.out)
        finally:
            if not self.out.exists() or self.out.resolve() != release.resolve():
                shutil.rmtree(release, ignore_errors=True)
        return built, []

    def _made(self, folder: Path, code: str, digests: Mapping[str, bytes]) -> tuple[Built | None, list[Problem]]:
        """Make the site in `folder`; MkDocs does its part while the records are read, and what reads them is loaded."""
        earlier = self._earlier()
        spare = spare_release(self.out) if earlier else None
        with beside(partial(_begun, self.root, code, earlier, spare, folder)) as begun:
            from homare.site.reading import Records, read_records  # noqa: PLC0415 — it takes a while to load

            self.progress("記録を読んで確かめています")
            kept = self.root / KEPT_CASES
            read = read_records(Records(self.cases, kept, code, digests, self.drafts, self.full), _load_making)
            if read.catalogue is None:
                return None, read.problems
            gc.freeze()  # what was read stays as long as the build
            content = Content(read.catalogue, code, read.marks, earlier)
            with beside(
                partial(_write_beside, read.catalogue, read.note_heads, self.root, folder / BOOK)
            ) as wait_for_book:
                site = _load_making()(self.root, folder)
                made, problems = site.make(content, begun, wait_for_book, self.progress, self.offline)
        if made is None:
            return None, problems
        if code_fingerprint(self.root) != code:  # no note of this build may hold good then, so it is not published
            raise FileChangedError("作っているあいだに、docs フォルダか設定が書きかえられました")
        mark_whole(folder / SITE, made.files, read.inputs, drafts=self.drafts)
        return Built(len(read.catalogue.cases), made.pages), []

    def _earlier(self) -> Path | None:
        """Return the site from which what has not changed may be taken over."""
        if self.full:
            (self.root / KEPT_PAGEFIND).unlink(missing_ok=True)
        return None if self.full or not (self.out / MARKER).is_file() else self.out.resolve()


def _begun(root: Path, code: str, earlier: Path | None, spare: Path | None, folder: Path) -> "Begun":
    """Return what of the site needs no record; what makes it is loaded where it is made."""
    from homare.site.taking_over import Beginning  # noqa: PLC0415

    return Beginning(root, code, earlier, spare).begun(folder)


def _write_beside(catalogue: "Catalogue", note_heads: "Callable[[Catalogue], None]", root: Path, book: Path) -> None:
    """Write the casebook into the folder `book`, and what the next build has to know of the cases.

    The casebook is the longest of all tasks in a small library, so it does not wait for what makes the rest.
    """
    from homare.exports.dataset import Dataset  # noqa: PLC0415
    from homare.site.casebook_files import write_casebook  # noqa: PLC0415

    book.mkdir()
    write_casebook(Dataset(catalogue, site_address()), root, book)
    note_heads(catalogue)


def _load_making() -> "type[UnfinishedSite]":
    """Return what makes a site; loading it takes as long as reading many records."""
    from homare.site.making import UnfinishedSite  # noqa: PLC0415

    return UnfinishedSite


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
