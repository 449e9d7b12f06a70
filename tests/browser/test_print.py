"""Every kind of page on A4: nothing of the screen's furniture, nothing cut off, address and day at the foot."""

from collections.abc import Iterator
from datetime import date

import pytest
from playwright.sync_api import Browser, Page

from homare.model.catalogue import Catalogue
from homare.model.date_words import date_words
from tests.browser.page_kinds import KINDS, open_kind
from tests.browser.paper import sheets_of, squeezed

A4 = (595, 842)
ONE_MILLIMETRE = 96 / 25.4
FURNITURE = ("メニュー", "本文へ移動", "さがす言葉", "印刷する", "この事例の目次", "暗い配色")
SAYS_IT_ITSELF = {
    "accessibility": {"本文へ移動", "暗い配色", "メニュー"},
    "guide-page": {"メニュー"},
    "ledger": {"メニュー"},
}
"""The words of the furniture that stand in the text of a kind of page."""
SHOWN_HEADINGS = """() => [...document.querySelectorAll('h1, h2')]
  .filter((heading) => heading.checkVisibility({visibilityProperty: true}) && heading.getClientRects().length)
  .map((heading) => heading.innerText)"""
TOO_WIDE = """() => {
  const room = document.documentElement.clientWidth + 1;
  const shown = [...document.body.querySelectorAll('*')].filter((element) => element.checkVisibility());
  const wide = shown.filter((element) => element.getBoundingClientRect().right > room
    && getComputedStyle(element).clipPath === 'none' && !element.closest('svg svg, [popover]'));
  return wide.map((element) => element.outerHTML.slice(0, 120));
}"""
PALE = """() => [...document.body.querySelectorAll('*')].filter((element) => {
  if (!element.checkVisibility() || element.closest('svg')) return false;
  const style = getComputedStyle(element);
  const [red, green, blue] = style.color.match(/[\\d.]+/g).map(Number);
  const says = [...element.childNodes].some((node) => node.nodeType === Node.TEXT_NODE && node.data.trim());
  return says && Math.min(red, green, blue) > 200 && style.printColorAdjust !== 'exact';
}).map((element) => element.outerHTML.slice(0, 120))"""
"""Light words whose dark ground a browser would leave out on paper."""
CUT_ROWS = """() => [...document.querySelectorAll('main table tr, .hm-page table tr')]
  .filter((row) => row.checkVisibility() && row.getBoundingClientRect().height < 700)
  .filter((row) => getComputedStyle(row).breakInside !== 'avoid' && getComputedStyle(row).breakInside !== 'avoid-page')
  .map((row) => row.outerHTML.slice(0, 120))"""


@pytest.fixture(scope="module", params=[name for name in KINDS if name != "not-found"])
def kind(request: pytest.FixtureRequest) -> str:
    name: str = request.param
    return name


@pytest.fixture(scope="module")
def printed(browser: Browser, site_url: str, kind: str) -> Iterator[Page]:
    """A page of the kind as paper shows it: opened once for all that is looked at."""
    context = browser.new_context(locale="ja-JP")
    page = context.new_page()
    open_kind(page, site_url, kind)
    page.emulate_media(media="print")
    yield page
    context.close()


def test_a_kind_of_page_prints_on_a4_with_address_and_day(printed: Page, site_url: str, kind: str) -> None:
    headings = printed.evaluate(SHOWN_HEADINGS)
    sheets = sheets_of(printed)
    today = squeezed(date_words(date.today().isoformat()))
    for number, sheet in enumerate(sheets, start=1):
        assert sheet.size in (A4, A4[::-1]), f"sheet {number} is {sheet.size}"
        assert f"{number}/{len(sheets)}" in sheet.text, f"sheet {number} has no number"
        assert squeezed(site_url) in sheet.text, f"sheet {number} does not say where it comes from"
        assert today in sheet.text, f"sheet {number} does not say of which day it is"
    whole = "".join(sheet.text for sheet in sheets)
    assert headings
    unwanted = [word for word in FURNITURE if word not in SAYS_IT_ITSELF.get(kind, ())]
    assert [word for word in unwanted if squeezed(word) in whole] == []
    assert [text for text in headings if squeezed(text) not in whole] == []


def test_nothing_of_a_kind_of_page_is_cut_on_paper(printed: Page) -> None:
    landscape = printed.evaluate("getComputedStyle(document.querySelector('.hm-page')).page") == "wide"
    width = 297 - 2 * 12 if landscape else 210 - 2 * 20
    printed.set_viewport_size({"width": int(width * ONE_MILLIMETRE), "height": 900})
    assert printed.evaluate(TOO_WIDE) == []
    assert printed.evaluate(CUT_ROWS) == []
    assert printed.evaluate(PALE) == []


def test_sources_are_printed_as_notes_with_their_addresses(page: Page, site_url: str) -> None:
    page.goto(f"{site_url}cases/2020-jonan-yoi-shigoto/")
    page.emulate_media(media="print")
    mark = page.locator("section[data-section=challenge] a[data-source]").first
    assert page.evaluate("mark => getComputedStyle(mark, '::before').content", mark.element_handle()) == '"["'
    link = page.locator(".hm-sources a[href^=http]").first
    shown = page.evaluate("link => getComputedStyle(link, '::after').content", link.element_handle())
    assert shown == f'"{link.get_attribute("href")}"'


def test_all_hits_look_alike_and_the_foot_says_the_words_of_the_search(page: Page, site_url: str) -> None:
    open_kind(page, site_url, "find")
    sheets = sheets_of(page)
    assert all("?q=信用金庫" in sheet.text for sheet in sheets)
    page.emulate_media(media="print")
    excerpts = page.locator("[data-results] .hm-hit__excerpt")
    assert len({node.inner_text() == "" for node in excerpts.all()}) == 2, "the last hits have not come into view"
    assert [node.bounding_box() for node in excerpts.all() if node.is_visible()] == []


def test_the_worksheet_of_each_ready_made_kit_is_two_sheets(
    page: Page, site_url: str, real_catalogue: Catalogue
) -> None:
    """It is copied for everyone who comes: what is needed flows over both, and no box is torn."""
    for kit in real_catalogue.kits:
        page.goto(f"{site_url}sessions/{kit.id}/")
        texts = [sheet.text for sheet in sheets_of(page)]
        first = next(place for place, text in enumerate(texts) if "自分の地域に置き換える" in text and "名前:" in text)
        assert "1年後に数えるもの" in texts[first + 1], kit.id
        assert "出典番号は" in texts[first + 2], kit.id
