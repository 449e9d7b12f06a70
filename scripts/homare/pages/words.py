"""Short texts that several pages share: a name with its reading, the language of a title."""

from homare.model.case import Case
from homare.model.summaries import first_sentence
from homare.pages.markdown import Markdown, escape

__all__ = ["first_sentence", "language_mark", "name_with_reading"]


def name_with_reading(case: Case) -> Markdown:
    """Return a person's name with its reading above it, where the record has one: personal names are hard to read."""
    name, reading = escape(case.recipient.name), case.recipient.reading
    if case.kind != "person" or not reading:
        return name
    return Markdown(f"<ruby>{name}<rp>（</rp><rt>{escape(reading)}</rt><rp>）</rp></ruby>")


def language_mark(title: str) -> Markdown:
    """Return ` lang="en"` for a title of several words in Latin letters alone: a voice must know to change."""
    is_english = title.isascii() and len(title.split()) > 2
    return Markdown(' lang="en"' if is_english else "")
