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
    empty: str = "この分類の事例は、まだありません。"
    feed: str = ""


@dataclass(frozen=True)
class PageOfList:
    """Page `number` of the `count` pages of a list, of which the first is at `base`."""

    base: str
    number: int
    count: int

    @property
    def address(self) -> str:
        """The address of the page."""
        return page_address(self.base, self.number)

    @property
    def words(self) -> dict[str, object]:
        """What the template `pager` asks about the page."""
        return {
            "page_number": self.number,
            "page_count": self.count,
            "link_to": lambda other: Markdown(self.link_to(other)),
        }

    @property
    def row(self) -> dict[str, object]:
        """What the head of the page says about the pages before and after it."""
        return in_a_row(self.number, self.count, self.link_to)

    def link_to(self, other: int) -> str:
        """Return the link from the page to another of the list."""
        return relative(self.address, page_address(self.base, other))

    def titled(self, title: str) -> str:
        """Return the title of the page, where that of the list is `title`."""
        return title if self.number == 1 else f"{title}（{self.number}ページ目）"


def pages_of_list(base: str, items: Sequence[Item], size: int) -> Iterator[tuple[PageOfList, Sequence[Item]]]:
    """Yield the pages of a list and what each shows: `size` items but on the last one; there is one page at least."""
    runs = list(parts_of(items, size)) or [items]
    return ((PageOfList(base, number, len(runs)), shown) for number, shown in enumerate(runs, start=1))


def listing_pages(catalogue: Catalogue, listing: Listing) -> Iterator[PageExcerpt]:
    """Yield the page, and one more for each further PAGE_SIZE cases."""
    for place, shown in pages_of_list(listing.address, listing.cases, PAGE_SIZE):
        is_first = place.number == 1
        aside = listing.aside if is_first else NOTHING
        beside = (str(len(listing.cases)), str(place.number), *((aside,) if isinstance(aside, str) else ()))
        make = partial(_page, catalogue, replace(listing, aside=aside), shown, place)
        yield PageExcerpt(place.address, listing.cases if is_first else tuple(shown), beside, make)


def _page(catalogue: Catalogue, listing: Listing, shown: Sequence[Case], place: PageOfList) -> Page:
    address, total = place.address, len(listing.cases)
    body = render(
        "listing",
        listing=listing,
        aside=listing.aside if isinstance(listing.aside, str) else listing.aside(),
        total=total,
        feed=Markdown(relative(address, listing.feed)) if listing.feed else "",
        cards=cards(catalogue, shown, case_links(address)),
        **place.words,
    )
    title = place.titled(listing.title)
    crumbs = [Crumb(label, relative(address, target)) for label, target in listing.breadcrumb]
    lead = f"{listing.lead}（{total}件の事例）" if total else listing.lead
    feed: dict[str, object] = {"feed": {"title": listing.title, "url": listing.feed}} if listing.feed else {}
    return Page(address, title, lead, body, (*crumbs, Crumb(title, "")), extra=feed | place.row)


def in_a_row(number: int, count: int, link_to: Callable[[int], str]) -> dict[str, object]:
    """Return what the head of page `number` of `count` says about the pages before and after it."""
    near = {"prev": number - 1, "next": number + 1}
    return {name: link_to(other) for name, other in near.items() if 1 <= other <= count}
