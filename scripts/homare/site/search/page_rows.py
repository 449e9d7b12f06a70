"""What the page of a case brings to the index: its words, and where each of them stands."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import cbor2

from homare.site.search.case_text import BEHIND_THE_TEXT, Section
from homare.site.search.index_layout import END_OF_PLACES, encoded_numbers, start_of_places
from homare.site.search.tokens import index_word, tokens_of_normalised

_BREAK = "¶"
"""Stands after each block, so that no phrase runs from one into the next."""


@dataclass(frozen=True)
class PageWords:
    """The text of a case as tokens, a BREAK after each block; `length` of them stand before the notes."""

    tokens: list[str]
    length: int


def page_words(sections: Iterable[Section]) -> PageWords:
    """Return the words of a case page."""
    found: list[str] = []
    length = 0
    for section in sections:
        if section.blocks:
            found += tokens_of_normalised(section.normalised.replace("\n", f"\n{_BREAK}\n"))
            found.append(_BREAK)
        if section.anchor not in BEHIND_THE_TEXT:
            length = len(found)
    return PageWords(found, length)


def encoded_rows(tokens: Iterable[str]) -> bytes:
    """Return the words of a page, each once, with their places on it, as `read_rows` reads them."""
    tokens = list(tokens)
    places = list(_places(tokens))
    rows = {index_word(token): encoded for token, encoded in places}
    if len(rows) < len(places):  # a word in Latin letters reads like a sign that is spelled in letters
        return encoded_rows(map(index_word, tokens))
    return cbor2.dumps(rows)


def _places(tokens: Sequence[str]) -> Iterator[tuple[str, bytes]]:
    """Yield each token with its encoded places."""
    numbers = encoded_numbers(len(tokens))
    found: defaultdict[str, list[Any]] = defaultdict(lambda: [0])
    for place, token in enumerate(tokens):  # 2,700 times for each case
        steps = found[token]
        steps.append(numbers[place - steps[0]])
        steps[0] = place  # for the next step; what stands before all of them comes in the end
    for token, steps in found.items():
        steps[0] = start_of_places(len(steps) - 1)
        steps.append(END_OF_PLACES)
        yield token, b"".join(steps)


def read_rows(content: bytes) -> Mapping[str, bytes]:
    """Return word → encoded places. Raises ValueError when `content` is not from `encoded_rows`."""
    try:
        rows: Any = cbor2.loads(content)
    except (cbor2.CBORDecodeError, EOFError) as error:
        raise ValueError("the words of a page are damaged") from error
    if not isinstance(rows, dict):
        raise ValueError("the words of a page are damaged")
    return rows
