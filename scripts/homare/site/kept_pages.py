"""The pages of the published site and all that came with them: what has not changed is not made again.

For each page a note under build/ tells which files it consists of, with their sizes and times. A build takes them over
while they are still those files; when anyone has touched one, the page is made anew.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

import cbor2

from homare.site.packed_page import PackedPage
from homare.site.sealed_files import read_sealed, write_sealed
from homare.site.search.case_search import CaseSearch
from homare.site.search.words import TextWords
from homare.site.staging import clear
from homare.site.stamps import Stamp, are_there, take_over

_NOTE = ".cbor"


@dataclass(frozen=True)
class PageNote:
    """What a later build has to know of a page: its files in the site and under build/, and what was found in it."""

    published: tuple[Stamp, ...]
    beside: tuple[Stamp, ...]
    built: PackedPage
    search: CaseSearch | None


@dataclass(frozen=True)
class KeptPages:
    """The notes in the folder `notes`, for pages of the site `earlier` and for files in `beside`.

    Without `earlier` there is nothing to take over, and every page is made.
    """

    notes: Path
    beside: Path
    earlier: Path | None

    def take(self, name: str, made_from: str, site: Path) -> PageNote | None:
        """Take over all files of the page `name` into `site`, if there is one that was made from the same.

        Returns its note, or None. Raises OSError when the disk refuses.
        """
        if not self.earlier:
            return None
        packed = read_sealed(self._note(name), made_from)
        if packed is None:
            return None
        note = _unpacked(packed)
        if not are_there(self.beside, note.beside) or not are_there(self.earlier, note.published):
            return None
        take_over(note.published, self.earlier, site)
        return note

    def keep(self, name: str, made_from: str, note: PageNote) -> None:
        """Write the note of a page. Raises OSError when the disk refuses."""
        write_sealed(self._note(name), made_from, _packed(note))

    def clear(self, names: Iterable[str]) -> None:
        """Delete the notes of all pages but these. Raises OSError when the disk refuses."""
        clear(self.notes, {f"{name}{_NOTE}" for name in names})

    def _note(self, name: str) -> str:
        return f"{self.notes}/{name}{_NOTE}"


def _packed(note: PageNote) -> bytes:
    built, search = note.built, note.search
    found = (built.ids, built.references, built.foreign, built.inline)
    words = search and (search.words.latin, search.words.compounds)
    said = search and (search.case_id, search.length, search.all_words, words)
    return cbor2.dumps((note.published, note.beside, found, said))


def _unpacked(packed: bytes) -> PageNote:
    published, beside, found, said = cbor2.loads(packed)
    search = None
    if said:
        case_id, length, all_words, words = said
        search = CaseSearch(case_id, length, all_words, TextWords(*words))
    return PageNote(_as_stamps(published), _as_stamps(beside), PackedPage(*found), search)


def _as_stamps(packed: Iterable[Iterable[object]]) -> tuple[Stamp, ...]:
    return tuple(tuple(stamp) for stamp in packed)  # type: ignore[misc]  # as they were packed
