"""A page that lists cases: an introduction, cards, and further pages when there are many."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import partial

from homare.model.case import Case
from homare.model.catalogue import Catalogue
from homare.pages.addresses import case_links, relative
from homare.pages.cards import cards
from homare.pages.markdown import Markdown, render
from homare.pages.page import Crumb, Page

PAGE_SIZE = 100
"""Cases on one page: more make a page slow to load and to read; measured in the design notes on engines."""


NOTHING = Markdown("")


@dataclass(frozen=True)
class Listing:
    """What a listing page shows besides its cases.

    `aside` is Markdown of ours under the introduction, on the first page only: its links start there. `feed` is the
    address of the page's Atom feed.
    """

    address: str
    title: str
    lead: str
    cases: Sequence[Case]
    breadcrumb: tuple[tuple[str, str], ...]
    aside: Markdown = NOTHING
    empty: str = "この見出しの事例は、まだ記録されていません。"
    template: str = "listing"
    feed: str = ""


def listing_pages(catalogue: Catalogue, listing: Listing) -> Iterator[Page]:
    """Yield the page, and one more for each further PAGE_SIZE cases."""
    addresses = listing_addresses(listing.address, len(listing.cases))
    count = len(addresses)
    for number, address in enumerate(addresses, start=1):
        shown = listing.cases[(number - 1) * PAGE_SIZE : number * PAGE_SIZE]
        body = render(
            listing.template,
            listing=replace(listing, aside=listing.aside if number == 1 else NOTHING),
            total=len(listing.cases),
            page_number=number,
            feed=Markdown(relative(address, listing.feed)) if listing.feed else "",
            page_count=count,
            link_to=lambda other, here=address: Markdown(relative(here, _address(listing.address, other))),
            cards=cards(catalogue, shown, case_links(address)),
        )
        title = listing.title if number == 1 else f"{listing.title}（{number}ページ目）"
        crumbs = [Crumb(label, relative(address, target)) for label, target in listing.breadcrumb]
        lead = f"{listing.lead}（{len(listing.cases)}件の事例）"
        feed: dict[str, object] = {"feed": {"title": listing.title, "url": listing.feed}} if listing.feed else {}
        row = in_a_row(number, count, partial(_link, address, listing.address))
        yield Page(address, title, lead, body, (*crumbs, Crumb(title, "")), extra=feed | row)


def listing_addresses(address: str, number: int) -> list[str]:
    """Return the addresses of the pages that list so many cases, the first at `address`."""
    return [_address(address, page) for page in range(1, max(1, -(-number // PAGE_SIZE)) + 1)]


def in_a_row(number: int, count: int, link_to: Callable[[int], str]) -> dict[str, object]:
    """Return what the head of page `number` of `count` says about the pages before and after it."""
    near = {"prev": number - 1, "next": number + 1}
    return {name: link_to(other) for name, other in near.items() if 1 <= other <= count}


def _link(here: str, base: str, number: int) -> str:
    return relative(here, _address(base, number))


def _address(base: str, number: int) -> str:
    return base if number == 1 else f"{base}page-{number}/"
