"""Dates as pages show them: the words, with the western date inside <time> for machines."""

from functools import cache

from homare.model.date_words import date_words, year_words
from homare.model.dates import parse_span
from homare.pages.markdown import Markdown

__all__ = ["date_markdown", "date_words", "year_markdown", "year_words"]


@cache
def date_markdown(text: str) -> Markdown:
    """Return the words of a date inside <time>; spans and fiscal years have no machine form and stay bare."""
    start, end = parse_span(text)
    words = date_words(text)
    return Markdown(words if end or start.fiscal else f'<time datetime="{text}">{words}</time>')


@cache
def year_markdown(year: int) -> Markdown:
    """Return the words of a year inside <time>."""
    return Markdown(f'<time datetime="{year}">{year_words(year)}</time>')
