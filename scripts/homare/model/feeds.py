"""Which feeds there are: all cases, each term that has a page, each region. Pages name them, exports write them."""

from collections.abc import Iterator
from dataclasses import dataclass

from homare.model.addresses import FACET_FOLDERS, NEWS, region_address, term_address
from homare.model.case import Case
from homare.model.catalogue import Catalogue
from homare.model.site_words import LIBRARY

EVERYTHING = "feed.xml"
FACETS = {"challenges": "課題", "themes": "テーマ", "methods": "手法", "organisation_types": "立場"}
REGIONS = "regions"
"""The folder of the feeds of regions."""


@dataclass(frozen=True)
class Feed:
    """A feed at `address`, about the cases that the page at `page` lists."""

    address: str
    label: str
    title: str
    page: str
    cases: tuple[Case, ...]


NEWS_FEED = Feed(f"{NEWS}feed.xml", "お知らせ", f"{LIBRARY}：お知らせ", NEWS, ())


def feeds_of(catalogue: Catalogue) -> Iterator[Feed]:
    """Yield every feed, the one of all cases first."""
    yield Feed(EVERYTHING, "すべての事例", f"{LIBRARY}：すべての事例", "", catalogue.cases)
    for facet, label in FACETS.items():
        for key, term in getattr(catalogue.vocabulary, facet).items():
            title = f"{LIBRARY}：{label}「{term.label}」"
            cases = catalogue.with_term(facet, key)
            yield Feed(feed_address(FACET_FOLDERS[facet], key), term.label, title, term_address(facet, key), cases)
    for region in catalogue.vocabulary.regions:
        title = f"{LIBRARY}：{region.label}地方"
        cases = catalogue.in_region(region)
        yield Feed(feed_address(REGIONS, region.key), region.label, title, region_address(region), cases)


def feed_address(folder: str, key: str) -> str:
    """Return the address of the feed of one term or region, in the folder that its page is in."""
    return f"feeds/{folder}/{key}.xml"
