"""Gather the rows of every word from all pages, without holding them.

All rows together are 7 KB a page. Those of a run of pages are gathered at once and lie in a file of that run, word by
word, until somebody asks for all the rows of a word.
"""

from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from typing import BinaryIO

from homare.model.parts import parts_of
from homare.site.beside import spread
from homare.site.search.index_layout import plain_form, starts_of_rows

_RUN = 500
"""Pages in a run."""


@dataclass(frozen=True, slots=True)
class IndexedPage:
    """A page in the index: its name there, the number of all its words, and what reads their encoded places.

    These are word → bytes, and nobody holds those of all pages.
    """

    name: str
    length: int
    rows: Callable[[], Mapping[str, bytes]]


@dataclass(frozen=True, slots=True)
class Stretch:
    """The rows of a word in a run of pages: where in the file of the run they lie, but for the start of the first.

    `number` is that of the rows; `first` and `last` are the places of the pages that they begin and end with.
    """

    run: int
    begin: int
    size: int
    number: int
    first: int
    last: int


@dataclass(slots=True)
class _Word:
    """The rows of a word so far, how many they are, and the pages of the first and the last of them."""

    first: int
    last: int
    number: int = 0
    rows: bytearray = field(default_factory=bytearray)


def gather_rows(pages: Sequence[IndexedPage], folder: Path) -> Mapping[str, Sequence[Stretch]]:
    """Write the rows of the pages into files in `folder`; returns where those of each word lie, in their order.

    The cores share the runs of pages. Raises OSError when the disk refuses, and what reading a page raises.
    """
    runs = parts_of(pages, _RUN)
    words: defaultdict[str, list[Stretch]] = defaultdict(list)
    for found in spread([partial(_gather_run, folder, number, run) for number, run in enumerate(runs)]):
        for word, stretch in found.items():
            words[word].append(stretch)
    return words


@contextmanager
def opened_rows(folder: Path) -> Iterator[Sequence[BinaryIO]]:
    """Open the files that `gather_rows` has written, in the order of their runs."""
    with ExitStack() as opened:
        yield [opened.enter_context((folder / str(run)).open("rb")) for run in range(len(list(folder.iterdir())))]


def number_of(stretches: Sequence[Stretch]) -> int:
    """Return the number of rows."""
    return sum(stretch.number for stretch in stretches)


def size_of(stretches: Sequence[Stretch]) -> int:
    """Return the number of bytes of the rows of a word."""
    return sum(len(start) + stretch.size for start, stretch in _with_starts(stretches))


def read_stretches(stretches: Sequence[Stretch], opened: Sequence[BinaryIO]) -> bytes:
    """Return the rows of a word."""
    rows = []
    for start, stretch in _with_starts(stretches):
        opened[stretch.run].seek(stretch.begin)
        rows += [start, opened[stretch.run].read(stretch.size)]
    return b"".join(rows)


def by_plain_form(word: str) -> tuple[str, str]:
    """Return the key of the order of words in the index; rows lie in it, so that files are read from end to end."""
    return plain_form(word), word


def _gather_run(folder: Path, number: int, pages: Sequence[IndexedPage]) -> Mapping[str, Stretch]:
    words: dict[str, _Word] = {}
    starts = starts_of_rows(len(pages))
    for place, page in enumerate(pages, number * _RUN):
        for text, places in page.rows().items():  # 300 times for each case
            word = words.get(text)
            if word is None:
                word = words[text] = _Word(place, place)
            else:
                word.rows += starts[place - word.last]
            word.rows += places
            word.number += 1
            word.last = place
    found: dict[str, Stretch] = {}
    begin = 0
    with (folder / str(number)).open("wb") as file:
        for text in sorted(words, key=by_plain_form):
            word = words[text]
            found[text] = Stretch(number, begin, len(word.rows), word.number, word.first, word.last)
            begin += file.write(word.rows)
    return found


def _with_starts(stretches: Sequence[Stretch]) -> Iterator[tuple[bytes, Stretch]]:
    """Yield each stretch with the start of its first row, which counts from the page of the row before."""
    starts = starts_of_rows(stretches[-1].last + 1)
    page = 0
    for stretch in stretches:
        yield starts[stretch.first - page], stretch
        page = stretch.last
