"""What a reader does: open the home page, search in Japanese, click through to a case."""

import re

import pytest
from playwright.sync_api import Page, expect

QUERIES = {
    "産学官連携": "産学官連携",
    "信用金庫": "信用金庫",
    "ｲﾉﾍﾞｰｼｮﾝ": "イノベーション",
    "６次産業化": re.compile("[6六]次産業"),
}


def test_home_page_offers_a_search_and_six_ways_in(page: Page, site_url: str) -> None:
    page.goto(site_url)
    expect(page.get_by_role("heading", level=1)).to_contain_text("あなたの地域の課題に")
    expect(page.locator(".hm-hero input[type=search]")).to_be_visible()
    expect(page.locator(".hm-ways a")).to_have_count(6)


@pytest.mark.parametrize("query", QUERIES)
def test_search_finds_japanese_and_leads_to_the_case(page: Page, site_url: str, query: str) -> None:
    page.goto(site_url)
    page.locator(".hm-hero input[type=search]").fill(query)
    hits = page.locator(".hm-hero .hm-search__results a")
    expect(hits.first).to_be_visible()
    hits.first.click()
    expect(page.locator("article[data-case]")).to_contain_text(QUERIES[query], use_inner_text=True)


def test_a_term_leads_to_its_cases_and_back(page: Page, site_url: str) -> None:
    page.goto(f"{site_url}methods/schools/")
    cards = page.locator(".hm-cards a")
    assert cards.count() >= 5
    title = cards.first.inner_text()
    cards.first.click()
    expect(page.get_by_role("heading", level=1)).to_have_text(title)
    page.locator(".hm-glance a", has_text="塾・履修プログラム").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("塾・履修プログラム")


def test_the_map_leads_to_a_prefecture(page: Page, site_url: str) -> None:
    page.goto(f"{site_url}regions/")
    page.get_by_role("link", name="長野県 7件").first.click()
    expect(page.get_by_role("heading", level=1)).to_have_text("長野県")


def test_pages_are_readable_without_scripts(browser, site_url: str) -> None:  # type: ignore[no-untyped-def]
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{site_url}find/")
    page.get_by_role("link", name="課題から").last.click()
    expect(page.get_by_role("heading", level=1)).to_have_text("課題からさがす")
    context.close()
