"""The search page as tests look at it: its hits, and which cases pass its filters by the records."""

from collections import Counter
from collections.abc import Iterable, Mapping

from playwright.sync_api import Locator, Page, expect

from homare.model.case import Case
from homare.model.catalogue import Catalogue

FACETS = ("challenge", "method", "theme", "region", "prefecture", "type", "edition", "prize", "industry", "kind")
Terms = Mapping[str, Mapping[str, set[str]]]
"""Case → facet → the keys of the terms that it has."""
Filters = Mapping[str, set[str]]
"""Facet → the keys that are ticked."""


def terms_of(catalogue: Catalogue) -> Terms:
    """Return the terms of every case, from its record."""
    return {case.id: _terms_of_case(catalogue, case) for case in catalogue.cases}


def _terms_of_case(catalogue: Catalogue, case: Case) -> dict[str, set[str]]:
    region = catalogue.region_of(case)
    values: dict[str, Iterable[str | None]] = {
        "challenge": case.challenges,
        "method": case.methods,
        "theme": case.themes,
        "region": [region.key if region else None],
        "prefecture": [case.recipient.prefecture],
        "type": [case.recipient.type],
        "edition": [str(case.award.edition or "undated")],
        "prize": [case.award.prize or "unknown"],
        "industry": case.industries,
        "kind": [case.kind],
    }
    return {facet: {value for value in values[facet] if value} for facet in FACETS}


def passing(terms: Terms, filters: Filters, without: str = "") -> set[str]:
    """Return the ids of the cases that pass the filters: OR within a facet, AND across."""
    chosen = {facet: keys for facet, keys in filters.items() if keys and facet != without}
    return {case for case, has in terms.items() if all(keys & has[facet] for facet, keys in chosen.items())}


def numbers_at_boxes(terms: Terms, filters: Filters) -> Counter[tuple[str, str]]:
    """Return what stands at each box, (facet, key): how many cases have its term and pass the filters of other facets."""
    return Counter(
        (facet, key)
        for facet in FACETS
        for case in passing(terms, filters, without=facet)
        for key in terms[case][facet]
    )


def results(page: Page) -> Locator:
    """The hits of the list."""
    return page.locator("[data-results] > [data-case]")


def ids(page: Page) -> list[str]:
    """The cases of the list, in its order."""
    return [node.get_attribute("data-case") or "" for node in results(page).all()]


def total(page: Page) -> int:
    """How many cases the page says it has found."""
    return int(page.locator("[data-results]").get_attribute("data-total") or -1)


def wait(page: Page) -> None:
    """Wait until the page shows what its address asks for."""
    expect(page.locator("[data-results][data-ready=true]")).to_be_attached()
