"""The pages of transfers: what spread where, as a picture and a table, and how it got there."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import partial

from homare.model.addresses import TRANSFERS as ADDRESS
from homare.model.case import Source
from homare.model.case_view import CERTAINTIES, GRADES
from homare.model.catalogue import Catalogue
from homare.model.evidence import Transfers
from homare.model.spreads import ON_PAGE, Spread, spreads
from homare.pages.addresses import prefecture_address, relative
from homare.pages.dates import date_markdown
from homare.pages.evidence_page import numbered
from homare.pages.gathered import record_words
from homare.pages.listing import PageOfList, pages_of_list
from homare.pages.markdown import Markdown, render
from homare.pages.page import Crumb, Page
from homare.pages.page_excerpt import PageExcerpt, each_once
from homare.pages.spread_map import spread_map

TITLE = "横展開：ほかの地域に広がった取組"
LEAD = "受賞した取組が、どこへ、どのように広がり、受け取った側で何が変わったかを、記録にある限り集めました。"


@dataclass(frozen=True)
class Totals:
    """What stands above the list: how many spreads, cases that they come from, prefectures, and how certain."""

    spreads: int
    origins: int
    places: int
    certainty: Counter[str]


def transfers_pages(catalogue: Catalogue) -> Iterator[PageExcerpt]:
    """Yield the list of the adaptations of all records, and of those of schemes without a record; further pages too."""
    found = spreads(catalogue)
    known = catalogue.knowledge.evidence.transfers
    totals = _totals(found)
    for place, shown in pages_of_list(ADDRESS, found, ON_PAGE):
        named = [one for spread in shown for one in (spread.case, *spread.at_home)]
        if known and place.number == 1:
            named += [catalogue.by_id[key] for way in known.ways for key in way.basis]
        rows = (f"{spread.anchor} {spread.case.id} {spread.place}" for spread in shown)
        at_home = (" ".join(case.id for case in spread.at_home) for spread in shown)
        beside = (str(place.number), str(totals), *rows, *at_home)
        make = partial(_page, catalogue, shown, totals, place)
        yield PageExcerpt(place.address, each_once(named), beside, make)


def _totals(found: Sequence[Spread]) -> Totals:
    places = {spread.adaptation.prefecture for spread in found if spread.adaptation.prefecture}
    certainty: Counter[str] = Counter(spread.adaptation.certainty for spread in found)
    return Totals(len(found), len({spread.case.id for spread in found}), len(places), certainty)


def _page(catalogue: Catalogue, shown: Sequence[Spread], totals: Totals, place: PageOfList) -> Page:
    address = place.address
    known = catalogue.knowledge.evidence.transfers if place.number == 1 else None
    body = render(
        "transfers",
        lead=LEAD,
        spreads=shown,
        totals=totals,
        map=spread_map(catalogue, shown, address) if shown else Markdown(""),
        prefecture_link=partial(_prefecture_link, catalogue, address),
        sources_of=_sources_of,
        certainties=CERTAINTIES,
        grades=GRADES,
        date=date_markdown,
        **place.words,
        **_words_of(known),
        **record_words(catalogue, address),
    )
    title = place.titled(TITLE)
    return Page(address, title, LEAD, body, (Crumb(title, ""),), extra=place.row)


def _words_of(known: Transfers | None) -> dict[str, object]:
    """Return what the editors read from the records, and what spread of schemes without a record."""
    if known is None:
        return {"ways": (), "others": (), "other_sources": {}}
    return {"ways": known.ways, "others": known.transfers, "other_sources": numbered(known.sources)}


def _sources_of(spread: Spread) -> list[tuple[str, Source]]:
    return [(key, spread.case.sources[key]) for key in spread.adaptation.sources]


def _prefecture_link(catalogue: Catalogue, address: str, code: str) -> Markdown:
    region = catalogue.vocabulary.region_of(code)
    prefecture = catalogue.vocabulary.prefectures[code]
    return Markdown(relative(address, prefecture_address(region, prefecture))) if region else Markdown("")
