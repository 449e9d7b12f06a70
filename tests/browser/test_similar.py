"""「自分の地域から探す」: the same answer as the library gives, at once, with reasons, under an address to share."""

from urllib.parse import urlencode

import pytest
from playwright.sync_api import Page, expect

from homare.model.catalogue import Catalogue
from homare.model.means import MEANS
from homare.model.situation import Situation, cases_for
from tests.search.cost import answer

SITUATIONS = (
    Situation("17", "university", ("successors",), ("teachers", "rooms"), ("talent",)),
    Situation("33", "local-agency", ("subcontracting", "capability"), ("visitors", "trades")),
    Situation("47"),
    Situation("", "bank"),
    Situation(
        "01", "", ("primary-produce", "sales-and-brand", "environment-and-resources"), ("produce", "data", "money")
    ),
    Situation("13", "test-lab", (), tuple(means.key for means in MEANS), ("global", "digital")),
)
READY = "[data-results][data-ready=true]"
RANKED = """() => [...document.querySelectorAll('[data-results] > [data-case]')].map((item) => [
  item.dataset.case, [...item.querySelectorAll('[data-reason]')].map((reason) => reason.textContent)])"""


def address(site_url: str, situation: Situation) -> str:
    pairs = [("prefecture", situation.prefecture), ("type", situation.type)]
    pairs += [("challenge", key) for key in situation.challenges] + [("means", key) for key in situation.means]
    pairs += [("theme", key) for key in situation.themes]
    return f"{site_url}similar/?{urlencode([pair for pair in pairs if pair[1]])}"


def in_page_order(situation: Situation, catalogue: Catalogue) -> Situation:
    """The form gives what is ticked in the order of the vocabulary."""
    words = catalogue.vocabulary
    return Situation(
        situation.prefecture,
        situation.type,
        tuple(key for key in words.challenges if key in situation.challenges),
        situation.means,
        tuple(key for key in words.themes if key in situation.themes),
    )


@pytest.mark.parametrize("number", range(len(SITUATIONS)))
def test_browser_and_library_give_the_same_cases_reasons_and_order(
    page: Page, site_url: str, real_catalogue: Catalogue, number: int
) -> None:
    situation = SITUATIONS[number]
    page.goto(address(site_url, situation))
    expect(page.locator(READY)).to_be_attached()
    while page.locator("[data-more] button").is_visible():
        page.locator("[data-more] button").click()
    expected = [
        [entry.case.id, list(entry.reasons)]
        for entry in cases_for(real_catalogue, in_page_order(situation, real_catalogue))
    ]
    assert page.evaluate(RANKED) == expected
    assert page.locator("[data-results]").get_attribute("data-total") == str(len(expected))


def test_the_form_and_the_address_say_the_same(page: Page, site_url: str) -> None:
    page.goto(f"{site_url}similar/")
    expect(page.locator("[data-results] > [data-case]")).to_have_count(0)
    page.get_by_label("都道府県").select_option("石川県")
    page.get_by_label("担い手と人口の減少").check()
    expect(page).to_have_url(f"{site_url}similar/?prefecture=17&challenge=successors")
    first = page.locator("[data-results] > [data-case]").first
    expect(first).to_have_attribute("data-case", "2018-noto-meister")
    expect(first.locator("[data-reason]")).to_have_text(["同じ課題：担い手と人口の減少", "同じ地域：石川県"])
    page.reload()
    expect(page.get_by_label("都道府県")).to_have_value("17")
    expect(first).to_have_attribute("data-case", "2018-noto-meister")
    page.get_by_role("button", name="選びなおす").click()
    expect(page.locator("[data-results] > [data-case]")).to_have_count(0)


def test_an_address_with_unknown_words_shows_what_is_known(page: Page, site_url: str) -> None:
    page.goto(f"{site_url}similar/?prefecture=99&type=%3Cb%3E&challenge=nothing&challenge=successors")
    expect(page.locator("[data-results] > [data-case]").first).to_be_visible()
    expect(page.get_by_label("担い手と人口の減少")).to_be_checked()


def test_an_answer_over_many_cases_leaves_none_out(page: Page, site_url: str, real_catalogue: Catalogue) -> None:
    """`make search-report` tells how long it takes."""
    own = answer(page, site_url, None)[1]
    assert 50 < own <= len(real_catalogue.cases)
    assert answer(page, site_url, 10 * len(real_catalogue.cases))[1] == 10 * own


def test_without_scripts_the_page_leads_on(browser, site_url: str) -> None:  # type: ignore[no-untyped-def]
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    for address_ in ("similar/", "compare/", "sessions/builder/"):
        page.goto(site_url + address_)
        assert page.locator(".hm-page").get_by_role("button").count() == 0
        assert page.locator("noscript a").count() > 0 or page.get_by_text("スクリプト").is_visible()
    context.close()
