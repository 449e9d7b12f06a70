"""A page that lists cases: an introduction, cards, and further pages when there are many."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial

from homare.model.case import Case
from homare.model.catalogue import Catalogue
from homare.pages.addresses import case_links, relative
from homare.pages.cards import cards
from homare.pages.markdown import Markdown, render
from homare.pages.page import Crumb, Page
from homare.pages.page_excerpt import PageExcerpt

PAGE_SIZE = 100
"""Cases on one page: more make a page slow to load and to read; measured in the design notes on engines."""


def no_aside() -> Markdown:
    """Return nothing to stand under an introduction."""
    return Markdown("")


@dataclass(frozen=True)
class Listing:
    """What a listing page shows besides its cases.

    `aside` returns Markdown of ours under the introduction, on the first page only: its links start there. It is made
    from the records of the cases, and from what `beside_records` says. `feed` is the address of the page's Atom feed.
    """

    address: str
    title: str
    lead: str
    cases: tuple[Case, ...]
    breadcrumb: tuple[tuple[str, str], ...]
    aside: Callable[[], Markdown] = no_aside
    beside_records: tuple[str, ...] = ()
    empty: str = "この見出しの事例は、まだ記録されていません。"
    feed: str = ""


def listing_pages(catalogue: Catalogue, listing: Listing) -> Iterator[PageExcerpt]:
    """Yield the page, and one more for each further PAGE_SIZE cases."""
    total = len(listing.cases)
    for number in range(1, _count(listing) + 1):
        shown = listing.cases[(number - 1) * PAGE_SIZE : number * PAGE_SIZE]
        first = number == 1
        beside = (str(total), str(number), *(listing.beside_records if first else ()))
        make = partial(_page, catalogue, listing, number, shown)
        yield PageExcerpt(_address(listing.address, number), listing.cases if first else shown, beside, make)


def _page(catalogue: Catalogue, listing: Listing, number: int, shown: Sequence[Case]) -> Page:
    address, total, count = _address(listing.address, number), len(listing.cases), _count(listing)
    body = render(
        "listing",
        listing=listing,
        aside=listing.aside() if number == 1 else "",
        total=total,
        page_number=number,
        feed=Markdown(relative(address, listing.feed)) if listing.feed else "",
        page_count=count,
        link_to=lambda other: Markdown(relative(address, _address(listing.address, other))),
        cards=cards(catalogue, shown, case_links(address)),
    )
    title = listing.title if number == 1 else f"{listing.title}（{number}ページ目）"
    crumbs = [Crumb(label, relative(address, target)) for label, target in listing.breadcrumb]
    lead = f"{listing.lead}（{total}件の事例）"
    feed: dict[str, object] = {"feed": {"title": listing.title, "url": listing.feed}} if listing.feed else {}
    row = in_a_row(number, count, partial(_link, address, listing.address))
    return Page(address, title, lead, body, (*crumbs, Crumb(title, "")), extra=feed | row)


def _count(listing: Listing) -> int:
    return max(1, -(-len(listing.cases) // PAGE_SIZE))


def in_a_row(number: int, count: int, link_to: Callable[[int], str]) -> dict[str, object]:
    """Return what the head of page `number` of `count` says about the pages before and after it."""
    near = {"prev": number - 1, "next": number + 1}
    return {name: link_to(other) for name, other in near.items() if 1 <= other <= count}


def _link(here: str, base: str, number: int) -> str:
    return relative(here, _address(base, number))


def _address(base: str, number: int) -> str:
    return base if number == 1 else f"{base}page-{number}/"
