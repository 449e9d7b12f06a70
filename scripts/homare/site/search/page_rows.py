"""What the page of a case brings to the index: its words, and where each of them stands."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import cbor2

from homare.site.search.case_text import BEHIND_THE_TEXT, Section
from homare.site.search.index_layout import encoded_numbers, encoded_places
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
    steps = _steps(tokens)
    rows = {index_word(token): encoded_places(found) for token, found in steps.items()}
    if len(rows) < len(steps):  # a word in Latin letters reads like a sign that is spelled in letters
        return encoded_rows(map(index_word, tokens))
    return cbor2.dumps(rows)


def _steps(tokens: Sequence[str]) -> Mapping[str, list[bytes]]:
    """Return token → the encoded steps from one of its places to the next."""
    numbers = encoded_numbers(len(tokens))
    found: defaultdict[str, list[Any]] = defaultdict(lambda: [0])
    for place, token in enumerate(tokens):
        steps = found[token]
        steps.append(numbers[place - steps[0]])
        steps[0] = place  # for the next step; it is taken away in the end
    for steps in found.values():
        del steps[0]
    return found


def read_rows(content: bytes) -> Mapping[str, bytes]:
    """Return word → encoded places. Raises ValueError when `content` is not from `encoded_rows`."""
    try:
        rows: Any = cbor2.loads(content)
    except (cbor2.CBORDecodeError, EOFError) as error:
        raise ValueError("the words of a page are damaged") from error
    if not isinstance(rows, dict):
        raise ValueError("the words of a page are damaged")
    return rows
