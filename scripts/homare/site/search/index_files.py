"""Put the words of all pages together to the index that Pagefind reads in the browser.

Its files are cut small: Pagefind itself puts some 20,000 places into a file of 30 KB, and a query of five characters
may need five of them. Cut at FILE_BYTES the same query needs 10 to 20 KB.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import partial
from hashlib import blake2b
from itertools import groupby
from pathlib import Path

from homare.model.parts import parts_of
from homare.site.beside import spread
from homare.site.search.index_layout import (
    encoded_array,
    encoded_entry,
    encoded_metadata,
    packed,
    plain_form,
    starts_of_rows,
)
from homare.site.search.pagefind_program import Pagefind
from homare.site.writing import write_file

FILE_BYTES = 3_000
"""Size of a file of words before compression; a character with more places than that has a file of its own."""
_LANGUAGE = "und"


@dataclass(frozen=True)
class IndexedPage:
    """A page in the index: its name there, the number of all its words, and their encoded places, word → bytes."""

    name: str
    length: int
    rows: Mapping[str, bytes]


@dataclass(slots=True)
class _Word:
    """The rows of a word so far, how many they are, and the page of the last one."""

    rows: bytearray = field(default_factory=bytearray)
    number: int = 0
    page: int = 0


def write_index(pages: Iterable[IndexedPage], pagefind: Pagefind, index: Path) -> None:
    """Write the index of `pages` and what runs in the browser as the folder `index`. Raises OSError as disks do."""
    words, named = _gathered(pages)
    runs = parts_of(list(_cut(_entries(words))))
    files = [file for written in spread([partial(_write_words, index, run) for run in runs]) for file in written]
    metadata = encoded_metadata(pagefind.version, named, files)
    name = f"{_LANGUAGE}_{_mark(metadata)}"
    write_file(index / f"pagefind.{name}.pf_meta", packed(metadata))
    for path, content in (pagefind.entry_file(name, len(named)), *pagefind.files.items()):
        write_file(index / path, content)


def _gathered(pages: Iterable[IndexedPage]) -> tuple[Mapping[str, _Word], list[tuple[str, int]]]:
    """Return the rows of every word, and name and length of every page."""
    words: defaultdict[str, _Word] = defaultdict(_Word)
    named = []
    for place, page in enumerate(pages):
        named.append((page.name, page.length))
        starts = starts_of_rows(place + 1)
        for text, places in page.rows.items():  # 300 times for each case
            word = words[text]
            word.rows += starts[place - word.page] + places
            word.number += 1
            word.page = place
    return words, named


def _entries(words: Mapping[str, _Word]) -> Iterator[tuple[str, bytes]]:
    """Yield each plain word with its encoded entry, in the order of the words."""
    for plain, forms in groupby(sorted(words, key=lambda word: (plain_form(word), word)), plain_form):
        rows = [(form, (words[form].number, bytes(words[form].rows))) for form in forms]
        yield plain, encoded_entry(plain, rows)


def _cut(entries: Iterable[tuple[str, bytes]]) -> Iterator[list[tuple[str, bytes]]]:
    """Yield the entries in runs of about FILE_BYTES."""
    part: list[tuple[str, bytes]] = []
    size = 0
    for entry in entries:
        if part and size + len(entry[1]) > FILE_BYTES:
            yield part
            part, size = [], 0
        part.append(entry)
        size += len(entry[1])
    if part:
        yield part


def _write_words(index: Path, parts: Iterable[list[tuple[str, bytes]]]) -> list[tuple[str, str, str]]:
    """Write a file of words for each part; returns the first word, the last word and the name of each."""
    files = []
    for part in parts:
        content = encoded_array([encoded_array([entry for _, entry in part])])
        name = f"{_LANGUAGE}_{_mark(content)}"
        write_file(f"{index}/index/{name}.pf_index", packed(content))
        files.append((part[0][0], part[-1][0], name))
    return files


def _mark(content: bytes) -> str:
    return blake2b(content, digest_size=6).hexdigest()
