"""Build the site from a folder of records: gather, check, stage, render, index, verify, and only then publish."""

import os
import shutil
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from urllib.parse import urlsplit

from filelock import FileLock, Timeout

from homare.exports.dataset import Dataset
from homare.model.catalogue import Catalogue
from homare.model.dates import sort_key
from homare.model.library import build_library
from homare.model.session_files import FOLDER as SESSIONS_FOLDER
from homare.model.site_words import OFFLINE_FILE
from homare.pages.all_pages import page_groups
from homare.problems import Problem
from homare.records.disk import read_beside, read_folder
from homare.site.beside import beside, spread
from homare.site.downloads import move_into, write_casebook, write_downloads
from homare.site.environment import DATE, repository_address, site_address
from homare.site.inputs import fingerprint
from homare.site.leftovers import MAKING, clear_leftovers
from homare.site.licences import write_licences
from homare.site.mkdocs_run import run_mkdocs
from homare.site.offline.edition import offline_edition
from homare.site.page_files import MadePage, PageWriter, write_pages
from homare.site.publishing import publish
from homare.site.release_check import check_release
from homare.site.releases import MARKER, check_output, new_release, sole_writer
from homare.site.scripts import with_published_scripts
from homare.site.search.build import make_searchable
from homare.site.staging import clear, stage, written_by_hand
from homare.site.stylesheet import with_published_styles
from homare.site.verification import read_pages

Progress = Callable[[str], None]


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


def build_site(  # noqa: PLR0913 — what a user asks for and who is told
    root: Path,
    cases: Path,
    out: Path,
    progress: Progress,
    notice: Progress | None = None,
    *,
    offline: bool = False,
    drafts: bool = False,
) -> tuple[Built | None, list[Problem]]:
    """Build the records under `cases` into `out` with the settings of the project at `root`; `drafts` shows those too.

    Returns what was built, or None and the problems: then `out` is what it was before. `notice` is told what the user
    has to know of builds that were cut off. `offline` puts the edition for reading without network into the site, which
    takes about as long as the rest. Raises OSError when the disk refuses (full, read-only).
    """
    with _only_build(root, progress), sole_writer(out):
        problems = check_output(out)
        if problems:
            return None, problems
        for sentence in clear_leftovers(out, root / "build"):
            (notice or progress)(sentence)
        return _build(root, cases, out, progress, _Wishes(offline, drafts))


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
    # Before the reading: what changes from here on is for the next build.
    inputs = fingerprint(root, cases, wishes.drafts)
    progress("記録を読んで確かめています")
    sessions = read_beside(cases, SESSIONS_FOLDER)
    catalogue, problems = build_library(cases.as_posix(), read_folder(cases), sessions, wishes.drafts, spread)
    if catalogue is None:
        return None, problems
    release = new_release(out)
    try:
        pages, problems = _make(root, catalogue, release, progress, wishes.offline)
        if problems:
            return None, problems
        (release / MARKER).write_text(inputs, "utf-8")
        publish(release, out)
    finally:
        if not out.exists() or out.resolve() != release.resolve():
            shutil.rmtree(release, ignore_errors=True)
    return Built(len(catalogue.cases), pages), []


def _make(
    root: Path, catalogue: Catalogue, release: Path, progress: Progress, offline: bool
) -> tuple[int, list[Problem]]:
    """Make the site of `catalogue` as the folder `release`; returns the number of pages, or the problems."""
    dataset = Dataset(catalogue, site_address())
    with tempfile.TemporaryDirectory(dir=release.parent, prefix=MAKING) as name:
        site, downloads, copies = (Path(name) / part for part in ("site", "downloads", "copies"))
        downloads.mkdir()
        with (
            beside(lambda: write_casebook(dataset, root, downloads)) as wait_for_book,
            beside(lambda: write_downloads(dataset, root, downloads)) as wait_for_files,
        ):
            pages, problems = _make_pages(_Place(root, site, copies), dataset, progress, offline)
            if problems:
                return 0, problems
            progress("検索の索引と、データのファイルと冊子を作っています")
            searched = [page.search for page in pages if page.search]
            with beside(lambda: make_searchable(site, dataset.catalogue, searched, copies)) as wait_for_search:
                wait_for_book()
                wait_for_files()
                move_into(site, downloads)
                write_licences(site)
                problems = wait_for_search()
        if problems:
            return 0, problems
        if offline:
            progress("ネットワークなしで開ける版を作っています")
            (site / OFFLINE_FILE).write_bytes(offline_edition(site))
        progress("リンクと索引と件数を確かめています")
        built = read_pages(site, {f"{page.address}index.html": page.built for page in pages})
        problems = check_release(site, dataset, urlsplit(dataset.site).path, built)
        if not problems:
            release.rmdir()
            site.rename(release)
    return len(pages), problems


@dataclass(frozen=True)
class _Place:
    """The project, the folder of the site that is being made, and that of the copies for the search index."""

    root: Path
    site: Path
    copies: Path


def _make_pages(
    place: _Place, dataset: Dataset, progress: Progress, offline: bool
) -> tuple[list[MadePage], list[Problem]]:
    docs = place.root / "build" / "docs"
    by_hand = with_published_scripts(with_published_styles(written_by_hand(place.root / "docs")))
    stage(by_hand, docs)
    with _dated(dataset.catalogue):
        frame, problems = run_mkdocs(place.root / "mkdocs.yml", docs, place.site, by_hand)
        if frame is None or problems:
            return [], problems
        groups = list(page_groups(dataset.catalogue, dataset.site, repository_address(), offline=offline))
        progress("ページを書いています")
        pages = write_pages(groups, PageWriter(frame, dataset, docs, place.site, place.copies))
    clear(docs, {*by_hand, *(page.uri for page in pages)})
    return pages, []


@contextmanager
def _dated(catalogue: Catalogue) -> Iterator[None]:
    """Give MkDocs the date of the newest record, unless whoever started homare has set one."""
    given = os.environ.get(DATE)
    os.environ[DATE] = given or str(_newest_change(catalogue))
    try:
        yield
    finally:
        if given is None:
            del os.environ[DATE]
        else:
            os.environ[DATE] = given


def _newest_change(catalogue: Catalogue) -> int:
    """The build's date is that of the newest record, so that the same records give the same bytes."""
    dates = [case.updated or case.recorded for case in catalogue.cases]
    year, month, day = sort_key(max(dates, key=sort_key)) if dates else (2012, 1, 1)
    return int(datetime(year, month or 1, day or 1, tzinfo=UTC).timestamp())
