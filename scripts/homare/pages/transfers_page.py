"""The transfers page: what spread where, as a picture and a table, and how it got there."""

from collections import Counter

from homare.model.case import Source
from homare.model.case_view import CERTAINTIES, GRADES
from homare.model.catalogue import Catalogue
from homare.model.spreads import Spread, spreads
from homare.pages.addresses import prefecture_address, relative
from homare.pages.dates import date_markdown
from homare.pages.evidence_page import numbered
from homare.pages.gathered import record_words
from homare.pages.markdown import Markdown, render
from homare.pages.page import Crumb, Page
from homare.pages.spread_map import spread_map

ADDRESS = "transfers/"
TITLE = "横展開：ほかの地域に広がった取組"
LEAD = "受賞した取組が、どこへ、どのように広がり、受け取った側で何が変わったかを、記録にある限り集めました。"


def transfers_page(catalogue: Catalogue) -> Page:
    """Return the page made from the adaptations of all records, and from those of schemes without a record."""
    found = spreads(catalogue)
    known = catalogue.knowledge.evidence.transfers
    places = {spread.adaptation.prefecture for spread in found if spread.adaptation.prefecture}
    body = render(
        "transfers",
        lead=LEAD,
        spreads=found,
        origins=len({spread.case.id for spread in found}),
        places=len(places),
        certainty=Counter(spread.adaptation.certainty for spread in found),
        map=spread_map(catalogue, found, ADDRESS) if found else Markdown(""),
        ways=known.ways if known else (),
        others=known.transfers if known else (),
        other_sources=numbered(known.sources) if known else {},
        prefecture_link=lambda code: _prefecture_link(catalogue, code),
        sources_of=_sources_of,
        certainties=CERTAINTIES,
        grades=GRADES,
        date=date_markdown,
        **record_words(catalogue, ADDRESS),
    )
    return Page(ADDRESS, TITLE, LEAD, body, (Crumb(TITLE, ""),))


def _sources_of(spread: Spread) -> list[tuple[str, Source]]:
    return [(key, spread.case.sources[key]) for key in spread.adaptation.sources]


def _prefecture_link(catalogue: Catalogue, code: str) -> Markdown:
    region = catalogue.vocabulary.region_of(code)
    prefecture = catalogue.vocabulary.prefectures[code]
    return Markdown(relative(ADDRESS, prefecture_address(region, prefecture))) if region else Markdown("")
