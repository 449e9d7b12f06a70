"""Text as search sees it: one token for every character, so that a phrase of tokens is exactly a string of the text.

The browser cuts queries by the same rules (docs/assets/js/search/tokens.js); a test compares the two over all pages.
"""

import re
import unicodedata
from functools import cache

KEPT_TOGETHER = ("東京",)
"""Strings that stay one token on both sides, so that 京都 does not match inside 東京都."""

FOLDED = str.maketrans("〜–—−‐‑ヶ髙﨑濵德澤齋", "~-----ケ高崎浜徳沢斎")
"""Characters that are written one way or the other without a difference in meaning; each becomes one other."""

STANDS_ALONE = "\n -~¡-ȳ‐-₎℀-⟿　-〩〰-ゖ゛-ヿ㆐-㉟㉿-㏿一-鿿﨑！-ﾝ"
"""Characters, as of a regular expression, of which each becomes what it does whatever stands beside it.

In texts of nothing else only those that change need to be looked at, which costs a tenth of NFKC over the whole. Not
among them are marks, whatever joins the character before it, and the Greek capital that is another at a word's end.
"""
_STAYS = r"\n -@\[-~、-】ぁ-ゖァ-ヵ・ー一-鿿"
"""The most frequent of them stay as they are, unless they are folded."""

_MAY_JOIN = re.compile(f"[^{STANDS_ALONE}]")
_MAY_CHANGE = re.compile(f"[^{_STAYS}]")
_TO_FOLD = re.compile(f"[{re.escape(''.join(map(chr, FOLDED)))}]")
"""A search is much faster than a translation of the whole, and few characters are one of these."""
_TOKEN = re.compile("|".join([*KEPT_TOGETHER, r"[a-z]+", r"\S"]))
_FIRST, _SECOND = ("".join(text[at] for text in KEPT_TOGETHER) for at in (0, 1))
_MAY_BE_LONGER = re.compile(f"[a-z{_FIRST}][a-z{_SECOND}]")
"""Finds every token of more than one character, and a little more; of one class first, for which a search is fast."""


def normalise(text: str) -> str:
    """Return `text` in NFKC and lower case, with interchangeable characters folded."""
    if _MAY_JOIN.search(text):
        text = _compatible(text)
    else:
        text = _MAY_CHANGE.sub(lambda found: _compatible_character(found[0]), text)
    return _TO_FOLD.sub(lambda found: found[0].translate(FOLDED), text)


def _compatible(text: str) -> str:
    return unicodedata.normalize("NFKC", text).lower()


_compatible_character = cache(_compatible)


def tokens(text: str) -> list[str]:
    """Return the tokens of `text`: runs of Latin letters whole, every other character alone, spaces left out."""
    return tokens_of_normalised(normalise(text))


def tokens_of_normalised(text: str) -> list[str]:
    """Return the tokens of a text that `normalise` has returned."""
    found: list[str] = []
    for piece in text.split():
        found += _TOKEN.findall(piece) if _MAY_BE_LONGER.search(piece) else piece
    return found


@cache
def index_word(token: str) -> str:
    """Return the word that stands for `token` in Pagefind's index.

    Pagefind drops words without a letter or digit from queries; spelled in letters, 「、」 is searched like any other.
    """
    if token.isalnum():
        return token
    return "qx" + "".join(chr(ord("a") + int(digit, 16)) for digit in f"{ord(token):x}")
