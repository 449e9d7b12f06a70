"""The search page: words, filters with counts, order, views, the address, a file to keep, advice without hits."""

import csv
import io
import random
from collections.abc import Iterable
from typing import Literal

import pytest
from playwright.sync_api import Browser, Locator, Page, expect

from homare.model.case import Case
from homare.model.catalogue import Catalogue
from tests.browser.axe import ALL, AXE, ONLY_COLOUR, violations
from tests.browser.late_requests import LateRequests

FACETS = ("challenge", "method", "theme", "region", "prefecture", "type", "edition", "prize", "industry", "kind")


def keys_of(catalogue: Catalogue, case: Case, facet: str) -> set[str]:
    """The terms of a case, from its record."""
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
    return {value for value in values[facet] if value}


def passing(catalogue: Catalogue, filters: dict[str, set[str]], without: str = "") -> list[Case]:
    """The cases that pass the filters: OR within a facet, AND across."""
    return [
        case
        for case in catalogue.cases
        if all(keys & keys_of(catalogue, case, facet) for facet, keys in filters.items() if keys and facet != without)
    ]


def results(page: Page) -> Locator:
    return page.locator("[data-results] > [data-case]")


def ids(page: Page) -> list[str]:
    return [node.get_attribute("data-case") or "" for node in results(page).all()]


def total(page: Page) -> int:
    return int(page.locator("[data-results]").get_attribute("data-total") or -1)


def wait(page: Page) -> None:
    expect(page.locator("[data-results][data-ready=true]")).to_be_attached()


@pytest.fixture
def find(page: Page, site_url: str) -> Page:
    page.goto(f"{site_url}find/")
    wait(page)
    return page


def test_it_answers_before_anything_is_typed(find: Page, real_catalogue: Catalogue) -> None:
    assert sorted(ids(find)) == sorted(real_catalogue.by_id)
    assert ids(find)[0].startswith(str(max(case.award.edition or 0 for case in real_catalogue.cases)))
    expect(find.locator("[data-find-status]")).to_contain_text(f"{len(real_catalogue.cases)}件")


def test_no_number_is_shown_before_the_hits_are_known(page: Page, site_url: str) -> None:
    index = LateRequests(page, "**/*.pf_index")
    page.goto(f"{site_url}find/?q=信用金庫")
    heading = page.locator("#results")
    expect(heading).to_be_visible()
    expect(heading).to_have_text("さがしています…")
    index.let_go()
    wait(page)
    expect(heading).to_have_text(f"{total(page)}件")


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


def test_counts_equal_the_records_for_200_combinations(find: Page, real_catalogue: Catalogue) -> None:
    source = random.Random(20261123)
    boxes = [box for box in find.evaluate(READ_PAGE, "?")["counts"] if box[0] in FACETS]
    assert {facet for facet, *_ in boxes} == set(FACETS)
    for _ in range(200):
        chosen = source.sample(boxes, source.randint(1, 4))
        filters: dict[str, set[str]] = {}
        for facet, key, *_ in chosen:
            filters.setdefault(facet, set()).add(key)
        address = "?" + "&".join(f"{facet}={key}" for facet, key, *_ in chosen)
        shown = find.evaluate(READ_PAGE, address)
        found = passing(real_catalogue, filters)
        assert shown["total"] == len(found), address
        assert set(shown["ids"]) == {case.id for case in found}, address
        for facet, key, count, ticked in shown["counts"]:
            others = passing(real_catalogue, filters, without=facet)
            expected = sum(key in keys_of(real_catalogue, case, facet) for case in others)
            assert (count, ticked) == (expected, key in filters.get(facet, set())), f"{address}: {facet}={key}"


def test_every_term_of_the_records_has_its_box(find: Page, real_catalogue: Catalogue) -> None:
    boxes = {(facet, key) for facet, key, *_ in find.evaluate(READ_PAGE, "?")["counts"]}
    needed = {
        (facet, key)
        for case in real_catalogue.cases
        for facet in FACETS
        for key in keys_of(real_catalogue, case, facet)
    }
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


def test_a_chip_removes_its_filter_and_keeps_the_focus_near(find: Page) -> None:
    find.locator("input[data-facet=theme][value=health]").check()
    find.locator("input[data-facet=kind][value=programme]").check()
    find.get_by_role("button", name="「医療・健康」を外す").click()
    wait(find)
    assert "theme" not in find.url
    expect(find.get_by_role("button", name="「取組（団体）」を外す")).to_be_focused()
    find.get_by_role("button", name="「取組（団体）」を外す").click()
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


def test_typing_searches_and_the_address_follows(find: Page) -> None:
    find.locator("[data-find-input]").press_sequentially("航空機", delay=30)
    expect(results(find).first.locator("mark").first).to_have_text("航空機")
    wait(find)
    assert find.evaluate("new URLSearchParams(location.search).get('q')") == "航空機"
    expect(find.locator("[data-sort]")).to_have_value("relevance")


@pytest.mark.parametrize("sort", ["newest", "oldest", "place"])
def test_order(page: Page, site_url: str, real_catalogue: Catalogue, sort: str) -> None:
    page.goto(f"{site_url}find/?q=大学&sort={sort}")
    wait(page)
    cases = [real_catalogue.by_id[case_id] for case_id in ids(page)]
    assert len(cases) > 20
    if sort == "place":
        codes = [case.recipient.prefecture or "99" for case in cases]
        assert codes == sorted(codes)
        return
    years = [case.award.edition for case in cases]
    known = [year for year in years if year]
    assert known == sorted(known, reverse=sort == "newest")
    assert years == [*known, *[None] * (len(years) - len(known))]


def test_the_table_shows_the_same_cases(find: Page, real_catalogue: Catalogue) -> None:
    find.locator("input[data-facet=theme][value=finance]").check()
    find.get_by_role("button", name="表", exact=True).click()
    wait(find)
    assert "view=table" in find.url
    expect(find.locator("[data-table] tbody tr")).to_have_count(len(ids(find)))
    titles = find.locator("[data-table] tbody th").all_inner_texts()
    assert titles == [real_catalogue.by_id[case_id].title for case_id in ids(find)]
    expect(find.locator("[data-results]")).to_be_hidden()


def test_the_map_counts_the_hits_and_ticks_a_prefecture(page: Page, site_url: str, real_catalogue: Catalogue) -> None:
    page.goto(f"{site_url}find/?view=map&theme=health")
    wait(page)
    tile = page.locator("[data-map] svg [data-prefecture='02']")
    in_aomori = passing(real_catalogue, {"theme": {"health"}, "prefecture": {"02"}})
    assert len(in_aomori) >= 2
    expect(tile).to_have_attribute("aria-label", f"青森県 {len(in_aomori)}件")
    tile.click()
    wait(page)
    assert "prefecture=02" in page.url
    assert set(ids(page)) == {case.id for case in in_aomori}
    expect(page.locator("[data-chips]")).to_contain_text("青森県")
    expect(tile).to_have_attribute("aria-label", f"青森県 {len(in_aomori)}件（選択中）")


def test_on_a_very_narrow_screen_the_map_is_a_list(page: Page, site_url: str) -> None:
    page.set_viewport_size({"width": 300, "height": 700})
    page.goto(f"{site_url}find/?view=map")
    wait(page)
    expect(page.locator("[data-map] svg")).to_be_hidden()
    link = page.locator("[data-map] li a", has_text="長野県")
    link.click()
    wait(page)
    assert "prefecture=20" in page.url


def test_the_hits_can_be_saved_for_excel(page: Page, site_url: str, real_catalogue: Catalogue) -> None:
    page.goto(f"{site_url}find/?q=信用金庫&sort=oldest")
    wait(page)
    with page.expect_download() as download:
        page.get_by_role("button", name="この検索結果をCSVで保存").click()
    content = download.value.path().read_bytes()
    assert content.startswith("\ufeff".encode())
    assert content.count(b"\r\n") == content.count(b"\n") == total(page) + 1
    rows = list(csv.DictReader(io.StringIO(content.decode("utf-8-sig"), newline="")))
    assert [row["id"] for row in rows] == ids(page)
    case = real_catalogue.by_id[rows[0]["id"]]
    assert rows[0]["題名"] == case.title
    assert rows[0]["受賞者"] == case.recipient.name
    assert rows[0]["アドレス"] == f"{site_url}cases/{case.id}/"
    assert not any(value.startswith(("=", "+", "-", "@")) for row in rows for value in row.values())


def test_a_cell_that_excel_would_run_is_made_harmless(find: Page, site_url: str) -> None:
    text = find.evaluate(
        """async root => {
          const { csvText } = await import(`${root}assets/js/find/table.js`);
          const item = { id: "x", title: '=HYPERLINK("a")', programme: "a,b", recipient: "+1", place: "",
            edition: "2020", prize: "meti", type: "bank", challenge: [], method: [], theme: [], industry: [] };
          return csvText([item], (facet, key) => key);
        }""",
        site_url,
    )
    assert next(csv.reader(io.StringIO(text.splitlines()[1])))[1:4] == ['\'=HYPERLINK("a")', "a,b", "'+1"]


def test_no_hits_because_of_the_filters(page: Page, site_url: str) -> None:
    page.goto(f"{site_url}find/?q=信用金庫&theme=finance&region=hokkaido")
    wait(page)
    advice = page.locator("[data-advice]")
    expect(advice).to_contain_text("この絞り込みに合う事例はありません")
    advice.get_by_role("button", name="「北海道」を外す").click()
    wait(page)
    assert total(page) > 0
    assert "hokkaido" not in page.url


def test_no_hits_because_of_the_words(page: Page, site_url: str) -> None:
    page.goto(f"{site_url}find/?q=信用金庫 潜水艦建造")
    wait(page)
    advice = page.locator("[data-advice]")
    expect(advice).to_contain_text("見つかりませんでした")
    advice.get_by_role("link", name="信用金庫（").click()
    wait(page)
    assert total(page) > 5


def test_what_was_meant_is_said_and_can_be_followed(page: Page, site_url: str) -> None:
    page.goto(f"{site_url}find/?q=公設試験研究期間")
    wait(page)
    expect(page.locator("[data-advice]")).to_contain_text("もしかして：公設試験研究機関")
    assert total(page) > 5
    page.locator("[data-advice] a").click()
    wait(page)
    expect(page.locator("[data-find-input]")).to_have_value("公設試験研究機関")


def test_a_filter_can_be_ticked_with_keys_alone(find: Page, real_catalogue: Catalogue) -> None:
    find.locator("[data-find-input]").focus()
    for _ in range(60):
        find.keyboard.press("Tab")
        if find.evaluate("document.activeElement.matches('input[data-facet]')"):
            break
    find.keyboard.press("Space")
    wait(find)
    assert total(find) < len(real_catalogue.cases)
    expect(find.locator("input[data-facet]:checked")).to_be_focused()


def test_an_address_with_nonsense_still_shows_the_page(page: Page, site_url: str) -> None:
    page.goto(f"{site_url}find/?theme=no-such-theme&sort=upwards&view=%3Cscript%3E&foo=bar&region=")
    wait(page)
    expect(page.locator("[data-chips]")).to_contain_text("no-such-theme")
    expect(page.locator("[data-advice]")).to_contain_text("この絞り込みに合う事例はありません")
    expect(page.get_by_role("button", name="一覧")).to_have_attribute("aria-pressed", "true")


STATES = (
    "",
    "?q=産学官連携&region=chubu",
    "?view=table&theme=finance",
    "?view=map",
    "?q=コーデネーター",
    "?q=漆塗りの宇宙船",
)


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_no_state_has_an_accessibility_fault(page: Page, site_url: str, scheme: Literal["light", "dark"]) -> None:
    page.emulate_media(color_scheme=scheme)
    page.add_init_script(path=AXE)
    for state in STATES:
        page.goto(f"{site_url}find/{state}")
        wait(page)
        assert violations(page, ALL if scheme == "light" else ONLY_COLOUR) == [], state


def test_without_scripts_the_page_leads_to_the_indexes(browser: Browser, site_url: str) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{site_url}find/")
    expect(page.locator("[data-find-tools]")).to_be_hidden()
    for name in ("課題から", "手法から", "テーマから", "地域から", "立場から", "年度から"):
        expect(page.locator("main, body").first.get_by_role("link", name=name).last).to_be_visible()
    context.close()
