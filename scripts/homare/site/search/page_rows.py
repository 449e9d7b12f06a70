"""What the page of a case brings to the index: its words, and where each of them stands."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

import cbor2

from homare.site.search.case_text import BEHIND_THE_TEXT, Section
from homare.site.search.index_layout import encoded_places
from homare.site.search.tokens import index_word, tokens_of_normalised

_BREAK = "¶"
"""Stands after each block, so that no phrase runs from one into the next."""


@dataclass(frozen=True)
class PageWords:
    """The text of a case as words of the index, a BREAK after each block; `length` of them stand before the notes."""

    words: list[str]
    length: int


def page_words(sections: Iterable[Section]) -> PageWords:
    """Return the words of a case page."""
    words: list[str] = []
    length = 0
    for section in sections:
        lines = (f"{line}\n{_BREAK}\n" for line in section.normalised.split("\n") if section.blocks)
        words += map(index_word, tokens_of_normalised("".join(lines)))
        if section.anchor not in BEHIND_THE_TEXT:
            length = len(words)
    return PageWords(words, length)


def encoded_rows(words: Iterable[str]) -> bytes:
    """Return the words of a page, each once, with their places on it, as `read_rows` reads them."""
    places: dict[str, list[int]] = {}
    for place, word in enumerate(words):
        places.setdefault(word, []).append(place)
    return cbor2.dumps({word: encoded_places(found) for word, found in places.items()})


def read_rows(content: bytes) -> Mapping[str, bytes]:
    """Return word → encoded places. Raises ValueError when `content` is not from `encoded_rows`."""
    try:
        rows: Any = cbor2.loads(content)
    except (cbor2.CBORDecodeError, EOFError) as error:
        raise ValueError("the words of a page are damaged") from error
    if not isinstance(rows, dict):
        raise ValueError("the words of a page are damaged")
    return rows
