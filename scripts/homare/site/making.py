"""Make the site of a checked catalogue in a folder of its own, and verify it: frame, pages, downloads, search."""

import os
import tempfile
from collections.abc import Callable, Iterator, Mapping
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
from homare.pages.case_excerpt import excerpt_groups
from homare.problems import Problem
from homare.site.beside import beside
from homare.site.downloads import move_into, write_casebook, write_downloads
from homare.site.environment import DATE, repository_address, site_address
from homare.site.frame import Frame
from homare.site.kept_pages import KeptPages
from homare.site.leftovers import MAKING
from homare.site.licences import write_licences
from homare.site.mkdocs_run import run_mkdocs
from homare.site.offline.edition import offline_edition
from homare.site.page_files import DOCS, WORDS, MadePage, PageWriter, write_pages
from homare.site.release_check import check_release
from homare.site.scripts import with_published_scripts
from homare.site.sealed_files import mark_of
from homare.site.search.build import make_searchable
from homare.site.staging import clear, stage, written_by_hand
from homare.site.stylesheet import with_published_styles

Progress = Callable[[str], None]
KEPT_PAGEFIND = "build/pagefind.cbor"
"""Where a project keeps what of Pagefind runs in browsers; `homare build --full` does without."""
_NOTES = "pages"
"""The folder under build/ of the notes on the pages of the published site."""


@dataclass(frozen=True)
class Inputs:
    """What a site is made from, with the marks by which pages of an earlier one are known to be from the same.

    `code` is the mark of all but the records; `records` those of the records, by case id. `earlier` is the site from
    which pages may be taken over.
    """

    root: Path
    catalogue: Catalogue
    code: str
    records: Mapping[str, str]
    earlier: Path | None


def make_site(inputs: Inputs, release: Path, progress: Progress, offline: bool) -> tuple[int, list[Problem]]:
    """Make the site of the inputs as the folder `release`; returns the number of pages, or the problems.

    The project at their root holds the settings and what is kept from one build to the next; `progress` is told what
    is being done; `offline` adds the edition for reading without network. Raises OSError when the disk refuses.
    """
    root, catalogue = inputs.root, inputs.catalogue
    dataset = Dataset(catalogue, site_address())
    with tempfile.TemporaryDirectory(dir=release.parent, prefix=MAKING) as name:
        place = _Place(root / "build", Path(name) / "site")
        site, book = place.site, Path(name) / "book"
        book.mkdir()
        with beside(lambda: write_casebook(dataset, root, book)) as wait_for_book:
            frame, problems = _make_frame(root, place, catalogue)
            if frame is None or problems:
                return 0, problems
            with beside(lambda: write_downloads(dataset, root, site)) as wait_for_files:
                progress("ページを書いています")
                pages = _make_pages(place, inputs, frame, offline)
                progress("検索の索引と、データのファイルと冊子を作っています")
                searched = [page.search for page in pages if page.search]
                words = place.build / WORDS
                with beside(
                    lambda: make_searchable(site, catalogue, searched, words, root / KEPT_PAGEFIND)
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
    """The folder of what builds keep for the next one, and that of the site which is being made."""

    build: Path
    site: Path

    @property
    def docs(self) -> Path:
        """Where all pages are staged as Markdown."""
        return self.build / DOCS


def _make_frame(root: Path, place: _Place, catalogue: Catalogue) -> tuple[Frame | None, list[Problem]]:
    """Stage what was written by hand, and let MkDocs make that part of the site and the frame of all other pages."""
    by_hand = with_published_scripts(with_published_styles(written_by_hand(root / "docs")))
    stage(by_hand, place.docs)
    with _dated(catalogue):
        return run_mkdocs(root / "mkdocs.yml", place.docs, place.site, by_hand)


def _make_pages(place: _Place, inputs: Inputs, frame: Frame, offline: bool) -> list[MadePage]:
    kept = KeptPages(place.build / _NOTES, place.build, inputs.earlier)
    code = mark_of([inputs.code, *frame.texts()])
    writer = PageWriter(frame, site_address(), place.site, kept, code, inputs.records)
    others = page_groups(inputs.catalogue, repository_address(), offline=offline)
    pages = write_pages(excerpt_groups(inputs.catalogue), others, writer)
    uris = [page.uri for page in pages]
    kept.clear(uri.removesuffix(".md") for uri in uris)
    clear(place.docs, {*frame.by_hand, *uris})
    clear(place.build / WORDS, {f"{case.id}.cbor" for case in inputs.catalogue.cases})
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
