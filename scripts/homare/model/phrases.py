"""Where a title may break into lines: between phrases, never within a word. One place for pages and pictures.

Chromium finds phrases itself (`word-break: auto-phrase`); Safari, Firefox and typst do not. The model is the one that
Chromium carries.
"""

import re
from collections.abc import Iterator
from functools import cache

from budoux import load_default_japanese_parser
from budoux.parser import Parser

WHOLE = ("ものづくり", "中小企業", "経営者", "希少糖")
"""Words that the model would cut in our titles."""
_HALVES = tuple((word[:cut], word[cut:]) for word in WHOLE for cut in range(1, len(word)))
_MAY_BE_CUT_BEHIND = frozenset(head[-1] for head, _ in _HALVES)
"""Few phrases end in one of these characters, and no other need be compared with the words."""
ASIDE = re.compile(r"（[^（）]{1,12}）")
"""What stands in brackets stays in one piece while it fits a line of a phone (12 characters of a title)."""


@cache
def phrases_of(text: str) -> tuple[str, ...]:
    """Return `text` cut into phrases, none of a single character; joined they are the text again."""
    found: list[str] = []
    for phrase in _pieces(text):
        if found and (len(phrase) == 1 or _is_cut(found[-1], phrase)):
            found[-1] += phrase
        else:
            found.append(phrase)
    return tuple(found)


def _pieces(text: str) -> Iterator[str]:
    """Yield what stands in brackets whole, and the model's phrases of the rest."""
    start = 0
    for aside in ASIDE.finditer(text):
        yield from _parser().parse(text[start : aside.start()])
        yield aside[0]
        start = aside.end()
    yield from _parser().parse(text[start:])


def _is_cut(before: str, after: str) -> bool:
    """True when a break between `before` and `after` stands inside one of the words that stay whole."""
    return before[-1:] in _MAY_BE_CUT_BEHIND and any(
        before.endswith(head) and (after.startswith(tail) or tail.startswith(after)) for head, tail in _HALVES
    )


@cache
def _parser() -> Parser:
    return load_default_japanese_parser()
