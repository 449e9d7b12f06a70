"""Every page that is made from the catalogue."""

from collections.abc import Iterator

from homare.model.catalogue import Catalogue
from homare.model.site_words import DEFAULT_SITE
from homare.model.spreads import arrivals
from homare.pages.accessibility_page import accessibility_page
from homare.pages.award_about_page import award_about_pages
from homare.pages.award_pages import award_pages
from homare.pages.builder_page import builder_page
from homare.pages.case_page import case_page
from homare.pages.compare_page import compare_page
from homare.pages.contact_page import contact_page
from homare.pages.coverage_page import coverage_page
from homare.pages.data_page import data_pages
from homare.pages.evidence_page import evidence_page
from homare.pages.find_page import find_page
from homare.pages.home_page import home_page
from homare.pages.ledger_pages import ledger_pages
from homare.pages.matrix_page import matrix_page
from homare.pages.news_pages import news_pages
from homare.pages.page import Page
from homare.pages.place_pages import place_pages
from homare.pages.problem_pages import problem_pages
from homare.pages.session_pages import session_pages
from homare.pages.similar_page import similar_page
from homare.pages.term_pages import facet_pages
from homare.pages.timeline_page import timeline_page
from homare.pages.transfers_page import transfers_page


def all_pages(
    catalogue: Catalogue, site: str = DEFAULT_SITE, repository: str = "", *, offline: bool = False
) -> Iterator[Page]:
    """Yield all pages of the site at the address `site`, but for the hand-written ones under docs/.

    `repository` is the address where the records are kept, "" where none is known; `offline` tells that the
    site will hold its edition for reading without network.
    """
    yield home_page(catalogue)
    yield find_page(catalogue)
    arrived = arrivals(catalogue)
    for case in catalogue.cases:
        yield case_page(catalogue, case, site, arrived.get(case.id, ()))
    yield from facet_pages(catalogue)
    yield from place_pages(catalogue)
    yield from award_pages(catalogue)
    yield coverage_page(catalogue)
    yield matrix_page(catalogue)
    yield transfers_page(catalogue)
    yield evidence_page(catalogue)
    yield from ledger_pages(catalogue)
    yield timeline_page(catalogue)
    yield from award_about_pages(catalogue)
    yield compare_page(catalogue)
    yield similar_page(catalogue)
    yield from session_pages(catalogue)
    yield builder_page(catalogue)
    yield from data_pages(catalogue, offline=offline)
    yield accessibility_page()
    yield from problem_pages()
    yield from news_pages(catalogue)
    yield contact_page(repository)
