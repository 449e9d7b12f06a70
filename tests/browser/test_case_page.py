"""What a case page does beyond standing there: sources in place, the section being read, folds, the picture."""

from pathlib import Path
from typing import Literal

import pytest
from playwright.sync_api import Browser, Page, expect

CASE = "cases/2020-jonan-yoi-shigoto/"
MARK = "section[data-section=challenge] a[data-source]"
PHONE = {"width": 360, "height": 740}


def test_a_source_opens_in_place_and_closes_again(page: Page, site_url: str) -> None:
    page.goto(site_url + CASE)
    mark = page.locator(MARK).first
    entry = page.locator(f"#source-{mark.get_attribute('data-source')} cite")
    mark.click()
    shown = page.get_by_role("note")
    expect(shown).to_contain_text(entry.inner_text())
    expect(mark).to_have_attribute("aria-expanded", "true")
    assert page.url == site_url + CASE, "the reader stays where the statement is"
    mark.click()
    expect(shown).to_have_count(0)


def test_a_source_in_place_is_reached_and_left_by_keyboard(page: Page, site_url: str) -> None:
    page.goto(site_url + CASE)
    mark = page.locator(MARK).first
    mark.focus()
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    expect(page.get_by_role("note").get_by_role("link").first).to_be_focused()
    page.keyboard.press("Escape")
    expect(page.get_by_role("note")).to_have_count(0)
    expect(mark).to_be_focused()


@pytest.mark.criterion("2.4.11", "開いた出典が、次にフォーカスした操作対象を隠さないことを確かめます")
def test_a_source_in_place_closes_when_the_keyboard_goes_on(page: Page, site_url: str) -> None:
    page.goto(site_url + CASE)
    mark = page.locator(MARK).first
    mark.focus()
    page.keyboard.press("Enter")
    note = page.get_by_role("note")
    links = note.get_by_role("link").count()
    for _ in range(links):
        page.keyboard.press("Tab")
        expect(note).to_have_count(1)
    page.keyboard.press("Tab")
    expect(note).to_have_count(0)
    expect(mark).not_to_be_focused()


def test_one_source_at_a_time_and_a_click_elsewhere_closes_it(page: Page, site_url: str) -> None:
    page.goto(site_url + CASE)
    first, other = page.locator(MARK).first, page.locator("section[data-section=results] a[data-source]").last
    first.click()
    other.click()
    expect(page.get_by_role("note")).to_have_count(1)
    expect(first).to_have_attribute("aria-expanded", "false")
    expect(other).to_have_attribute("aria-expanded", "true")
    page.get_by_role("heading", level=1).click()
    expect(page.get_by_role("note")).to_have_count(0)


def test_the_source_in_place_leads_to_the_list(page: Page, site_url: str) -> None:
    page.goto(site_url + CASE)
    mark = page.locator(MARK).first
    mark.click()
    page.get_by_role("link", name="出典の一覧へ").click()
    expect(page.locator(f"#source-{mark.get_attribute('data-source')}")).to_be_in_viewport()
    expect(page.get_by_role("note")).to_have_count(0)


@pytest.mark.parametrize("width", [320, 360, 768, 1280])
def test_a_source_in_place_lies_within_the_window(page: Page, site_url: str, width: int) -> None:
    page.set_viewport_size({"width": width, "height": 740})
    page.goto(site_url + CASE)
    mark = page.locator(".hm-ledger a[data-source]").last
    mark.scroll_into_view_if_needed()
    mark.click()
    box, at = page.get_by_role("note").bounding_box(), mark.bounding_box()
    assert box is not None
    assert at is not None
    assert box["x"] >= 0
    assert box["x"] + box["width"] <= width
    assert box["y"] >= at["y"] + at["height"] or box["y"] + box["height"] <= at["y"], "it does not cover its mark"
    assert box["y"] + box["height"] <= 740
    assert page.evaluate("document.documentElement.scrollWidth") <= width


def test_without_scripts_a_mark_leads_to_its_source_and_nothing_is_dead(browser: Browser, site_url: str) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(site_url + CASE)
    mark = page.locator(MARK).first
    mark.click()
    expect(page.locator(f"#source-{mark.get_attribute('data-source')}")).to_be_in_viewport()
    expect(page.get_by_role("button", name="印刷する")).to_be_hidden()
    context.close()


def test_the_contents_mark_the_section_being_read(page: Page, site_url: str) -> None:
    page.goto(site_url + CASE)
    current = page.locator(".hm-toc [aria-current]")
    for section in ("results", "lessons", "approach"):
        page.locator(f"#{section}").evaluate("heading => heading.scrollIntoView({behavior: 'instant'})")
        expect(current).to_have_attribute("href", f"#{section}")
        expect(current).to_have_count(1)


def test_at_a_glance_is_open_beside_the_text_and_folded_on_a_phone(page: Page, site_url: str) -> None:
    page.goto(site_url + CASE)
    fact = page.locator(".hm-glance dd").first
    expect(fact).to_be_visible()
    page.set_viewport_size(PHONE)
    expect(fact).to_be_hidden()
    page.locator(".hm-fold--facts summary").click()
    expect(fact).to_be_visible()


def test_on_a_phone_the_contents_close_after_a_choice(page: Page, site_url: str) -> None:
    page.set_viewport_size(PHONE)
    page.goto(site_url + CASE)
    page.locator(".hm-fold--contents summary").click()
    page.locator(".hm-toc").get_by_role("link", name="成果").click()
    expect(page.locator(".hm-toc")).to_be_hidden()
    expect(page.locator("#results")).to_be_in_viewport()


def test_the_print_button_prints(page: Page, site_url: str) -> None:
    page.add_init_script("window.print = () => { document.title = 'printed'; }")
    page.goto(site_url + CASE)
    page.get_by_role("button", name="印刷する").click()
    expect(page).to_have_title("printed")


def test_every_case_and_the_library_have_a_picture_of_the_size_they_state(real_site: Path) -> None:
    folders = [f"cases/{folder.name}/" for folder in (real_site / "cases").iterdir()]
    pictures = {folder: f"{folder}share.png" for folder in folders} | {"": "assets/images/share.png"}
    for address, name in pictures.items():
        picture = (real_site / name).read_bytes()
        assert picture.startswith(b"\x89PNG"), name
        assert (int.from_bytes(picture[16:20]), int.from_bytes(picture[20:24])) == (1200, 630), name
        assert len(picture) < 150_000, name
        html = (real_site / address / "index.html").read_text("utf-8")
        assert f'content="https://homare.example/{name}"' in html, name


@pytest.mark.parametrize("start", ["", "#cite"])
def test_to_cite_the_case_opens_what_is_cited(page: Page, site_url: str, start: str) -> None:
    page.goto(site_url + CASE + start)
    text = page.locator(".hm-take__text")
    for _ in range(2):
        if not start:
            page.get_by_role("link", name="引用する").click()
        expect(text).to_be_visible()
        page.locator("#cite > summary").click()
        expect(text).to_be_hidden()
        start = ""


@pytest.mark.parametrize("motion", ["no-preference", "reduce"])
@pytest.mark.parametrize("scrolled", [0, 60, 1500])
@pytest.mark.parametrize("height", [650, 800])
def test_the_buttons_of_the_panel_are_in_sight(
    page: Page, site_url: str, height: int, scrolled: int, motion: Literal["no-preference", "reduce"]
) -> None:
    page.emulate_media(reduced_motion=motion)
    page.set_viewport_size({"width": 1366, "height": height})
    page.goto(f"{site_url}cases/2013-hirosaki-proteoglycan/")
    page.evaluate(f"scrollTo(0, {scrolled})")
    for name in ("キットに入れる", "比較に入れる", "引用する", "印刷する"):
        expect(page.locator(".hm-glance").get_by_text(name)).to_be_in_viewport(ratio=1)
    page.locator(".hm-glance").get_by_text("キットに入れる").click()
    tray = page.locator(".hm-tray").bounding_box()
    last = page.locator(".hm-glance").get_by_text("印刷する").bounding_box()
    assert tray is not None
    assert last is not None
    assert last["y"] + last["height"] <= tray["y"]


def test_no_link_of_the_panel_is_under_its_buttons_when_it_has_the_focus(page: Page, site_url: str) -> None:
    """The panel is smallest, and scrolls within, before the page is scrolled."""
    page.set_viewport_size({"width": 1366, "height": 700})
    page.goto(f"{site_url}cases/2013-hirosaki-proteoglycan/")
    buttons = page.locator(".hm-glance .hm-actions").bounding_box()
    assert buttons is not None
    links = page.locator(".hm-glance a:not(.hm-actions a):visible")
    assert links.count() > 10
    for link in links.all():
        link.evaluate("link => link.focus()")
        box = link.bounding_box()
        assert box is not None
        assert box["y"] + box["height"] <= buttons["y"], link.inner_text()
