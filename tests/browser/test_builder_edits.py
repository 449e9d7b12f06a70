"""What the facilitator wrote into a kit stays where it was written, and is never taken over by another text."""

import base64
import json
import re
import zlib

from playwright.sync_api import Locator, Page, expect

from tests.browser.axe import ALL, AXE, ONLY_COLOUR, violations
from tests.browser.builder_page import READY, THREE, address, open_kit

WITHOUT_VIEWPOINT = ("2019-kure-yoshimitsu", "2015-kochi-kosen")
OURS = "進行役が書いた文です。"
OUTDATED = "元の文が変わりました。直した文を残しています。"


def write(field: Locator, text: str) -> None:
    """Write into a text, and wait until the address holds it."""
    before = field.page.url
    field.fill(text)
    field.press("Escape")
    expect(field.page).not_to_have_url(before)


def step(page: Page, name: str) -> Locator:
    """The way in which a step of the agenda is done."""
    return page.locator("[data-part=agenda] tbody tr", has_text=name).locator("td [data-edit]")


def test_an_edited_step_outlives_a_change_of_people_and_says_that_its_text_changed(page: Page, site_url: str) -> None:
    open_kit(page, site_url, THREE, "minutes=120&people=20")
    generated = step(page, "討議").inner_text()
    write(step(page, "討議"), OURS)
    expect(page.locator("[data-edits-notice]")).to_be_hidden()
    page.get_by_label("人数（2〜300）").fill("24")
    page.keyboard.press("Tab")
    expect(step(page, "討議")).to_have_text(OURS)
    expect(page.locator(".hm-outdated")).to_have_count(1)
    expect(page.locator(".hm-outdated")).to_contain_text(OUTDATED)
    expect(page.locator("[data-edits-notice]")).to_have_text(
        "元の文が変わったところが1つあります。直した文を残しています。"
    )
    page.get_by_role("button", name="新しい文にする").click()
    expect(step(page, "討議")).not_to_have_text(OURS)
    assert step(page, "討議").inner_text() != generated
    expect(page.locator(".hm-outdated")).to_have_count(0)
    expect(page.locator("[data-edits-notice]")).to_be_hidden()
    expect(page).not_to_have_url(re.compile("#e="))


def test_an_outdated_text_that_is_written_anew_is_no_longer_outdated(page: Page, site_url: str) -> None:
    open_kit(page, site_url, THREE, "minutes=120&people=20")
    write(step(page, "討議"), OURS)
    page.get_by_label("人数（2〜300）").fill("24")
    page.keyboard.press("Tab")
    write(step(page, "討議"), f"{OURS}もう一度。")
    expect(page.locator(".hm-outdated")).to_have_count(0)
    page.reload()
    expect(step(page, "討議")).to_have_text(f"{OURS}もう一度。")
    expect(page.locator(".hm-outdated")).to_have_count(0)


def test_edits_outlive_another_order_and_one_case_less(page: Page, site_url: str) -> None:
    open_kit(page, site_url, THREE)
    lead, cases = page.locator(".hm-lead [data-edit]"), step(page, "件の事例を紹介する")
    write(lead, OURS)
    write(cases, OURS)
    page.locator("[data-chosen] li").first.get_by_role("button", name="下へ").click()
    expect(page.locator("[data-part=brief]").first).to_have_attribute("data-case", THREE[1])
    expect(lead).to_have_text(OURS)
    page.locator("[data-chosen] li").last.get_by_role("button", name="外す").click()
    expect(page.locator("[data-part=brief]")).to_have_count(2)
    expect(lead).to_have_text(OURS)
    expect(cases).to_have_text(OURS)


def test_a_viewpoint_belongs_to_its_case(page: Page, site_url: str) -> None:
    open_kit(page, site_url, WITHOUT_VIEWPOINT)
    views = page.locator(".hm-brief__view [data-edit]")
    write(views.first, OURS)
    page.reload()
    expect(views.first).to_have_text(OURS)
    expect(views.last).to_have_text("")


def test_what_has_no_place_any_more_is_named_and_comes_back(page: Page, site_url: str) -> None:
    open_kit(page, site_url, THREE, "minutes=180")
    write(step(page, "受賞者の講演"), OURS)
    write(page.locator(".hm-brief__view [data-edit]").last, "信州で見るところ。")
    minutes = page.get_by_label("時間（分、30〜480）")
    minutes.fill("90")
    minutes.press("Tab")
    notice = page.locator("[data-edits-notice]")
    expect(notice).to_contain_text(f"出していない文があります：進め方「{OURS}」。")
    page.locator("[data-chosen] li").last.get_by_role("button", name="外す").click()
    expect(notice).to_contain_text("ここを見る「信州で見るところ。」")
    minutes.fill("180")
    minutes.press("Tab")
    expect(step(page, "受賞者の講演")).to_have_text(OURS)
    expect(notice).not_to_contain_text("進め方")


def test_notes_on_edits_have_no_fault_that_axe_knows(page: Page, site_url: str) -> None:
    page.add_init_script(path=AXE)
    open_kit(page, site_url, THREE, "minutes=120&people=20")
    write(page.locator(".hm-lead [data-edit]"), OURS)
    write(step(page, "討議"), OURS)
    page.get_by_label("人数（2〜300）").fill("24")
    page.locator("[data-chosen] li").last.get_by_role("button", name="外す").click()
    expect(page.locator(".hm-outdated")).to_have_count(2)
    for options, scheme in ((ALL, "light"), (ONLY_COLOUR, "dark")):
        page.emulate_media(color_scheme=scheme)  # type: ignore[arg-type]
        assert violations(page, options) == [], scheme


def test_a_text_that_was_only_looked_at_is_no_edit(page: Page, site_url: str) -> None:
    open_kit(page, site_url, THREE)
    for question in page.locator("[data-part=questions] li:not(.hm-kit__own) [data-edit]").all():
        question.focus()
        question.press("Escape")
    expect(page).not_to_have_url(re.compile("#e="))


def test_a_link_from_before_edits_had_places_still_opens(page: Page, site_url: str) -> None:
    """Title, aim and own questions keep their place; what can be put nowhere is named."""
    old = {
        "title~1abcde": "前の題名",
        "own~ztntfp": "前の問いです。",
        "how~zzzzzz": "前の進め方",
        "view~ztntfp": "前の見方",
    }
    old |= {f"constructor~{number}": "どこのものでもない文" for number in range(9)}
    squeeze = zlib.compressobj(wbits=-15)
    packed = squeeze.compress(json.dumps(old).encode()) + squeeze.flush()
    page.goto(f"{address(site_url, THREE)}#e={base64.urlsafe_b64encode(packed).decode().rstrip('=')}")
    expect(page.locator(READY)).to_be_visible()
    expect(page.locator(".hm-kit__title [data-edit]")).to_have_text("前の題名")
    expect(page.locator("[data-part=questions] li").nth(6)).to_contain_text("前の問いです。")
    expect(page.locator("[data-edits-notice]")).to_contain_text("進め方「前の進め方」、ここを見る「前の見方」、「どこ")
    expect(page.locator("[data-edits-notice]")).to_contain_text("、ほか5つ。リンクには残っています。")
