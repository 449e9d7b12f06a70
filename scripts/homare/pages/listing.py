"""A page that lists cases: an introduction, cards, and further pages when there are many."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import partial
from typing import TypeVar

from homare.model.case import Case
from homare.model.catalogue import Catalogue
from homare.model.parts import parts_of
from homare.pages.addresses import case_links, page_address, relative
from homare.pages.cards import cards
from homare.pages.markdown import Markdown, render
from homare.pages.page import Crumb, Page
from homare.pages.page_excerpt import PageExcerpt

PAGE_SIZE = 100
"""Cases on one page: more make a page slow to load and to read; measured in the design notes on engines."""


NOTHING = Markdown("")
Item = TypeVar("Item")


@dataclass(frozen=True)
class Listing:
    """What a listing page shows besides its cases.

    `aside` is Markdown of ours under the introduction, on the first page only: its links start there. A function that
    returns it makes it from the records of the cases alone. `feed` is the address of the page's Atom feed.
    """

    address: str
    title: str
    lead: str
    cases: tuple[Case, ...]
    breadcrumb: tuple[tuple[str, str], ...]
    aside: Markdown | Callable[[], Markdown] = NOTHING
    empty: str = "この見出しの事例は、まだ記録されていません。"
    feed: str = ""


def listing_pages(catalogue: Catalogue, listing: Listing) -> Iterator[PageExcerpt]:
    """Yield the page, and one more for each further PAGE_SIZE cases."""
    runs = in_pages(listing.cases, PAGE_SIZE)
    for number, shown in enumerate(runs, start=1):
        aside = listing.aside if number == 1 else NOTHING
        beside = (str(len(listing.cases)), str(number), *((aside,) if isinstance(aside, str) else ()))
        make = partial(_page, catalogue, replace(listing, aside=aside), shown, number, len(runs))
        cases = listing.cases if number == 1 else tuple(shown)
        yield PageExcerpt(page_address(listing.address, number), cases, beside, make)


def _page(catalogue: Catalogue, listing: Listing, shown: Sequence[Case], number: int, count: int) -> Page:
    base, total = listing.address, len(listing.cases)
    address = page_address(base, number)
    body = render(
        "listing",
        listing=listing,
        aside=listing.aside if isinstance(listing.aside, str) else listing.aside(),
        total=total,
        page_number=number,
        feed=Markdown(relative(address, listing.feed)) if listing.feed else "",
        page_count=count,
        link_to=lambda other: Markdown(link_to_page(address, base, other)),
        cards=cards(catalogue, shown, case_links(address)),
    )
    title = title_of_page(listing.title, number)
    crumbs = [Crumb(label, relative(address, target)) for label, target in listing.breadcrumb]
    lead = f"{listing.lead}（{total}件の事例）"
    feed: dict[str, object] = {"feed": {"title": listing.title, "url": listing.feed}} if listing.feed else {}
    row = in_a_row(number, count, partial(link_to_page, address, base))
    return Page(address, title, lead, body, (*crumbs, Crumb(title, "")), extra=feed | row)


def in_pages(items: Sequence[Item], size: int) -> list[Sequence[Item]]:
    """Return what each page of a long list shows: `size` items but on the last one; there is one page at least."""
    return list(parts_of(items, size)) or [items]


def in_a_row(number: int, count: int, link_to: Callable[[int], str]) -> dict[str, object]:
    """Return what the head of page `number` of `count` says about the pages before and after it."""
    near = {"prev": number - 1, "next": number + 1}
    return {name: link_to(other) for name, other in near.items() if 1 <= other <= count}


def title_of_page(title: str, number: int) -> str:
    """Return the title of page `number` of a list."""
    return title if number == 1 else f"{title}（{number}ページ目）"


def link_to_page(here: str, base: str, number: int) -> str:
    """Return the link from the page at `here` to page `number` of the list whose first page is at `base`."""
    return relative(here, page_address(base, number))
