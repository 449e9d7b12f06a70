"""What a search costs the reader over the network, in a real browser. `make search-report` also tells the time."""

from playwright.sync_api import Page

from tests.search.cost import FIRST, LATER, Traffic, search


def test_the_first_search_and_later_ones_transfer_little(page: Page, site_url: str) -> None:
    page.goto(site_url)
    page.wait_for_load_state("networkidle")
    traffic = Traffic(page)
    first, _ = search(page, traffic, FIRST)
    assert 50_000 < first <= 300_000
    later = {query: search(page, traffic, query)[0] for query in LATER}
    assert {query: size for query, size in later.items() if size > 60_000} == {}


def test_a_query_that_was_answered_once_needs_nothing_more(page: Page, site_url: str) -> None:
    page.goto(site_url)
    page.wait_for_load_state("networkidle")
    traffic = Traffic(page)
    search(page, traffic, FIRST)
    assert search(page, traffic, FIRST)[0] == 0
