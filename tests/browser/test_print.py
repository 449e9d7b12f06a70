"""Every kind of page on A4: nothing of the screen's furniture, nothing cut off, address and day at the foot."""

import io
import unicodedata
from datetime import date

import pytest
from playwright.sync_api import Page
from pypdf import PdfReader

from homare.model.date_words import date_words
from tests.browser.page_kinds import KINDS, open_kind

A4 = (595, 842)
ONE_MILLIMETRE = 96 / 25.4
FURNITURE = ("メニュー", "本文へ移動", "さがす言葉", "印刷する", "この事例の目次", "暗い配色")
SAYS_IT_ITSELF = {
    "accessibility": {"本文へ移動", "暗い配色", "メニュー"},
    "guide-page": {"メニュー"},
    "ledger": {"メニュー"},
}
"""The words of the furniture that stand in the text of a kind of page."""
TOO_WIDE = """() => {
  const room = document.documentElement.clientWidth + 1;
  const shown = [...document.body.querySelectorAll('*')].filter((element) => element.checkVisibility());
  const wide = shown.filter((element) => element.getBoundingClientRect().right > room
    && getComputedStyle(element).clipPath === 'none' && !element.closest('svg svg, [popover]'));
  return wide.map((element) => element.outerHTML.slice(0, 120));
}"""
CUT_ROWS = """() => [...document.querySelectorAll('main table tr, .hm-page table tr')]
  .filter((row) => row.checkVisibility() && row.getBoundingClientRect().height < 700)
  .filter((row) => getComputedStyle(row).breakInside !== 'avoid' && getComputedStyle(row).breakInside !== 'avoid-page')
  .map((row) => row.outerHTML.slice(0, 120))"""


RADICALS = str.maketrans("⻑⻘⻄⻝⻩⻲⻨⻭⻯⻔⺟⺠‧", "長青西食黄亀麦歯竜門母民・")
"""Fonts that draw two characters alike give Chromium the other one: the radical, the dot; no normal form brings it back."""


def squeezed(text: str) -> str:
    """A PDF may keep other code points for the same sign, and spaces of its own."""
    return "".join(unicodedata.normalize("NFKC", text).translate(RADICALS).split())


@pytest.fixture(scope="module", params=[name for name in KINDS if name != "not-found"])
def kind(request: pytest.FixtureRequest) -> str:
    name: str = request.param
    return name


def test_a_kind_of_page_prints_on_a4_with_address_and_day(page: Page, site_url: str, kind: str) -> None:
    open_kind(page, site_url, kind)
    page.emulate_media(media="print")
    headings = [heading.inner_text() for heading in page.locator("h1, h2").all() if heading.is_visible()]
    sheets = PdfReader(io.BytesIO(page.pdf(prefer_css_page_size=True))).pages
    today = squeezed(date_words(date.today().isoformat()))
    whole = ""
    for number, sheet in enumerate(sheets, start=1):
        size = (round(float(sheet.mediabox.width)), round(float(sheet.mediabox.height)))
        assert size in (A4, A4[::-1]), f"sheet {number} is {size}"
        text = squeezed(sheet.extract_text())
        assert f"{number}/{len(sheets)}" in text, f"sheet {number} has no number"
        assert squeezed(site_url) in text, f"sheet {number} does not say where it comes from"
        assert today in text, f"sheet {number} does not say of which day it is"
        whole += text
    unwanted = [word for word in FURNITURE if word not in SAYS_IT_ITSELF.get(kind, ())]
    assert [word for word in unwanted if squeezed(word) in whole] == []
    assert [text for text in headings if squeezed(text) not in whole] == []


def test_nothing_of_a_kind_of_page_is_cut_on_paper(page: Page, site_url: str, kind: str) -> None:
    open_kind(page, site_url, kind)
    page.emulate_media(media="print")
    landscape = page.evaluate("getComputedStyle(document.querySelector('.hm-page')).page") == "wide"
    width = 297 - 2 * 12 if landscape else 210 - 2 * 20
    page.set_viewport_size({"width": int(width * ONE_MILLIMETRE), "height": 900})
    assert page.evaluate(TOO_WIDE) == []
    assert page.evaluate(CUT_ROWS) == []


def test_sources_are_printed_as_notes_with_their_addresses(page: Page, site_url: str) -> None:
    page.goto(f"{site_url}cases/2020-jonan-yoi-shigoto/")
    page.emulate_media(media="print")
    mark = page.locator("section[data-section=challenge] a[data-source]").first
    assert page.evaluate("mark => getComputedStyle(mark, '::before').content", mark.element_handle()) == '"["'
    link = page.locator(".hm-sources a[href^=http]").first
    shown = page.evaluate("link => getComputedStyle(link, '::after').content", link.element_handle())
    assert shown == f'"{link.get_attribute("href")}"'
