"""The search box on every page: answers while the reader types, in Japanese, with any keyboard, whatever is typed."""

import re

import pytest
from playwright.sync_api import CDPSession, Locator, Page, expect

HERO = ".hm-hero form[data-search]"


def box(page: Page) -> Locator:
    return page.locator(f"{HERO} input[type=search]")


def hits(page: Page) -> Locator:
    return page.locator(f"{HERO} [data-search-panel] li[data-case]")


def status(page: Page) -> Locator:
    return page.locator(f"{HERO} [data-search-panel] .hm-search__status")


@pytest.mark.criterion("4.1.3", "検索の件数が、ページにはじめからある状態の通知に出ることを確かめます")
def test_the_number_of_hits_is_said_where_screen_readers_listen(home: Page) -> None:
    said = home.locator("[data-say][role=status]")
    expect(said).to_have_text("")
    box(home).fill("信用金庫")
    expect(hits(home).first).to_be_visible()
    expect(said).to_have_text(status(home).inner_text())


@pytest.fixture
def home(page: Page, site_url: str) -> Page:
    page.goto(site_url)
    return page


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("産学官連携", "産学官連携"),
        ("ｲﾉﾍﾞｰｼｮﾝ", "イノベーション"),
        ("６次産業化", "次産業化"),
        ("信金", "信用金庫"),
        ("さんがく", "産学"),
    ],
)
def test_a_hit_shows_where_the_words_stand_and_leads_there(home: Page, query: str, found: str) -> None:
    box(home).fill(query)
    first = hits(home).first
    expect(first.locator("mark").first).to_contain_text(found)
    expect(first.locator(".hm-hit__meta")).to_have_text(re.compile(r"年|未確認"))
    first.locator("a").click()
    expect(home.locator("article[data-case]")).to_contain_text(found, use_inner_text=True)
    anchor = home.evaluate("decodeURIComponent(location.hash.slice(1))")
    assert anchor == "" or home.locator(f'[id="{anchor}"]').count() == 1


def test_a_hit_in_a_section_leads_to_that_section(home: Page) -> None:
    box(home).fill("わさび漬け")
    link = hits(home).first.locator("a")
    expect(link.locator(".hm-hit__section")).to_have_text("成果")
    link.click()
    expect(home.locator("#results")).to_be_in_viewport()


def test_enter_opens_all_hits(home: Page) -> None:
    box(home).fill("信用金庫")
    box(home).press("Enter")
    home.wait_for_url("**/find/?q=*")
    expect(home.locator("[data-results][data-ready=true]")).to_be_attached()
    expect(home.locator("[data-find] input[type=search]")).to_have_value("信用金庫")
    assert home.locator("[data-results] > [data-case]").count() > 5


def test_every_page_has_a_box(page: Page, site_url: str) -> None:
    for address in ("cases/2020-jonan-yoi-shigoto/", "methods/", "regions/kanto/", "about/"):
        page.goto(site_url + address)
        page.locator("form[data-search] input").fill("信用金庫")
        expect(page.locator("[data-search-panel] li[data-case]").first).to_be_visible()


def test_keys_lead_to_the_box_and_through_the_hits(home: Page) -> None:
    home.keyboard.press("/")
    expect(box(home)).to_be_focused()
    home.keyboard.type("金沢")
    expect(hits(home).first).to_be_visible()
    home.keyboard.press("ArrowDown")
    expect(hits(home).first.locator("a")).to_be_focused()
    home.keyboard.press("ArrowUp")
    expect(box(home)).to_be_focused()
    home.keyboard.press("Escape")
    expect(home.locator(f"{HERO} [data-search-panel]")).to_be_hidden()
    home.locator("h1").click()
    home.keyboard.press("Control+k")
    expect(box(home)).to_be_focused()


def test_a_slash_in_a_box_is_only_a_slash(home: Page) -> None:
    box(home).focus()
    home.keyboard.type("a/b")
    expect(box(home)).to_have_value("a/b")


def test_leaving_the_box_closes_the_hits(home: Page) -> None:
    box(home).fill("金沢")
    expect(hits(home).first).to_be_visible()
    home.locator("h1").click()
    expect(home.locator(f"{HERO} [data-search-panel]")).to_be_hidden()


def compose(session: CDPSession, text: str) -> None:
    session.send("Input.imeSetComposition", {"text": text, "selectionStart": len(text), "selectionEnd": len(text)})


def test_an_answer_that_comes_late_does_not_open_over_the_page(home: Page) -> None:
    home.route("**/pagefind/**", lambda route: (home.wait_for_timeout(300), route.continue_()))
    box(home).fill("信用")
    home.locator("h2").first.click()
    home.wait_for_load_state("networkidle")
    expect(home.locator(f"{HERO} [data-search-panel]")).to_be_hidden()
    home.unroute_all(behavior="ignoreErrors")
    box(home).fill("信用金庫")
    expect(hits(home).first).to_be_visible()


def test_nothing_is_searched_while_an_input_method_composes(home: Page) -> None:
    searched: list[str] = []
    home.on("request", lambda request: searched.append(request.url) if ".pf_index" in request.url else None)
    box(home).focus()
    expect(box(home)).to_be_focused()
    home.wait_for_load_state("networkidle")
    searched.clear()
    session = home.context.new_cdp_session(home)
    for part in ("し", "しん", "しんようき", "信用金庫"):
        compose(session, part)
        home.wait_for_timeout(200)
    assert searched == []
    expect(home.locator(f"{HERO} [data-search-panel]")).to_be_hidden()
    session.send("Input.insertText", {"text": "信用金庫"})
    expect(hits(home).first).to_be_visible()
    expect(hits(home).first).to_contain_text("信用金庫")


def test_the_newest_query_wins_over_one_that_answers_later(home: Page) -> None:
    box(home).fill("大学")
    expect(hits(home).first).to_be_visible()
    home.route("**/*.pf_index", lambda route: (home.wait_for_timeout(400), route.continue_()))
    box(home).fill("漁業協同組合")  # its characters are not loaded yet
    home.unroute_all(behavior="ignoreErrors")
    box(home).fill("大学")
    home.wait_for_timeout(900)
    expect(hits(home).first).to_contain_text("大学")


HOSTILE = {
    "markup": "<img src=x onerror=alert(1)><script>alert(1)</script>",
    "long": "産学官連携" * 2000,
    "lone surrogates": "産\ud800学\udfff",
    "regular expression": r".*(?:[a-z]+|\p{L}){1,}^$\\/[",
    "quotes": "\"'「『”“",
    "control characters": "\u0000\u0007\u200b\u202e産学\u2028\ufeff",
    "emoji": "👨‍👩‍👧‍👦🍶",
    "percent": "%E3%80%80%%%00",
    "prototype": "__proto__ constructor toString",
    "spaces": "　 \t　",
    "many words": " ".join(f"語{number}" for number in range(300)),
}


@pytest.mark.parametrize("query", HOSTILE.values(), ids=HOSTILE.keys())
def test_whatever_is_typed_is_text(home: Page, site_url: str, query: str) -> None:
    said: list[str] = []
    home.on("console", lambda message: said.append(message.text) if message.type == "error" else None)
    home.on("dialog", lambda dialog: said.append(dialog.message))
    home.evaluate(
        """([selector, text]) => {
          const input = document.querySelector(selector);
          input.focus();
          input.value = text;
          input.dispatchEvent(new InputEvent("input", { bubbles: true }));
        }""",
        [f"{HERO} input[type=search]", query],
    )
    home.wait_for_timeout(700)
    assert home.locator("[data-search-panel] img, [data-search-panel] script").count() == 0
    home.goto(f"{site_url}find/")
    home.evaluate("text => { location.search = '?q=' + encodeURIComponent(text.toWellFormed()) }", query[:4000])
    expect(home.locator("[data-results][data-ready=true]")).to_be_attached()
    assert home.locator("[data-find-tools] img, [data-advice] script").count() == 0
    assert said == []


def test_full_width_text_is_pasted_and_found(home: Page) -> None:
    box(home).focus()
    home.evaluate("text => navigator.clipboard?.writeText(text).catch(() => {})", "ＣＯＩ")
    home.evaluate("text => document.execCommand('insertText', false, text)", "　ＣＯＩ　")
    expect(hits(home).first).to_be_visible()
    expect(hits(home).first).to_contain_text("COI")


def test_a_slip_is_answered_with_what_was_meant(home: Page) -> None:
    box(home).fill("コーデネーター")
    expect(home.locator(f"{HERO} .hm-advice")).to_contain_text("もしかして：コーディネーター")
    expect(hits(home).first).to_be_visible()


def test_everyday_words_are_answered_with_the_term(home: Page) -> None:
    box(home).fill("後継ぎがいない")
    expect(home.locator(f"{HERO} .hm-advice")).to_contain_text("担い手と人口の減少")
    expect(hits(home).first).to_be_visible()


def test_finding_nothing_says_so_and_offers_near_terms(home: Page) -> None:
    box(home).fill("航空宇宙エレベーター")
    expect(status(home)).to_contain_text("見つかりませんでした")
    expect(home.get_by_role("link", name="航空宇宙", exact=True)).to_be_visible()
    expect(hits(home)).to_have_count(0)


BLOCKED = {
    "index": "**/pagefind/**",
    "index files": "**/*.pf_index",
    "WebAssembly": "**/wasm.*.pagefind",
    "data": "**/assets/search/**",
}


@pytest.mark.parametrize("pattern", BLOCKED.values(), ids=BLOCKED.keys())
def test_without_its_files_search_says_so_and_breaks_nothing(page: Page, site_url: str, pattern: str) -> None:
    page.route(pattern, lambda route: route.abort())
    page.goto(site_url)
    box(page).fill("信用金庫")
    expect(status(page)).to_contain_text("動かせません")
    page.goto(f"{site_url}find/?q=信用金庫")
    expect(page.locator("[data-find-status]")).to_contain_text("動かせません")
    page.get_by_role("link", name="課題から").last.click()
    expect(page.get_by_role("heading", level=1)).to_have_text("課題からさがす")


def test_without_webassembly_filters_still_work(page: Page, site_url: str) -> None:
    page.add_init_script("delete globalThis.WebAssembly")
    page.goto(f"{site_url}find/?q=信用金庫")
    expect(page.locator("[data-find-status]")).to_contain_text("言葉での検索を動かせません")
    page.locator("input[data-facet=theme][value=finance]").check()
    expect(page.locator("[data-results] > [data-case]").first).to_be_visible()


def test_the_browser_can_add_the_search_to_its_own(page: Page, site_url: str) -> None:
    page.goto(site_url)
    link = page.locator("link[rel=search][type='application/opensearchdescription+xml']")
    answer = page.request.get(link.evaluate("node => node.href"))
    assert answer.ok
    assert "find/?q={searchTerms}" in answer.text()
