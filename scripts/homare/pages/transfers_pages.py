"""The pages of transfers: what spread where, as a picture and a table, and how it got there."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import partial

from homare.model.addresses import TRANSFERS as ADDRESS
from homare.model.case import Case, Source
from homare.model.case_view import CERTAINTIES, GRADES
from homare.model.catalogue import Catalogue
from homare.model.evidence import Transfers
from homare.model.spreads import ON_PAGE, Spread, spreads
from homare.pages.addresses import page_address, prefecture_address, relative
from homare.pages.dates import date_markdown
from homare.pages.evidence_page import numbered
from homare.pages.gathered import record_words
from homare.pages.listing import in_a_row, in_pages, link_to_page, title_of_page
from homare.pages.markdown import Markdown, render
from homare.pages.page import Crumb, Page
from homare.pages.page_excerpt import PageExcerpt
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
    runs = in_pages(found, ON_PAGE)
    for number, shown in enumerate(runs, start=1):
        named = [one for spread in shown for one in (spread.case, *spread.at_home)]
        named += [catalogue.by_id[key] for way in known.ways for key in way.basis] if known and number == 1 else []
        rows = (f"{spread.anchor} {spread.case.id} {_place_in_case(spread)}" for spread in shown)
        at_home = (" ".join(case.id for case in spread.at_home) for spread in shown)
        beside = (str(number), str(totals), *rows, *at_home)
        make = partial(_page, catalogue, shown, totals, number, len(runs))
        yield PageExcerpt(page_address(ADDRESS, number), _each_once(named), beside, make)


def _totals(found: Sequence[Spread]) -> Totals:
    places = {spread.adaptation.prefecture for spread in found if spread.adaptation.prefecture}
    certainty = Counter(spread.adaptation.certainty for spread in found)
    return Totals(len(found), len({spread.case.id for spread in found}), len(places), Counter(certainty))


def _each_once(cases: Sequence[Case]) -> tuple[Case, ...]:
    return tuple({case.id: case for case in cases}.values())


def _place_in_case(spread: Spread) -> int:
    return next(place for place, one in enumerate(spread.case.adaptations) if one is spread.adaptation)


def _page(catalogue: Catalogue, shown: Sequence[Spread], totals: Totals, number: int, count: int) -> Page:
    address = page_address(ADDRESS, number)
    known = catalogue.knowledge.evidence.transfers if number == 1 else None
    body = render(
        "transfers",
        lead=LEAD,
        spreads=shown,
        totals=totals,
        page_number=number,
        page_count=count,
        link_to=lambda other: Markdown(link_to_page(address, ADDRESS, other)),
        map=spread_map(catalogue, shown, address) if shown else Markdown(""),
        prefecture_link=partial(_prefecture_link, catalogue, address),
        sources_of=_sources_of,
        certainties=CERTAINTIES,
        grades=GRADES,
        date=date_markdown,
        **_words_of(known),
        **record_words(catalogue, address),
    )
    title = title_of_page(TITLE, number)
    row = in_a_row(number, count, partial(link_to_page, address, ADDRESS))
    return Page(address, title, LEAD, body, (Crumb(title, ""),), extra=row)


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
