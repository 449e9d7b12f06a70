"""Every page that is made from the catalogue."""

from collections.abc import Callable, Iterable, Iterator
from functools import partial

from homare.model.catalogue import Catalogue
from homare.model.site_words import DEFAULT_SITE
from homare.pages.accessibility_page import accessibility_page
from homare.pages.award_about_page import award_about_pages
from homare.pages.award_pages import award_pages
from homare.pages.builder_page import builder_page
from homare.pages.case_excerpt import excerpt_groups
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
from homare.pages.page_excerpt import PageExcerpt, made
from homare.pages.place_pages import place_pages
from homare.pages.problem_pages import problem_pages
from homare.pages.session_pages import session_pages
from homare.pages.similar_page import similar_page
from homare.pages.term_pages import FACETS, facet_index, term_groups
from homare.pages.timeline_page import timeline_page
from homare.pages.transfers_pages import transfers_pages

Group = Callable[[], Iterable[Page | PageExcerpt]]
"""Makes some of the pages. Groups need nothing of each other and may be made in any order, or at the same time."""


def page_groups(
    catalogue: Catalogue, repository: str = "", *, offline: bool = False, data_set: str = ""
) -> Iterator[Group]:
    """Yield what makes the pages, all but those of cases and the hand-written ones under docs/.

    `repository` is the address where the records are kept, "" where none is known; `offline` tells that the
    site will hold its edition for reading without network; `data_set` is the data set in JSON-LD.
    """

    def of_one(page: Callable[[Catalogue], Page]) -> Iterator[Page]:
        yield page(catalogue)

    yield from term_groups(catalogue)
    for facet in FACETS:
        yield partial(of_one, partial(facet_index, facet))
    yield from (partial(pages, catalogue) for pages in _OF_MANY)
    yield from (partial(of_one, page) for page in _OF_ONE)
    yield partial(data_pages, catalogue, offline=offline, data_set=data_set)
    yield lambda: [accessibility_page(), contact_page(repository), *problem_pages()]


_OF_MANY = (place_pages, award_pages, ledger_pages, award_about_pages, session_pages, news_pages, transfers_pages)
_OF_ONE = (
    home_page,
    find_page,
    coverage_page,
    matrix_page,
    evidence_page,
    timeline_page,
    compare_page,
    similar_page,
    builder_page,
)


def all_pages(catalogue: Catalogue, site: str = DEFAULT_SITE) -> Iterator[Page]:
    """Yield the pages of the site at the address `site`, those of the cases first."""
    for excerpts in excerpt_groups(catalogue):
        yield from (case_page(excerpt, site) for excerpt in excerpts())
    for group in page_groups(catalogue):
        yield from made(group())
