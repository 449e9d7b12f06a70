"""The search page: words, order, views, the address, a file to keep, advice without hits. Its filters: test_filters.py."""

import csv
import io
import re
from typing import Literal

import pytest
from playwright.sync_api import Browser, Page, expect

from homare.model.catalogue import Catalogue
from homare.records.characters import FORMULA_STARTS
from tests.browser.axe import ALL, AXE, ONLY_COLOUR, violations
from tests.browser.find_page import ids, results, total, wait
from tests.browser.late_requests import LateRequests


def test_it_answers_before_anything_is_typed(find: Page, real_catalogue: Catalogue) -> None:
    assert sorted(ids(find)) == sorted(real_catalogue.by_id)
    assert ids(find)[0].startswith(str(max(case.award.edition or 0 for case in real_catalogue.cases)))
    expect(find.locator("[data-find-status]")).to_contain_text(f"{len(real_catalogue.cases)}件")


def test_no_number_is_shown_before_the_hits_are_known(page: Page, site_url: str) -> None:
    index = LateRequests(page, "**/*.pf_index")
    page.goto(f"{site_url}find/?q=信用金庫")
    heading = page.locator("#results")
    expect(heading).to_be_visible()
    expect(heading).to_contain_text("さがしています…")
    index.let_go()
    wait(page)
    expect(heading).to_have_text(f"見つかった事例：{total(page)}件")


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
    hostile = [*(f"{start}1" for start in FORMULA_STARTS), '=HYPERLINK("a")', "a,b"]
    text = find.evaluate(
        """async ([root, texts]) => {
          const { csvText } = await import(`${root}assets/js/files.js`);
          return csvText(texts.map((text) => ["x", text]));
        }""",
        [site_url, hostile],
    )
    cells = [row[1] for row in csv.reader(io.StringIO(text, newline=""))]
    assert cells == [*(f"'{cell}" for cell in hostile[:-1]), "a,b"]


def test_what_is_unknown_of_a_hit_is_an_empty_cell(find: Page, site_url: str) -> None:
    rows = find.evaluate(
        """async root => {
          const { plainHits } = await import(`${root}assets/js/find/table.js`);
          const item = { id: "undated-x", title: "題", programme: "", recipient: "名", place: "",
            edition: "undated", prize: "unknown", type: "bank", challenge: [], method: [], theme: ["a", "b"], industry: [] };
          return plainHits([item], (facet, key) => key);
        }""",
        site_url,
    )
    told = dict(zip(*rows, strict=True))
    assert (told["受賞年"], told["賞"], told["手法"], told["テーマ"]) == ("", "", "", "a、b")


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
    for name in ("課題から", "手法から", "テーマから", "地域から", "立場から", "受賞年から"):
        expect(page.locator("main, body").first.get_by_role("link", name=name).last).to_be_visible()
    context.close()


def test_back_from_a_case_leads_to_where_the_reader_was(page: Page, site_url: str) -> None:
    page.goto(f"{site_url}find/?q=人材")
    expect(page.locator("[data-results][data-ready=true]")).to_be_attached()
    page.evaluate("scrollTo({ top: 1600, behavior: 'instant' })")
    page.locator("[data-results] > [data-case] a").nth(6).evaluate("link => link.click()")
    expect(page.locator("article[data-case]")).to_be_visible()
    page.go_back()
    expect(page.locator("[data-results][data-ready=true]")).to_be_attached()
    for _ in range(50):  # the policy of our pages lets Playwright wait for no expression
        if abs(page.evaluate("scrollY") - 1600) < 2:
            break
        page.wait_for_timeout(100)
    assert abs(page.evaluate("scrollY") - 1600) < 2


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_chosen_view_can_be_read_under_the_pointer(find: Page, scheme: Literal["light", "dark"]) -> None:
    find.emulate_media(color_scheme=scheme)
    button = find.get_by_role("button", name="表", exact=True)
    button.click()
    expect(button).to_have_attribute("aria-pressed", "true")
    away, there = "getComputedStyle(button).backgroundColor", "getComputedStyle(other).backgroundColor"
    colours = button.evaluate(
        f"button => {{ const other = document.querySelector('[data-view=list]'); return [{away}, {there}]; }}"
    )
    assert colours[0] != colours[1], "it keeps the fill of a chosen button, on which its text was measured"
    find.mouse.move(0, 0)
    assert button.evaluate(f"button => {away}") == colours[0]


def test_an_excerpt_ends_in_no_number_and_no_word(page: Page, site_url: str) -> None:
    page.goto(f"{site_url}find/")
    hits = page.locator("[data-results] > [data-case]")
    for at in range(12):
        hits.nth(at).scroll_into_view_if_needed()
        expect(hits.nth(at).locator(".hm-hit__excerpt")).not_to_be_empty()
    for text in page.locator(".hm-hit__excerpt").all_inner_texts():
        assert not re.search(r"[0-9A-Za-z]…$", text), text
