"""Short texts that several pages share: the lines on a case's card, a name with its reading."""

from homare.model.case import Case
from homare.model.catalogue import Catalogue
from homare.model.summaries import first_sentence
from homare.pages.dates import year_markdown
from homare.pages.markdown import Markdown, escape
from homare.pages.phrases import phrases

__all__ = ["card_words", "case_by", "case_meta", "first_sentence", "language_mark", "name_with_reading"]

UNKNOWN_EDITION = "受賞年は未確認"


def case_meta(catalogue: Catalogue, case: Case) -> Markdown:
    """Return 「令和2年（2020年）・東京都」: when and where."""
    edition = year_markdown(case.award.edition) if case.award.edition else Markdown(UNKNOWN_EDITION)
    prefecture = catalogue.vocabulary.prefectures.get(case.recipient.prefecture or "")
    region = catalogue.region_of(case)
    where = prefecture.name if prefecture else region.label if region else ""
    return Markdown("・".join([edition, *([escape(where)] if where else [])]))


def case_by(catalogue: Catalogue, case: Case) -> Markdown:
    """Return 「城南信用金庫・経済産業大臣賞」: who, and which prize."""
    prize = catalogue.prize_of(case)
    return escape("・".join([case.recipient.name, *([prize.short_label] if prize else [])]))


def card_words(catalogue: Catalogue) -> dict[str, object]:
    """Return what the `card` macro asks for: the lines of a case's card."""
    return {
        "meta": lambda case: case_meta(catalogue, case),
        "by": lambda case: case_by(catalogue, case),
        "phrases": phrases,
        "first_sentence": first_sentence,
    }


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
