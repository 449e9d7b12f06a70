"""Put the words of all pages together to the index that Pagefind reads in the browser.

Its files are cut small: Pagefind itself puts some 20,000 places into a file of 30 KB, and a query of five characters
may need five of them. Cut at FILE_BYTES the same query needs 10 to 20 KB.
"""

import tempfile
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import partial
from hashlib import blake2b
from itertools import groupby
from pathlib import Path

from homare.model.parts import parts_of
from homare.site.beside import spread
from homare.site.search.index_layout import encoded_array, encoded_entry, encoded_metadata, packed, plain_form
from homare.site.search.index_rows import (
    IndexedPage,
    Stretch,
    by_plain_form,
    gather_rows,
    number_of,
    opened_rows,
    read_stretches,
    size_of,
)
from homare.site.search.pagefind_program import Pagefind
from homare.site.writing import write_file

FILE_BYTES = 3_000
"""Size of a file of words before compression; a character with more places than that has a file of its own."""
_LANGUAGE = "und"

_Forms = Mapping[str, Sequence[Stretch]]
"""The forms of a plain word, or any words, and where the rows of each lie."""
_Entry = tuple[str, _Forms]
"""A plain word with its forms."""


def write_index(pages: Sequence[IndexedPage], pagefind: Pagefind, index: Path) -> None:
    """Write the index of `pages` and what runs in the browser as the folder `index`. Raises OSError as disks do."""
    index.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(dir=index) as folder:
        rows = Path(folder)
        runs = parts_of(list(_cut(_entries(gather_rows(pages, rows)))))
        written = spread([partial(_write_words, index, rows, run) for run in runs])
    files = [file for of_run in written for file in of_run]
    named = [(page.name, page.length) for page in pages]
    metadata = encoded_metadata(pagefind.version, named, files)
    name = f"{_LANGUAGE}_{_mark(metadata)}"
    write_file(index / f"pagefind.{name}.pf_meta", packed(metadata))
    for path, content in (pagefind.entry_file(name, len(named)), *pagefind.files.items()):
        write_file(index / path, content)


def _entries(words: _Forms) -> Iterator[_Entry]:
    """Yield each plain word with its forms, in the order of the words."""
    for plain, forms in groupby(sorted(words, key=by_plain_form), plain_form):
        yield plain, {form: words[form] for form in forms}


def _cut(entries: Iterable[_Entry]) -> Iterator[list[_Entry]]:
    """Yield the entries in runs of about FILE_BYTES."""
    part: list[_Entry] = []
    size = 0
    for plain, forms in entries:
        length = len(_encoded((plain, forms), lambda _: b"")) + sum(map(size_of, forms.values()))
        if part and size + length > FILE_BYTES:
            yield part
            part, size = [], 0
        part.append((plain, forms))
        size += length
    if part:
        yield part


def _encoded(entry: _Entry, read: Callable[[Sequence[Stretch]], bytes]) -> bytes:
    plain, forms = entry
    return encoded_entry(plain, [(form, (number_of(rows), read(rows))) for form, rows in forms.items()])


def _write_words(index: Path, rows: Path, parts: Iterable[Sequence[_Entry]]) -> list[tuple[str, str, str]]:
    """Write a file of words for each part; returns the first word, the last word and the name of each."""
    files = []
    with opened_rows(rows) as opened:
        for part in parts:
            read = partial(read_stretches, opened=opened)
            content = encoded_array([encoded_array([_encoded(entry, read) for entry in part])])
            name = f"{_LANGUAGE}_{_mark(content)}"
            write_file(f"{index}/index/{name}.pf_index", packed(content))
            files.append((part[0][0], part[-1][0], name))
    return files


def _mark(content: bytes) -> str:
    return blake2b(content, digest_size=6).hexdigest()
