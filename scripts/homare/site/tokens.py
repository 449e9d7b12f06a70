"""Text as the search index sees it: NFKC, and every non-ASCII character a word of its own.

Pagefind's own Japanese segmentation differs between index and query; a positional character index finds exactly
the strings that stand in the text. The browser applies the same rule to the query (docs/assets/js/search/tokens.js).
"""

import re
import unicodedata

KEPT_TOGETHER = ("東京",)
"""Strings that stay one word on both sides, so that 京都 does not match inside 東京都."""

_TOKEN = re.compile("|".join([*KEPT_TOGETHER, r"[^\x00-\x7f]"]))


def index_text(text: str) -> str:
    """Return `text` with a space around every token."""
    return _TOKEN.sub(lambda found: f" {found.group()} ", unicodedata.normalize("NFKC", text))
