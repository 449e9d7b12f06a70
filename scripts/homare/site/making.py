"""Make the site of a checked catalogue in a folder of its own, and verify it: frame, pages, downloads, search."""

import os
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from urllib.parse import urlsplit

from homare.exports.dataset import Dataset
from homare.model.catalogue import Catalogue
from homare.model.dates import sort_key
from homare.model.site_words import OFFLINE_FILE
from homare.pages.all_pages import page_groups
from homare.problems import Problem
from homare.site.beside import beside
from homare.site.downloads import move_into, write_casebook, write_downloads
from homare.site.environment import DATE, repository_address, site_address
from homare.site.frame import Frame
from homare.site.leftovers import MAKING
from homare.site.licences import write_licences
from homare.site.mkdocs_run import run_mkdocs
from homare.site.offline.edition import offline_edition
from homare.site.page_files import MadePage, PageWriter, write_pages
from homare.site.release_check import check_release
from homare.site.scripts import with_published_scripts
from homare.site.search.build import make_searchable
from homare.site.staging import clear, stage, written_by_hand
from homare.site.stylesheet import with_published_styles

Progress = Callable[[str], None]
KEPT_INDEX = "build/search"
"""Where a project keeps its search index; `homare build --full` does without."""


def make_site(
    root: Path, catalogue: Catalogue, release: Path, progress: Progress, offline: bool
) -> tuple[int, list[Problem]]:
    """Make the site of `catalogue` as the folder `release`; returns the number of pages, or the problems.

    The project at `root` holds the settings and what is kept from one build to the next; `progress` is told what is
    being done; `offline` adds the edition for reading without network. Raises OSError when the disk refuses.
    """
    dataset = Dataset(catalogue, site_address())
    with tempfile.TemporaryDirectory(dir=release.parent, prefix=MAKING) as name:
        place = _Place(root, Path(name) / "site", Path(name) / "copies")
        site, book = place.site, Path(name) / "book"
        for folder in (book, place.copies):
            folder.mkdir()
        with beside(lambda: write_casebook(dataset, root, book)) as wait_for_book:
            frame, problems = _make_frame(place, dataset)
            if frame is None or problems:
                return 0, problems
            with beside(lambda: write_downloads(dataset, root, site)) as wait_for_files:
                pages = _make_pages(place, dataset, frame, progress, offline)
                progress("検索の索引と、データのファイルと冊子を作っています")
                searched = [page.search for page in pages if page.search]
                with beside(
                    lambda: make_searchable(site, catalogue, searched, place.copies, root / KEPT_INDEX)
                ) as wait_for_search:
                    wait_for_files()
                    wait_for_book()
                    move_into(site, book)
                    write_licences(site)
                    problems = wait_for_search()
        if problems:
            return 0, problems
        if offline:
            progress("ネットワークなしで開ける版を作っています")
            (site / OFFLINE_FILE).write_bytes(offline_edition(site))
        progress("リンクと索引と件数を確かめています")
        known = {f"{page.address}index.html": page.built for page in pages}
        problems = check_release(site, dataset, urlsplit(dataset.site).path, known)
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

    @property
    def docs(self) -> Path:
        """Where all pages are staged as Markdown."""
        return self.root / "build" / "docs"


def _make_frame(place: _Place, dataset: Dataset) -> tuple[Frame | None, list[Problem]]:
    """Stage what was written by hand, and let MkDocs make that part of the site and the frame of all other pages."""
    by_hand = with_published_scripts(with_published_styles(written_by_hand(place.root / "docs")))
    stage(by_hand, place.docs)
    with _dated(dataset.catalogue):
        return run_mkdocs(place.root / "mkdocs.yml", place.docs, place.site, by_hand)


def _make_pages(place: _Place, dataset: Dataset, frame: Frame, progress: Progress, offline: bool) -> list[MadePage]:
    progress("ページを書いています")
    groups = list(page_groups(dataset.catalogue, dataset.site, repository_address(), offline=offline))
    pages = write_pages(groups, PageWriter(frame, dataset, place.docs, place.site, place.copies))
    clear(place.docs, {*frame.by_hand, *(page.uri for page in pages)})
    return pages


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
