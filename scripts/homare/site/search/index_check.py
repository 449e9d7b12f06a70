"""Ask a built search index before it is published: the titles of some cases and of their sources must lead to them.

The layout is that of Pagefind's pinned version, see index_layout.py.
"""

import zlib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from gzip import BadGzipFile
from itertools import accumulate
from pathlib import Path
from typing import Any

from homare.model.case import Case
from homare.model.catalogue import Catalogue
from homare.problems import Problem, Text
from homare.site.search.browser_data import library_mark
from homare.site.search.index_layout import plain_form, read_values
from homare.site.search.pagefind_program import FOLDER, TO_DO
from homare.site.search.tokens import index_word, tokens

_DAMAGED = (FileNotFoundError, BadGzipFile, EOFError, zlib.error, ValueError, LookupError)
LONGEST_QUESTION = 12
"""Words of a text that are asked for."""


def index_problems(site: Path, catalogue: Catalogue) -> list[Problem]:
    """Return a problem when the index of the built `site` does not hold every case or does not find one."""
    try:
        return list(_problems(site / FOLDER, catalogue))
    except _DAMAGED as error:
        return [_problem(f"索引を読めません（{error}）。", f"the index cannot be read ({error})")]


def _problems(folder: Path, catalogue: Catalogue) -> Iterator[Problem]:
    cases, mark = catalogue.cases, library_mark(catalogue)
    asked = sorted({0, len(cases) // 2, len(cases) - 1} & set(range(len(cases))))
    index = _Index(folder, [f"{mark}/{place}" for place in asked])
    if len(index.names) != len(cases):
        found = len(index.names)
        yield _problem(
            f"索引の事例は{found}件、記録は{len(cases)}件です。", f"{found} cases in the index, {len(cases)} records"
        )
    for place in asked:
        for text in _questions(cases[place]):
            words = [index_word(token) for token in tokens(text)[:LONGEST_QUESTION]]
            if not index.finds(words, f"{mark}/{place}"):
                yield _problem(f"「{text}」をさがしても、その事例が出ません。", f"“{text}” does not find its case")


def _questions(case: Case) -> tuple[str, str]:
    """Return a text from the head of a case's page and one from the sources at its end."""
    return case.title, [*case.sources.values()][-1].title


class _Index:
    """The index in `folder`, to be asked about the pages that bear the names `asked`.

    Of a word only the places on these pages are kept, so that titles with the same words read each file once.
    """

    def __init__(self, folder: Path, asked: Iterable[str]) -> None:
        _, pages, self.chunks, *_ = read_values(next(folder.glob("*.pf_meta"), folder / "pagefind.pf_meta"))
        self.names: list[str] = [name for name, _ in pages]
        self.folder = folder
        self.asked = {name: self.names.index(name) for name in asked}
        self.known: dict[str, Mapping[int, set[int]]] = {}

    def finds(self, words: Sequence[str], name: str) -> bool:
        """Return whether `words` stand one after the other on the page that bears `name`."""
        ends = self._places_of(words[0], name) if words else set()
        for word in words[1:]:
            ends = {at for at in self._places_of(word, name) if at - 1 in ends}
        return bool(ends)

    def _places_of(self, word: str, name: str) -> set[int]:
        if word not in self.known:
            self.known[word] = self._read(word)
        return self.known[word].get(self.asked[name], set())

    def _read(self, word: str) -> Mapping[int, set[int]]:
        """Return page → places of the word, for the pages that are asked about."""
        plain = plain_form(word)
        name = next((name for first, last, name in self.chunks if first <= plain <= last), None)
        if name is None:
            return {}
        (entries,) = read_values(self.folder / "index" / f"{name}.pf_index")
        entry: list[Any] = next((entry for entry in entries if entry[0] == plain), [plain, [], []])
        rows: list[list[Any]] = {plain: entry[1], **dict(entry[2])}.get(word, [])
        wanted = set(self.asked.values())
        pages = zip(accumulate(row[0] for row in rows), rows, strict=True)
        return {page: set(accumulate(at for at in row[1] if at >= 0)) for page, row in pages if page in wanted}


def _problem(ja: str, en: str) -> Problem:
    return Problem(
        f"site/{FOLDER}",
        1,
        1,
        "search-index",
        Text(f"検索が働きません。{ja}", f"Search does not work: {en}."),
        TO_DO,
    )
