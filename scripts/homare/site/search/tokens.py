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

_TO_FOLD = re.compile(f"[{re.escape(''.join(map(chr, FOLDED)))}]")
"""A search is much faster than a translation, and most texts have none of these."""
_TOKEN = re.compile("|".join([*KEPT_TOGETHER, r"[a-z]+", r"\S"]))


def normalise(text: str) -> str:
    """Return `text` in NFKC and lower case, with interchangeable characters folded."""
    text = unicodedata.normalize("NFKC", text).lower()
    return text.translate(FOLDED) if _TO_FOLD.search(text) else text


def tokens(text: str) -> list[str]:
    """Return the tokens of `text`: runs of Latin letters whole, every other character alone, spaces left out."""
    return tokens_of_normalised(normalise(text))


def tokens_of_normalised(text: str) -> list[str]:
    """Return the tokens of a text that `normalise` has returned."""
    return _TOKEN.findall(text)


@cache
def index_word(token: str) -> str:
    """Return the word that stands for `token` in Pagefind's index.

    Pagefind drops words without a letter or digit from queries; spelled in letters, 「、」 is searched like any other.
    """
    if token.isalnum():
        return token
    return "qx" + "".join(chr(ord("a") + int(digit, 16)) for digit in f"{ord(token):x}")
