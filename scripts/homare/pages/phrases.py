"""Titles with marked phrases, for browsers that cannot find them; the stylesheet forbids every other break."""

from functools import cache

from homare.model.phrases import phrases_of
from homare.pages.markdown import Markdown, escape


@cache
def phrases(text: str) -> Markdown:
    """Return `text`, escaped, with a <wbr> between its phrases."""
    return Markdown("<wbr>".join(escape(phrase) for phrase in phrases_of(text)))
