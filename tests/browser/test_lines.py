"""Where lines break: the menu stays on one, and titles that scripts write break between phrases as all others do."""

import pytest
from playwright.sync_api import Page, expect

from homare.model.catalogue import Catalogue
from homare.site.search.browser_data import title_breaks

MENU_ROWS = """() => new Set([...document.querySelectorAll('.hm-menu li')].filter((item) => item.checkVisibility())
  .map((item) => item.getBoundingClientRect().top)).size"""
LINE_ENDS = """title => {
  const ends = [], range = document.createRange();
  let at = 0, last = null;
  const walker = document.createTreeWalker(title, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) for (let place = 0; place < walker.currentNode.length; place += 1, at += 1) {
    range.setStart(walker.currentNode, place);
    range.setEnd(walker.currentNode, place + 1);
    const top = range.getBoundingClientRect().top;
    if (last !== null && top > last + 5) ends.push(at);
    last = top;
  }
  return ends;
}"""


def test_the_menu_stays_on_one_line_at_every_width_that_shows_it(page: Page, site_url: str) -> None:
    """Also in letters a tenth wider, as another browser's or system's font may be."""
    page.goto(f"{site_url}about/")
    for letters in ("", ".08em"):
        page.locator(".hm-menu").evaluate("(menu, letters) => { menu.style.letterSpacing = letters }", letters)
        for width in range(1025, 1325, 12):
            page.set_viewport_size({"width": width, "height": 700})
            assert page.evaluate(MENU_ROWS) == 1, f"{width} px, {letters or 'as it is'}"
            box = page.locator("header [type=search]").bounding_box()
            assert box is not None
            assert box["width"] >= (130 if letters else 150), f"the search box at {width} px"


def test_titles_of_hits_break_between_phrases(page: Page, site_url: str, real_catalogue: Catalogue) -> None:
    titles = {case.id: case.title for case in real_catalogue.cases}
    page.set_viewport_size({"width": 360, "height": 740})
    page.goto(f"{site_url}find/?q=信用金庫")
    expect(page.locator("[data-results][data-ready=true]")).to_be_attached()
    broken = 0
    for hit in page.locator("[data-results] > [data-case]").all():
        title = titles[hit.get_attribute("data-case") or ""]
        assert hit.locator(".hm-hit__title").text_content() == title
        ends = hit.locator(".hm-hit__title").evaluate(LINE_ENDS)
        assert set(ends) <= set(title_breaks(title)), title
        broken += len(ends)
    assert broken >= 5, "titles take more than one line on a phone"


@pytest.mark.parametrize("address", ["sessions/local-finance/", "sessions/builder/?case=2018-noto-meister&minutes=90"])
def test_on_a_phone_a_need_has_the_whole_width_and_says_what_to_tick(page: Page, site_url: str, address: str) -> None:
    page.set_viewport_size({"width": 360, "height": 740})
    page.goto(site_url + address)
    row = page.locator(".hm-kit__needs tbody tr").first
    expect(row).to_be_visible(timeout=20_000)
    need, *answers = row.locator("> *").all()
    box = need.bounding_box()
    assert box is not None
    assert box["width"] > 300
    headings = page.locator(".hm-kit__needs thead th").all_text_contents()[1:]
    assert [answer.evaluate("cell => getComputedStyle(cell, '::before').content") for answer in answers] == [
        f'"{heading}"' for heading in headings
    ]


@pytest.mark.parametrize("width", [768, 1280])
def test_no_answer_of_the_worksheet_breaks_within_its_word(page: Page, site_url: str, width: int) -> None:
    page.set_viewport_size({"width": width, "height": 900})
    page.goto(f"{site_url}sessions/local-finance/")
    for heading in page.locator(".hm-kit__needs thead th").all():
        assert heading.evaluate(LINE_ENDS) == [], heading.text_content()
