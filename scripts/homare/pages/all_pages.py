"""Every page that is made from the catalogue."""

from collections.abc import Iterator

from homare.model.catalogue import Catalogue
from homare.pages.award_pages import award_pages
from homare.pages.case_page import case_page
from homare.pages.coverage_page import coverage_page
from homare.pages.find_page import find_page
from homare.pages.home_page import home_page
from homare.pages.page import Page
from homare.pages.place_pages import place_pages
from homare.pages.term_pages import facet_pages


def all_pages(catalogue: Catalogue) -> Iterator[Page]:
    """Yield all pages of the site but the hand-written ones under docs/."""
    yield home_page(catalogue)
    yield find_page(catalogue)
    for case in catalogue.cases:
        yield case_page(catalogue, case)
    yield from facet_pages(catalogue)
    yield from place_pages(catalogue)
    yield from award_pages(catalogue)
    yield coverage_page(catalogue)
