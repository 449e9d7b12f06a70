"""What of the library a page shows: the page is made from that alone, so nothing else can change it."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from homare.model.case import Case
from homare.pages.page import Page


@dataclass(frozen=True)
class PageExcerpt:
    """A page that lists cases, before it is made.

    It is made from the records of `cases`, from the vocabulary and the cards of methods and evidence, and from what
    `beside_records` says; `make` makes it.
    """

    address: str
    cases: tuple[Case, ...]
    beside_records: tuple[str, ...]
    make: Callable[[], Page]


def each_once(cases: Iterable[Case]) -> tuple[Case, ...]:
    """Return the cases of an excerpt in their order: one that is named again stands once."""
    return tuple({case.id: case for case in cases}.values())


def made(pages: Iterable[Page | PageExcerpt]) -> Iterator[Page]:
    """Yield the pages, after making those that are not made yet."""
    return (page.make() if isinstance(page, PageExcerpt) else page for page in pages)
