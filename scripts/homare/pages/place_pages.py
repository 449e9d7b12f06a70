"""Pages of places: the index with the map, the regions, and each of the 47 prefectures (also those without a case)."""

from collections.abc import Iterator, Sequence

from homare.model.case_view import CERTAINTIES
from homare.model.catalogue import Catalogue
from homare.model.feeds import REGIONS, feed_address
from homare.model.spreads import Spread, into_prefecture, spreads
from homare.model.vocabulary import Prefecture, Region
from homare.pages.addresses import prefecture_address, region_address, relative
from homare.pages.gathered import record_words
from homare.pages.listing import Listing, listing_pages
from homare.pages.markdown import Markdown, render
from homare.pages.page import Crumb, Page
from homare.pages.page_excerpt import PageExcerpt
from homare.pages.tile_map import tile_map

WAY_IN = "地域から"
LEAD = "受賞者の所在地で事例をたどります。近くの事例は、見に行くことも、話を聞くこともできます。"


def place_pages(catalogue: Catalogue) -> Iterator[Page | PageExcerpt]:
    """Yield the index, the region pages and the prefecture pages."""
    yield _index_page(catalogue)
    found = spreads(catalogue)
    for region in catalogue.vocabulary.regions:
        yield from listing_pages(catalogue, _region_listing(catalogue, region))
        for code in region.prefectures:
            arrived = into_prefecture(found, code)
            yield from listing_pages(catalogue, _prefecture_listing(catalogue, region, code, arrived))


def _index_page(catalogue: Catalogue) -> Page:
    address = "regions/"
    scheme = next(iter(catalogue.vocabulary.region_schemes.values()))
    regions = [
        (
            region,
            Markdown(relative(address, region_address(region))),
            len(catalogue.in_region(region)),
            _prefecture_links(catalogue, region, address),
        )
        for region in catalogue.vocabulary.regions
    ]
    body = render("places", lead=LEAD, scheme=scheme, regions=regions, map=tile_map(catalogue, address))
    return Page(address, WAY_IN, LEAD, body, (Crumb(WAY_IN, ""),))


def _prefecture_links(catalogue: Catalogue, region: Region, address: str) -> list[tuple[Prefecture, Markdown, int]]:
    return [
        (
            prefecture,
            Markdown(relative(address, prefecture_address(region, prefecture))),
            len(catalogue.in_prefecture(code)),
        )
        for code in region.prefectures
        if (prefecture := catalogue.vocabulary.prefectures.get(code))
    ]


def _region_listing(catalogue: Catalogue, region: Region) -> Listing:
    address = region_address(region)
    prefectures = _prefecture_links(catalogue, region, address)
    names = "・".join(prefecture.name for prefecture, _, _ in prefectures)
    return Listing(
        address,
        f"{region.label}地方",
        f"{names}の受賞事例です。",
        catalogue.in_region(region),
        ((WAY_IN, "regions/"),),
        aside=render("region", prefectures=prefectures, map=tile_map(catalogue, address, region)),
        empty="この地方の受賞事例は、まだ記録されていません。",
        feed=feed_address(REGIONS, region.key),
    )


def _prefecture_listing(catalogue: Catalogue, region: Region, code: str, arrived: Sequence[Spread]) -> Listing:
    prefecture = catalogue.vocabulary.prefectures[code]
    address = prefecture_address(region, prefecture)
    cases = catalogue.in_prefecture(code)
    neighbours = [entry for entry in _prefecture_links(catalogue, region, address) if entry[0] != prefecture]
    return Listing(
        address,
        prefecture.name,
        prefecture.name + ("の受賞者による取組です。" if cases else "の受賞事例は、まだ記録されていません。"),
        cases,
        ((WAY_IN, "regions/"), (region.label, region_address(region))),
        aside=Markdown(
            f"{render('prefectures', prefectures=neighbours)}\n{_arrived(catalogue, prefecture, arrived, address)}"
        ),
        empty="同じ地方の事例をご覧ください。",
    )


def _arrived(catalogue: Catalogue, prefecture: Prefecture, arrived: Sequence[Spread], address: str) -> Markdown:
    """What this prefecture took up from elsewhere: the receiving end of the transfers."""
    words = record_words(catalogue, address)
    return render("arrived", name=prefecture.name, arrived=arrived, certainties=CERTAINTIES, **words)
