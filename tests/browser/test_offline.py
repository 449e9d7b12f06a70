"""The edition from disk: unpacked anywhere, opened by double-click, it searches, filters, compares and makes kits."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from homare.site.offline.edition import offline_edition
from tests.browser.test_reading import QUERIES
from tests.site.verified import verify

CASES = ("2020-jonan-yoi-shigoto", "2017-miyagi-auto")


@pytest.fixture
def disk(browser: Browser) -> Iterator[Page]:
    """A page that fails the test when a script fails or anything but a file is asked for."""
    context = browser.new_context(locale="ja-JP", viewport={"width": 1280, "height": 900})
    page = context.new_page()
    faults: list[str] = []
    page.on("pageerror", lambda error: faults.append(f"script error: {error}"))
    page.on(
        "request",
        lambda request: None if request.url.startswith(("file:", "data:", "blob:")) else faults.append(request.url),
    )
    page.on("requestfailed", lambda request: faults.append(f"failed: {request.url}"))
    yield page
    context.close()
    assert faults == []


def address(folder: Path, path: str, query: str = "") -> str:
    return (folder / path).as_uri() + query


def test_every_link_leads_to_a_file(unpacked: Path) -> None:
    assert verify(unpacked, "/") == []


def test_two_runs_give_the_same_bytes(real_site: Path, edition: bytes) -> None:
    assert offline_edition(real_site) == edition


def test_it_is_no_larger_than_promised(edition: bytes) -> None:
    assert len(edition) <= 15_000_000


@pytest.mark.parametrize("query", QUERIES)
def test_search_finds_and_leads_to_the_case(disk: Page, unpacked: Path, query: str) -> None:
    disk.goto(address(unpacked, "index.html"))
    disk.locator(".hm-hero input[type=search]").fill(query)
    hits = disk.locator(".hm-hero .hm-search__results a")
    expect(hits.first).to_be_visible()
    hits.first.click()
    expect(disk.locator("article[data-case]")).to_contain_text(QUERIES[query], use_inner_text=True)


def test_the_search_page_counts_filters_and_keeps_its_address(disk: Page, unpacked: Path) -> None:
    disk.goto(address(unpacked, "find/index.html", "?q=信用金庫"))
    results = disk.locator("[data-results][data-ready=true]")
    expect(results.locator("> [data-case]").first).to_be_visible()
    found = results.locator("> [data-case]").count()
    disk.locator("input[type=checkbox][data-facet=theme][value=finance]").check()
    expect(disk).to_have_url(
        address(unpacked, "find/index.html", "?q=信用金庫&theme=finance").replace(
            "信用金庫", "%E4%BF%A1%E7%94%A8%E9%87%91%E5%BA%AB"
        )
    )
    expect(results.locator("> [data-case]").first).to_be_visible()
    assert 0 < results.locator("> [data-case]").count() < found


def test_cases_stand_side_by_side(disk: Page, unpacked: Path) -> None:
    disk.goto(address(unpacked, "compare/index.html", f"?case={CASES[0]}&case={CASES[1]}"))
    expect(disk.locator("table[data-compare] th[data-case]")).to_have_count(2)
    expect(disk.locator("table[data-compare] tr[data-row=approach] td").first).not_to_be_empty()


def test_a_kit_is_made(disk: Page, unpacked: Path) -> None:
    disk.goto(address(unpacked, "sessions/builder/index.html", f"?case={CASES[0]}&case={CASES[1]}&minutes=90"))
    for part in ("agenda", "brief", "comparison", "questions", "worksheet", "sources"):
        expect(disk.locator(f"[data-kit] [data-part={part}]").first).to_be_visible()


def test_near_cases_are_found_with_reasons(disk: Page, unpacked: Path) -> None:
    disk.goto(address(unpacked, "similar/index.html", "?prefecture=17"))
    expect(disk.locator("[data-results] > [data-case]").first.locator("[data-reason]").first).to_be_visible()


def test_a_link_that_a_script_made_opens_a_page(disk: Page, unpacked: Path) -> None:
    disk.goto(address(unpacked, "find/index.html", "?q=信用金庫"))
    disk.locator("[data-results] > [data-case] a").first.click()
    expect(disk.locator("article[data-case]")).to_be_visible()
    assert disk.url.split("#")[0].endswith("/index.html")
