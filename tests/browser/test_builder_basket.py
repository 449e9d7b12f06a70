"""A kit that somebody sent and the cases that the reader has collected are two things."""

from typing import cast

from playwright.sync_api import Page, expect

from tests.browser.builder_page import READY, THREE, open_kit

COLLECTED = ["2020-jonan-yoi-shigoto", "2016-mtep", "2017-miyagi-auto"]


def put(page: Page, site_url: str, ids: list[str]) -> None:
    page.goto(f"{site_url}sessions/")
    page.evaluate("ids => localStorage.setItem('homare:kit', JSON.stringify(ids))", ids)


def basket(page: Page) -> list[str]:
    return cast(list[str], page.evaluate("JSON.parse(localStorage.getItem('homare:kit'))"))


def drop_the_last(page: Page, left: int) -> None:
    page.locator("[data-chosen] li").last.get_by_role("button", name="外す").click()
    expect(page.locator("[data-part=brief]")).to_have_count(left)


def test_a_link_that_is_changed_leaves_what_was_collected_alone(page: Page, site_url: str) -> None:
    put(page, site_url, COLLECTED)
    open_kit(page, site_url, THREE)
    notice = page.locator("[data-basket-notice]")
    expect(notice).to_contain_text("集めた事例は変わりません")
    drop_the_last(page, 2)
    assert basket(page) == COLLECTED
    page.get_by_role("button", name="この事例を自分のキットに入れる").click()
    expect(notice).to_have_text("自分のキットに入れました（5件）。 この事例を自分のキットに入れる")
    expect(page.get_by_role("button", name="この事例を自分のキットに入れる")).to_be_hidden()
    assert basket(page) == [*COLLECTED, *THREE[:2]]
    drop_the_last(page, 1)
    assert basket(page) == [*COLLECTED, *THREE[:2]]


def test_what_was_collected_changes_with_the_kit_that_is_made_from_it(page: Page, site_url: str) -> None:
    put(page, site_url, COLLECTED)
    page.goto(f"{site_url}sessions/builder/")
    expect(page.locator(READY)).to_be_visible()
    expect(page.locator("[data-basket-notice]")).to_be_hidden()
    drop_the_last(page, 2)
    assert basket(page) == COLLECTED[:2]
    page.reload()
    expect(page.locator(READY)).to_be_visible()
    drop_the_last(page, 1)
    assert basket(page) == COLLECTED[:1]


def test_a_case_that_was_withdrawn_leaves_the_collection_the_readers_own(page: Page, site_url: str) -> None:
    put(page, site_url, ["2020-withdrawn", *COLLECTED])
    page.goto(f"{site_url}sessions/builder/")
    expect(page.locator(READY)).to_be_visible()
    drop_the_last(page, 2)
    assert basket(page) == COLLECTED[:2]
