"""The index of editions and prizes, and a page per edition."""

from collections.abc import Iterator

from homare.model.catalogue import Catalogue
from homare.model.vocabulary import Edition
from homare.pages.addresses import edition_address, relative
from homare.pages.dates import date_markdown, year_markdown, year_words
from homare.pages.listing import Listing, listing_pages
from homare.pages.markdown import Markdown, render
from homare.pages.page import Crumb, Page
from homare.pages.page_excerpt import PageExcerpt

WAY_IN = "受賞年から"
LEAD = "イノベーションネットアワード（地域産業支援プログラム表彰事業）の回ごとに事例をたどります。"
UNDATED = "受賞年が未確認の事例"


def award_pages(catalogue: Catalogue) -> Iterator[Page | PageExcerpt]:
    """Yield the index, a page per edition, and one for winners whose edition no source shows."""
    yield _index_page(catalogue)
    for edition in catalogue.vocabulary.editions.values():
        yield from listing_pages(catalogue, _listing(catalogue, edition))
    undated = catalogue.of_edition(None)
    if undated:
        lead = "受賞したことは資料で確かめられますが、どの回に受賞したかを示す資料が見つかっていない事例です。"
        yield from listing_pages(
            catalogue, Listing(edition_address(None), UNDATED, lead, undated, ((WAY_IN, "awards/"),))
        )


def _index_page(catalogue: Catalogue) -> Page:
    address = "awards/"
    editions = sorted(catalogue.vocabulary.editions.values(), key=lambda edition: -edition.year)
    body = render(
        "awards",
        lead=LEAD,
        editions=[
            (
                edition,
                Markdown(relative(address, edition_address(edition.year))),
                len(catalogue.of_edition(edition.year)),
            )
            for edition in editions
        ],
        undated=len(catalogue.of_edition(None)),
        undated_link=Markdown(relative(address, edition_address(None))),
        coverage_link=Markdown(relative(address, "coverage/")),
        prizes=[(prize, len(catalogue.of_prize(prize.key))) for prize in catalogue.vocabulary.prizes.values()],
        year=year_markdown,
        date=date_markdown,
    )
    return Page(address, WAY_IN, LEAD, body, (Crumb(WAY_IN, ""),))


def _listing(catalogue: Catalogue, edition: Edition) -> Listing:
    cases = catalogue.of_edition(edition.year)
    name = f"{year_words(edition.year)}の受賞事例"
    return Listing(
        edition_address(edition.year),
        name,
        f"第{edition.ordinal}回地域産業支援プログラム表彰事業（イノベーションネットアワード{edition.year}）の受賞事例です。",
        cases,
        ((WAY_IN, "awards/"),),
        aside=render("edition", edition=edition, date=date_markdown, sources=_sources(catalogue, edition)),
        empty="この回の受賞事例は、まだ一つも確かめられていません。ご存じのことがあればお知らせください。",
    )


def _sources(catalogue: Catalogue, edition: Edition) -> dict[str, list[tuple[Markdown, str]]]:
    """Return what bears out the facts of an edition: fact → where its sources stand, and who published them."""
    award = catalogue.knowledge.evidence.award
    if award is None:
        return {key: [] for key in ("announced", "ceremony", "numbers")}
    keys = {
        "announced": award.of_day(edition.year, "announced"),
        "ceremony": award.of_day(edition.year, "ceremony"),
        "numbers": award.of_numbers(edition.year),
    }
    page = relative(edition_address(edition.year), "about/award/")
    return {
        fact: [(Markdown(f"{page}#source-{key}"), award.sources[key].publisher) for key in found]
        for fact, found in keys.items()
    }
