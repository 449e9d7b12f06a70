"""Make the site of a checked catalogue in a folder of its own, and verify it: frame, pages, downloads, search."""

import os
from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import Path
from urllib.parse import unquote, urlsplit

from homare.exports.dataset import Dataset
from homare.exports.json_ld import data_set_json_ld
from homare.model.addresses import case_address
from homare.model.catalogue import Catalogue
from homare.model.citation import changed_on
from homare.model.dates import sort_key
from homare.model.site_words import OFFLINE_FILE
from homare.pages.all_pages import page_groups
from homare.pages.case_excerpt import excerpt_groups
from homare.pages.page import uri_of
from homare.problems import Problem
from homare.site.beside import beside
from homare.site.checked_links import checked_before
from homare.site.content import BOOK, BUILD, DOCS, KEPT_PAGEFIND, SITE, Content, Progress
from homare.site.downloads import move_into, write_downloads
from homare.site.environment import DATE, repository_address, site_address
from homare.site.frame import Frame
from homare.site.kept_pages import KeptPages, PageNote, notes_of
from homare.site.kept_runs import KeptRuns
from homare.site.kept_similar import kept_similar
from homare.site.licences import write_licences
from homare.site.offline.edition import offline_edition
from homare.site.packed_page import packed_page
from homare.site.page_files import WORDS, PageWriter, write_pages
from homare.site.page_reading import read_page
from homare.site.release_check import check_release
from homare.site.search.build import make_searchable
from homare.site.search.proven_pagefind import kept_pagefind
from homare.site.staging import clear
from homare.site.taking_over import Begun
from homare.site.verification import links_of

_SIMILAR = "similar.cbor"
"""The note there on which cases are alike."""
_RUNS = "runs.cbor"
"""The note there on its files of all cases."""
_LATEST_IN_GZIP = 2**32 - 1
"""The last moment that a compressed file can bear: in the year 2106."""


@dataclass(frozen=True)
class MadeSite:
    """A site that was made and verified: how many pages it has, and the paths of all its files."""

    pages: int
    files: Collection[str]


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
    ) -> tuple[MadeSite | None, list[Problem]]:
        """Make and verify the site of the content; returns it, or None and the problems.

        `begun` waits for the hand-written pages and the frame of all others, `wait_for_book` for the casebook, which
        does not need them. `progress` is told what is being done; `offline` adds the edition for reading without
        network. Raises OSError when the disk refuses.
        """
        frame, problems, taken = begun()
        if frame is None or problems:
            return None, problems
        frame = replace(frame, moment=_moment_of(content.catalogue))
        notes, unchanged, problems = self._fill(content, frame, taken, progress, offline)
        wait_for_book()
        if problems:
            return None, problems
        move_into(self.site, self.folder / BOOK)
        write_licences(self.site)
        if offline:
            progress("ネットワークなしで開ける版を作っています")
            (self.site / OFFLINE_FILE).write_bytes(offline_edition(self.site))
        progress("リンクと索引と件数を確かめています")
        known = {f"{address}index.html": note.built for address, note in notes.items()}
        # One page stands for all that have the same shell.
        of_shells = {frame.shell_of(address): f"{address}index.html" for address in notes}
        shells = {name: packed_page(read_page(shell.text)) for shell, name in of_shells.items()}
        base_path = unquote(urlsplit(site_address()).path)
        links = links_of(self.site, base_path, known, shells)
        if content.earlier:
            links = replace(links, checked=checked_before(links, self.site, unchanged, content.earlier))
        problems = check_release(self.site, content.catalogue, links)
        return (None if problems else MadeSite(len(notes), links.files)), problems

    def _fill(
        self, content: Content, frame: Frame, taken: Collection[str], progress: Progress, offline: bool
    ) -> tuple[Mapping[str, PageNote], Collection[str], list[Problem]]:
        """Write pages, downloads and what search needs; not before MkDocs is done, because it empties the site.

        Returns the notes of the pages by address, and the files of those that were taken over as they are.
        """
        content.catalogue.prepare()
        dataset = Dataset(content.catalogue, site_address())
        runs = KeptRuns(self.build / _RUNS, content.earlier, content.code, content.records)
        noted = notes_of(self.build, content.code, frame)
        kept = KeptPages(self.site, noted.read() if taken else {}, frozenset(taken))
        # Where a case was renamed, a download will stand: the page that leads on.
        moved = {case_address(former) for case in content.catalogue.cases for former in case.formerly}
        kept = kept.without(moved.__contains__)
        with (
            beside(lambda: write_downloads(dataset, self.root, self.site, runs)) as wait_for_files,
            beside(lambda: kept_pagefind(self.root / KEPT_PAGEFIND)) as proven,
        ):
            progress("ページを書いています")
            notes = self._make_pages(content, frame, kept, noted.code, offline)
            progress("検索の索引と、データのファイルと冊子を作っています")
            noted.write(notes)
            searched = [search for note in notes.values() if (search := note.search)]
            problems = make_searchable(self.site, content.catalogue, searched, self.build / WORDS, proven)
            wait_for_files()
        kept = kept.without(lambda address: address not in notes)
        return notes, {f"{address}index.html" for address in kept.still_there(notes)}, problems

    def _make_pages(
        self, content: Content, frame: Frame, kept: KeptPages, code: str, offline: bool
    ) -> Mapping[str, PageNote]:
        writer = PageWriter(frame, site_address(), kept, self.build, code, content.records)
        data_set = data_set_json_ld(Dataset(content.catalogue, site_address()))
        others = page_groups(content.catalogue, repository_address(), offline=offline, data_set=data_set)
        similar = kept_similar(content.catalogue, self.build / _SIMILAR, content.code, forgetful=not content.earlier)
        changed = {case_address(case.id): changed_on(case).isoformat() for case in content.catalogue.cases}
        notes = write_pages(excerpt_groups(content.catalogue, similar.of_case), others, writer, changed)
        clear(self.build / DOCS, {*frame.by_hand, *map(uri_of, notes)})
        clear(self.build / WORDS, {f"{case.id}.cbor" for case in content.catalogue.cases})
        return notes


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
