"""The pages of the published site and all that came with them: what has not changed is not made again.

A note under build/ tells for each page what it was made from, which files it consists of, with their sizes and times,
and what was found in it. While the records are read, all pages of which no file was touched are taken over; those that
turn out to have changed then make room for new ones. So no page is opened to be taken over.
"""

import os
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from itertools import chain
from pathlib import Path
from typing import NamedTuple

import cbor2

from homare.site.frame import Frame
from homare.site.packed_page import PackedPage
from homare.site.sealed_files import mark_of, read_sealed, write_sealed_pieces
from homare.site.search.case_search import CaseSearch
from homare.site.search.words import TextWords
from homare.site.stamps import Stamp
from homare.site.writing import remove_files

_NOTE = "pages.cbor"
_LIST, _END = b"\x9f", b"\xff"
"""Around the items of a CBOR list whose length is not said before: RFC 8949, section 3.2.2."""


class PageNote(NamedTuple):
    """What a later build has to know of a page: the mark of what it was made from, and what was found in it.

    Its files are those in the site and those under build/. They and `said`, what search has of a case, stay packed
    until someone asks. `shown` is the mark of the excerpt that it is made from, where it has one.
    """

    made_from: str
    built: PackedPage
    files: bytes
    said: bytes
    shown: str = ""

    @property
    def stamps(self) -> "Stamps":
        """The files of the page in the site, and under build/."""
        published, beside = cbor2.loads(self.files)
        return published, beside

    @property
    def search(self) -> CaseSearch | None:
        """What search has to know of the page of a case."""
        if not self.said:
            return None
        case_id, length, all_words, words = cbor2.loads(self.said)
        return CaseSearch(case_id, length, all_words, TextWords(*words))


Stamps = tuple[list[Stamp], list[Stamp]]
"""The files of a page in the site, and those under build/."""


def page_note(made_from: str, built: PackedPage, files: Stamps, search: CaseSearch | None) -> PageNote:
    """Return the note of a page with these files."""
    said = search and (search.case_id, search.length, search.all_words, (search.words.latin, search.words.compounds))
    return PageNote(made_from, built, cbor2.dumps(files), cbor2.dumps(said) if said else b"")


@dataclass(frozen=True)
class PageNotes:
    """The notes of the last build in the folder `build`; `code` is the mark of all that is common to the pages."""

    build: Path
    code: str

    def read(self) -> Mapping[str, PageNote]:
        """Return the notes by the addresses of their pages: none when pages were made from other code, or are lost."""
        packed = read_sealed(self.build / _NOTE, self.code)
        if packed is None:
            return {}
        return {
            address: PageNote(made_from, PackedPage(*built), *rest)
            for address, made_from, built, *rest in cbor2.loads(packed)
        }

    def write(self, notes: Mapping[str, PageNote]) -> None:
        """Keep the notes for the next build. Raises OSError when the disk refuses."""
        packed = (cbor2.dumps((address, *note)) for address, note in notes.items())
        write_sealed_pieces(self.build / _NOTE, self.code, chain([_LIST], packed, [_END]))


def notes_of(build: Path, code: str, frame: Frame) -> PageNotes:
    """Return the notes of pages in this frame; `code` is the mark of all else that is common to them."""
    return PageNotes(build, mark_of([code, *frame.texts()]))


@dataclass(frozen=True)
class KeptPages:
    """The pages that were taken over into `site`: their addresses are in `there`. They have `notes`, and more may."""

    site: Path
    notes: Mapping[str, PageNote] = field(default_factory=dict)
    there: frozenset[str] = frozenset()

    def has(self, address: str, made_from: str) -> bool:
        """Return whether the page stands in the site, made from what has this mark."""
        return address in self.there and self.notes[address].made_from == made_from

    def shows(self, address: str, shown: str) -> bool:
        """Return whether the page stands in the site, and is made from the excerpt that has this mark."""
        return address in self.there and self.notes[address].shown == shown

    def still_there(self, notes: Mapping[str, PageNote]) -> Iterator[str]:
        """Yield the addresses of the pages that stayed as they were taken over, when all pages have these notes."""
        return (address for address in self.there if notes.get(address) is self.notes[address])

    def make_room(self, address: str) -> None:
        """Take the page out again, if it is there: its files are the earlier site's too, so none may be written to.

        Raises OSError when the disk refuses.
        """
        if address in self.there:
            for name in self._files_of(address):
                os.unlink(f"{self.site}/{name}")  # noqa: PTH108 — a folder may hold a page that is just being written

    def without(self, gone: Callable[[str], bool]) -> "KeptPages":
        """Take out all pages whose addresses are `gone`, and folders that are empty then; returns what stays.

        To be called while nobody writes pages. Raises OSError when the disk refuses.
        """
        out = {address for address in self.there if gone(address)}
        remove_files(self.site, (name for address in out for name in self._files_of(address)))
        return replace(self, there=self.there - out)

    def _files_of(self, address: str) -> list[str]:
        return [name for name, _, _ in self.notes[address].stamps[0]]
