"""The filters of the search page: their counts, the address they make, the way back, and what the keys do."""

import random
import re
from collections.abc import Iterator
from itertools import combinations

import pytest
from playwright.sync_api import Page, expect

from homare.model.catalogue import Catalogue
from tests.browser.find_page import FACETS, Terms, ids, numbers_at_boxes, passing, terms_of, total, wait

Box = tuple[str, str]
"""The facet and the key of a box."""


@pytest.fixture(scope="module")
def terms(real_catalogue: Catalogue) -> Terms:
    """The terms of the real cases."""
    return terms_of(real_catalogue)


READ_PAGE = """address => {
  history.pushState(null, "", address);
  dispatchEvent(new PopStateEvent("popstate"));
  const countOf = (box) => Number(box.closest("li").querySelector("[data-count]").textContent);
  return new Promise((done) => {
    const look = () => {
      const list = document.querySelector("[data-results]");
      if (list.dataset.ready !== "true") return setTimeout(look, 5);
      const counts = [...document.querySelectorAll("input[data-facet]")].map((box) =>
        [box.dataset.facet, box.value, countOf(box), box.checked]);
      done({ counts, total: Number(list.dataset.total), ids: [...list.children].map((node) => node.dataset.case) });
    };
    setTimeout(look);
  });
}"""


def ticked_together(boxes: list[Box], terms: Terms) -> Iterator[list[Box]]:
    """Yield boxes to tick: of every pair of facets what some case has, two of each facet, and three or four of any.

    A count looks at one facet and at whether a case passes each of the others, so what two facets do to each other is
    what can go wrong between them; with more, some that cases have and some at random, which are seldom met.
    """
    source = random.Random(20261123)
    for one, other in combinations(FACETS, 2):
        has = source.choice([has for has in terms.values() if has[one] and has[other]])
        yield [(facet, source.choice(sorted(has[facet]))) for facet in (one, other)]
    for facet in FACETS:
        yield source.sample([box for box in boxes if box[0] == facet], 2)
    for _ in range(15):
        has = source.choice(list(terms.values()))
        facets = source.sample([facet for facet in FACETS if has[facet]], source.randint(3, 4))
        yield [(facet, source.choice(sorted(has[facet]))) for facet in facets]
        yield source.sample(boxes, source.randint(3, 4))


def test_counts_equal_the_records_for_every_pair_of_facets_and_for_more_at_once(find: Page, terms: Terms) -> None:
    boxes: list[Box] = [(box[0], box[1]) for box in find.evaluate(READ_PAGE, "?")["counts"] if box[0] in FACETS]
    assert {facet for facet, _ in boxes} == set(FACETS)
    numbers = set()
    for chosen in ticked_together(boxes, terms):
        filters: dict[str, set[str]] = {}
        for facet, key in chosen:
            filters.setdefault(facet, set()).add(key)
        address = "?" + "&".join(f"{facet}={key}" for facet, key in chosen)
        shown = find.evaluate(READ_PAGE, address)
        found, expected = passing(terms, filters), numbers_at_boxes(terms, filters)
        assert shown["total"] == len(found), address
        assert set(shown["ids"]) == found, address
        for facet, key, count, ticked in shown["counts"]:
            right = (expected[facet, key], key in filters.get(facet, set()))
            assert (count, ticked) == right, f"{address}: {facet}={key}"
        numbers.add(len(found))
    assert 0 in numbers
    assert len(numbers) > 15


def test_every_term_of_the_records_has_its_box(find: Page, terms: Terms) -> None:
    boxes = {(facet, key) for facet, key, *_ in find.evaluate(READ_PAGE, "?")["counts"]}
    needed = {(facet, key) for has in terms.values() for facet in FACETS for key in has[facet]}
    assert needed <= boxes


def test_ticking_makes_an_address_that_says_the_same(find: Page, site_url: str) -> None:
    find.locator("input[data-facet=theme][value=finance]").check()
    find.locator("input[data-facet=region][value=kanto]").check()
    find.locator("input[data-facet=region][value=kinki]").check()
    wait(find)
    assert find.url == f"{site_url}find/?theme=finance&region=kanto&region=kinki"
    expect(find.locator("[data-chips] button")).to_have_text(["金融・企業評価", "関東", "近畿", "すべて外す"])
    chosen = ids(find)
    find.goto(find.url)
    wait(find)
    assert ids(find) == chosen
    expect(find.locator("input[data-facet=region][value=kinki]")).to_be_checked()


def test_back_and_forward_walk_through_the_filters(find: Page) -> None:
    everything = total(find)
    find.locator("input[data-facet=theme][value=health]").check()
    wait(find)
    filtered = total(find)
    find.go_back()
    wait(find)
    assert total(find) == everything
    expect(find.locator("input[data-facet=theme][value=health]")).not_to_be_checked()
    find.go_forward()
    wait(find)
    assert total(find) == filtered


def test_typing_makes_one_entry_of_the_history_and_enter_none(find: Page) -> None:
    find.locator("input[data-facet=region][value=chubu]").check()
    wait(find)
    box = find.locator("input[type=search][name=q]")
    box.press_sequentially("塾", delay=30)
    wait(find)
    for _ in range(2):
        box.press("Enter")
        wait(find)
    find.go_back()
    wait(find)
    expect(find).to_have_url(re.compile(r"\?region=chubu$"))
    expect(box).to_have_value("")
    find.go_back()
    wait(find)
    expect(find).to_have_url(re.compile("find/$"))


def test_a_page_that_is_loaded_again_stays_where_it_was(find: Page) -> None:
    find.mouse.wheel(0, 1500)
    find.wait_for_function("history.state?.top > 1000")
    find.reload()
    wait(find)
    find.wait_for_function("scrollY > 1000")


@pytest.mark.parametrize("query", ["小さな町 後継者不足", "後継者がいない&region=tohoku", "信用菌庫&region=hokkaido"])
def test_nothing_is_said_of_cases_that_are_not_shown(page: Page, site_url: str, query: str) -> None:
    page.goto(f"{site_url}find/?q={query}")
    wait(page)
    advice = page.locator("[data-advice]")
    if total(page) == 0:
        expect(advice).not_to_contain_text("の事例を表示しています")
        expect(advice).not_to_contain_text("と書いた事例はありません")
    else:
        expect(advice).to_contain_text("を表示しています")


def test_a_chip_removes_its_filter_and_keeps_the_focus_near(find: Page) -> None:
    find.locator("input[data-facet=theme][value=health]").check()
    find.locator("input[data-facet=kind][value=programme]").check()
    find.get_by_role("button", name="「医療・健康」を外す").click()
    wait(find)
    assert "theme" not in find.url
    expect(find.get_by_role("button", name="「取組」を外す")).to_be_focused()
    find.get_by_role("button", name="「取組」を外す").click()
    expect(find.locator("[data-chips]")).to_be_hidden()
    expect(find.locator("#results")).to_be_focused()


def test_words_and_filters_work_together(page: Page, site_url: str) -> None:
    page.goto(f"{site_url}find/?q=信用金庫")
    wait(page)
    by_words = set(ids(page))
    box = page.locator("input[data-facet=theme][value=finance]")
    count = int(box.locator("xpath=../span[@data-count]").inner_text())
    box.check()
    wait(page)
    assert total(page) == count
    assert set(ids(page)) < by_words
    expect(page.locator("[data-find-status]")).to_have_text(f"「信用金庫」と絞り込み1つに合う事例：{count}件")


def test_the_map_counts_the_hits_and_ticks_a_prefecture(page: Page, site_url: str, terms: Terms) -> None:
    page.goto(f"{site_url}find/?view=map&theme=health")
    wait(page)
    tile = page.locator("[data-map] svg [data-prefecture='02']")
    in_aomori = passing(terms, {"theme": {"health"}, "prefecture": {"02"}})
    assert len(in_aomori) >= 2
    expect(tile).to_have_attribute("aria-label", f"青森県 {len(in_aomori)}件")
    tile.click()
    wait(page)
    assert "prefecture=02" in page.url
    assert set(ids(page)) == in_aomori
    expect(page.locator("[data-chips]")).to_contain_text("青森県")
    expect(tile).to_have_attribute("aria-label", f"青森県 {len(in_aomori)}件（選択中）")


@pytest.mark.criterion("2.4.3", "地図の一覧で絞り込んでも、フォーカスが失われないことを確かめます")
def test_the_list_of_the_map_keeps_the_focus(page: Page, site_url: str) -> None:
    page.set_viewport_size({"width": 360, "height": 740})
    page.goto(f"{site_url}find/?view=map")
    entry = page.locator(".hm-maplist [data-prefecture]").nth(1)
    code = entry.get_attribute("data-prefecture")
    entry.focus()
    page.keyboard.press("Enter")
    expect(page).to_have_url(re.compile(f"prefecture={code}"))
    expect(page.locator(f".hm-maplist [data-prefecture='{code}']")).to_be_focused()


def test_the_results_are_one_step_from_each_group_of_filters(find: Page) -> None:
    find.locator("[data-facet-group=challenge] input").last.focus()
    for _ in range(40):
        find.keyboard.press("Tab")
        if find.evaluate("document.activeElement.textContent") == "結果へ移動":
            break
    expect(find.get_by_role("link", name="結果へ移動").first).to_be_in_viewport()
    find.keyboard.press("Enter")
    expect(find.locator("#results")).to_be_focused()
    expect(find.get_by_role("heading", level=2).first).to_have_accessible_name(re.compile("見つかった事例：.*件"))


def test_no_hits_because_of_the_filters(page: Page, site_url: str) -> None:
    page.goto(f"{site_url}find/?q=信用金庫&theme=finance&region=hokkaido")
    wait(page)
    advice = page.locator("[data-advice]")
    expect(advice).to_contain_text("この絞り込みに合う事例はありません")
    advice.get_by_role("button", name="「北海道」を外す").click()
    wait(page)
    assert total(page) > 0
    assert "hokkaido" not in page.url


def test_a_filter_can_be_ticked_with_keys_alone(find: Page, terms: Terms) -> None:
    find.locator("[data-find-input]").focus()
    for _ in range(60):
        find.keyboard.press("Tab")
        if find.evaluate("document.activeElement.matches('input[data-facet]')"):
            break
    find.keyboard.press("Space")
    wait(find)
    assert total(find) < len(terms)
    expect(find.locator("input[data-facet]:checked")).to_be_focused()
