"""How a case looks in a list: when and where, its title as a link, who, and why it stands there or what it is about."""

from collections.abc import Callable, Iterable, Sequence
from functools import cache, lru_cache

from homare.model.case import Case
from homare.model.catalogue import Catalogue
from homare.model.summaries import first_sentence
from homare.pages.dates import year_markdown
from homare.pages.markdown import Markdown, escape
from homare.pages.phrases import phrases

UNKNOWN_EDITION = "受賞年は未確認"
MOST_KEPT = 20_000
"""Cases whose words are kept: each stands in ten lists or more. They take some 500 bytes each."""


def cards(catalogue: Catalogue, cases: Iterable[Case], case_link: Callable[[str], str]) -> Markdown:
    """Return the list of `cases`; `case_link` leads from the page to the page of a case."""
    items = [_card(catalogue, case, case_link(case.id), ()) for case in cases]
    return Markdown("\n".join(['<ul class="hm-cards">', *items, "</ul>\n"]))


def card(catalogue: Catalogue, case: Case, link: str, reasons: Sequence[str]) -> Markdown:
    """Return one case of a list, with the `reasons` why it stands there, or else the first sentence of its summary."""
    return Markdown(_card(catalogue, case, link, reasons))


def _card(catalogue: Catalogue, case: Case, link: str, reasons: Sequence[str]) -> str:
    words, recipient, award = catalogue.vocabulary, case.recipient, case.award
    prefecture = words.prefectures.get(recipient.prefecture or "")
    region = None if prefecture else catalogue.region_of(case)
    meta = _meta(award.edition, prefecture.name if prefecture else region.label if region else "")
    prize = words.prizes.get(award.prize or "")
    title_and_winner, about = _told(case.title, recipient.name, prize.short_label if prize else "", case.summary)
    if reasons:
        about = f'<p class="hm-card__why">{"<br>".join(map(escape, reasons))}</p>'
    return f"{meta}{link}{title_and_winner}{about}</li>"


@cache
def _meta(edition: int | None, where: str) -> str:
    """Return the card up to the link, with 「令和2年（2020年）・東京都」."""
    when = year_markdown(edition) if edition else UNKNOWN_EDITION
    meta = f"{when}・{escape(where)}" if where else when
    return f'<li class="hm-card"><span class="hm-card__meta">{meta}</span><a class="hm-card__title" href="'


@lru_cache(MOST_KEPT)
def _told(title: str, winner: str, prize: str, summary: str) -> tuple[str, str]:
    """Return the card after the link, with 「城南信用金庫・経済産業大臣賞」, and what the case is about."""
    by = escape(f"{winner}・{prize}" if prize else winner)
    title_and_winner = f'">{phrases(title)}</a><span class="hm-card__by">{by}</span>'
    return title_and_winner, f'<p class="hm-card__text">{escape(first_sentence(summary))}</p>'
