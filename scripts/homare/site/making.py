"""Make the site of a checked catalogue in a folder of its own, and verify it: frame, pages, downloads, search."""

import os
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import Path
from urllib.parse import unquote, urlsplit

from homare.exports.dataset import Dataset
from homare.model.catalogue import Catalogue
from homare.model.dates import sort_key
from homare.model.site_words import OFFLINE_FILE
from homare.pages.all_pages import page_groups
from homare.pages.case_excerpt import excerpt_groups
from homare.pages.page import name_of, uri_of
from homare.pages.term_pages import term_excerpts
from homare.problems import Problem
from homare.site.beginning import Begun
from homare.site.beside import beside
from homare.site.content import BOOK, BUILD, DOCS, KEPT_PAGEFIND, SITE, Content, Progress
from homare.site.downloads import move_into, write_downloads
from homare.site.environment import DATE, repository_address, site_address
from homare.site.frame import Frame
from homare.site.kept_pages import KeptPages
from homare.site.kept_runs import KeptRuns
from homare.site.kept_similar import kept_similar
from homare.site.licences import write_licences
from homare.site.offline.edition import offline_edition
from homare.site.page_files import WORDS, MadePage, PageWriter, write_pages
from homare.site.page_reading import read_page
from homare.site.release_check import check_release
from homare.site.sealed_files import mark_of
from homare.site.search.build import make_searchable
from homare.site.search.proven_pagefind import kept_pagefind
from homare.site.staging import clear

_NOTES = "pages"
"""The folder under build/ of the notes on the pages of the published site."""
_SIMILAR = "similar.cbor"
"""The note there on which cases are alike."""
_RUNS = "runs.cbor"
"""The note there on its files of all cases."""
_LATEST_IN_GZIP = 2**32 - 1
"""The last moment that a compressed file can bear: in the year 2106."""


@dataclass(frozen=True)
class UnfinishedSite:
    """A site that is being made in `folder` for the project at `root`."""

    root: Path
    folder: Path

    @property
    def site(self) -> Path:
        """Where its files gather."""
        return self.folder / SITE

    @property
    def build(self) -> Path:
        """The folder of what builds keep for the next one."""
        return self.root / BUILD

    def make(
        self,
        content: Content,
        begun: Callable[[], Begun],
        wait_for_book: Callable[[], object],
        progress: Progress,
        offline: bool,
    ) -> tuple[int, list[Problem]]:
        """Make and verify the site of the content; returns the number of pages, or the problems.

        `begun` waits for the hand-written pages and the frame of all others, `wait_for_book` for the casebook, which
        does not need them. `progress` is told what is being done; `offline` adds the edition for reading without
        network. Raises OSError when the disk refuses.
        """
        dataset = Dataset(content.catalogue, site_address())
        frame, problems = begun()
        if frame is None or problems:
            return 0, problems
        frame = replace(frame, moment=_moment_of(content.catalogue))
        pages, problems = self._fill(content, dataset, frame, progress, offline)
        wait_for_book()
        if problems:
            return 0, problems
        move_into(self.site, self.folder / BOOK)
        write_licences(self.site)
        if offline:
            progress("ネットワークなしで開ける版を作っています")
            (self.site / OFFLINE_FILE).write_bytes(offline_edition(self.site))
        progress("リンクと索引と件数を確かめています")
        known = {f"{page.address}index.html": page.built for page in pages}
        # One page stands for all that have the same shell.
        of_shells = {frame.shell_of(page.address): f"{page.address}index.html" for page in pages}
        shells = {name: read_page(shell.text) for shell, name in of_shells.items()}
        return len(pages), check_release(self.site, dataset, unquote(urlsplit(dataset.site).path), known, shells)

    def _fill(
        self, content: Content, dataset: Dataset, frame: Frame, progress: Progress, offline: bool
    ) -> tuple[list[MadePage], list[Problem]]:
        """Write pages, downloads and what search needs; not before MkDocs is done, because it empties the site."""
        runs = KeptRuns(self.build / _RUNS, content.earlier, content.code, content.records)
        with (
            beside(lambda: write_downloads(dataset, self.root, self.site, runs)) as wait_for_files,
            beside(lambda: kept_pagefind(self.root / KEPT_PAGEFIND)) as proven,
        ):
            progress("ページを書いています")
            pages = self._make_pages(content, frame, offline)
            progress("検索の索引と、データのファイルと冊子を作っています")
            searched = [page.search for page in pages if page.search]
            problems = make_searchable(self.site, content.catalogue, searched, self.build / WORDS, proven)
            wait_for_files()
        return pages, problems

    def _make_pages(self, content: Content, frame: Frame, offline: bool) -> list[MadePage]:
        kept = KeptPages(self.build / _NOTES, self.build, content.earlier)
        code = mark_of([content.code, *frame.texts()])
        writer = PageWriter(frame, site_address(), self.site, kept, code, content.records)
        others = page_groups(content.catalogue, repository_address(), offline=offline)
        similar = kept_similar(content.catalogue, self.build / _SIMILAR, content.code, forgetful=not content.earlier)
        cases, terms = excerpt_groups(content.catalogue, similar.of_case), term_excerpts(content.catalogue)
        pages = write_pages(cases, terms, others, writer)
        kept.clear(name_of(page.address) for page in pages)
        clear(self.build / DOCS, {*frame.by_hand, *(uri_of(page.address) for page in pages)})
        clear(self.build / WORDS, {f"{case.id}.cbor" for case in content.catalogue.cases})
        return pages


def _moment_of(catalogue: Catalogue) -> int:
    """Return the date of the build, in seconds since 1970: that of the newest record, unless the environment has one.

    So the same records give the same bytes.
    """
    given = os.environ.get(DATE, "")
    if given.isascii() and given.isdigit():
        return min(int(given), _LATEST_IN_GZIP)
    dates = [case.updated or case.recorded for case in catalogue.cases]
    year, month, day = sort_key(max(dates, key=sort_key)) if dates else (2012, 1, 1)
    return int(datetime(year, month or 1, day or 1, tzinfo=UTC).timestamp())
