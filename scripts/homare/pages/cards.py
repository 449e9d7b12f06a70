"""How a case looks in a list: when and where, its title as a link, who, and why it stands there or what it is about."""

from collections.abc import Callable, Iterable, Sequence
from functools import cache

from homare.model.case import Case
from homare.model.catalogue import Catalogue
from homare.model.summaries import first_sentence
from homare.pages.dates import year_markdown
from homare.pages.markdown import Markdown, escape
from homare.pages.phrases import phrases

UNKNOWN_EDITION = "受賞年は未確認"


def cards(catalogue: Catalogue, cases: Iterable[Case], case_link: Callable[[str], str]) -> Markdown:
    """Return the list of `cases`; `case_link` leads from the page to the page of a case."""
    items = [f"{card(catalogue, case, case_link(case.id))}\n" for case in cases]
    return Markdown(f'<ul class="hm-cards">\n{"".join(items)}</ul>\n')


def card(catalogue: Catalogue, case: Case, link: str, reasons: Sequence[str] = ()) -> Markdown:
    """Return one case of a list, with the `reasons` why it stands there, or else the first sentence of its summary."""
    prize = catalogue.prize_of(case)
    by = f"{case.recipient.name}・{prize.short_label}" if prize else case.recipient.name
    if reasons:
        text = f'<p class="hm-card__why">{"<br>".join(map(escape, reasons))}</p>'
    else:
        text = f'<p class="hm-card__text">{escape(first_sentence(case.summary))}</p>'
    meta = _when_and_where(case.award.edition, _where(catalogue, case))
    return Markdown(
        f'<li class="hm-card"><span class="hm-card__meta">{meta}</span>'
        f'<a class="hm-card__title" href="{link}">{phrases(case.title)}</a>'
        f'<span class="hm-card__by">{escape(by)}</span>{text}</li>'
    )


def _where(catalogue: Catalogue, case: Case) -> str:
    prefecture = catalogue.vocabulary.prefectures.get(case.recipient.prefecture or "")
    if prefecture:
        return prefecture.name
    region = catalogue.region_of(case)
    return region.label if region else ""


@cache
def _when_and_where(edition: int | None, where: str) -> Markdown:
    """Return 「令和2年（2020年）・東京都」."""
    when = year_markdown(edition) if edition else Markdown(UNKNOWN_EDITION)
    return Markdown(f"{when}・{escape(where)}" if where else when)
