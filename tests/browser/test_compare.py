"""Cases side by side: the same rows for all, nothing filled in, sources kept; changed, saved and printed."""

import csv
import io

import openpyxl
import pytest
from playwright.sync_api import Page, expect

from homare.model.catalogue import Catalogue
from homare.model.sheet import ROWS, CaseSheet
from tests.browser.saved_files import saved

PAIR = ("2018-noto-meister", "2019-gunma-guarantee")
HEADS = "table[data-compare] th[data-case]"


def open_compare(page: Page, site_url: str, *ids: str) -> None:
    page.goto(f"{site_url}compare/?{'&'.join(f'case={case_id}' for case_id in ids)}")
    expect(page.locator(HEADS).first).to_be_visible()


def shown(page: Page) -> list[str]:
    return [head.get_attribute("data-case") or "" for head in page.locator(HEADS).all()]


def test_every_row_shows_what_the_record_says_or_that_nothing_is_recorded(
    page: Page, site_url: str, real_catalogue: Catalogue
) -> None:
    open_compare(page, site_url, *PAIR)
    rows = page.locator("table[data-compare] tr[data-row]")
    assert [row.get_attribute("data-row") for row in rows.all()] == [*ROWS]
    for at, case_id in enumerate(PAIR):
        sheet = CaseSheet(real_catalogue, real_catalogue.by_id[case_id])
        for name, lines in sheet.rows.items():
            cell = page.locator(f"tr[data-row={name}] td").nth(at)
            if not lines:
                expect(cell).to_have_text("記録なし")
            assert [text for text in (line.text for line in lines) if text not in cell.inner_text()] == []


def test_a_mark_leads_to_the_source_on_the_case_page(page: Page, site_url: str) -> None:
    open_compare(page, site_url, *PAIR)
    page.locator("tr[data-row=approach] td").first.locator("a.hm-cite").first.click()
    expect(page.locator("article[data-case='2018-noto-meister']")).to_be_visible()
    assert "#source-" in page.url
    expect(page.locator(f"#{page.url.split('#')[1]}")).to_be_visible()


def test_cases_are_swapped_dropped_and_added_by_search(page: Page, site_url: str) -> None:
    open_compare(page, site_url, *PAIR)
    page.get_by_role("button", name="右へ").first.click()
    expect(page.locator(HEADS).first).to_have_attribute("data-case", PAIR[1])
    page.get_by_role("button", name="外す").first.click()
    expect(page.locator(HEADS)).to_have_count(1)
    expect(page.locator("[data-notice]")).to_contain_text("もう1件")
    page.get_by_label("事例を足す").fill("魚津三太郎塾")
    page.locator(".hm-picker__hits [data-case='2018-uozu-santaro'] button").click()
    expect(page.locator(HEADS)).to_have_count(2)
    expect(page).to_have_url(f"{site_url}compare/?case=2018-noto-meister&case=2018-uozu-santaro")


@pytest.mark.criterion("2.4.3", "比べる事例を外しても、フォーカスが失われないことを確かめます")
@pytest.mark.criterion("4.1.3", "比べる事例がなくなったことが、状態の通知として出ることを確かめます")
def test_whoever_drops_the_last_case_by_keyboard_is_told_and_goes_on(page: Page, site_url: str) -> None:
    open_compare(page, site_url, *PAIR)
    drop = page.get_by_role("button", name="外す：")
    expect(drop).to_have_count(2)
    expect(page.get_by_role("columnheader").last).to_have_accessible_name(
        page.locator("th[data-case] a").last.inner_text()
    )
    for left in (1, 0):
        drop.first.focus()
        page.keyboard.press("Enter")
        expect(drop).to_have_count(left)
    expect(page.locator("[data-picker] input")).to_be_focused()
    expect(page.locator("[data-samples]")).to_be_in_viewport()
    expect(page.get_by_role("status").filter(has_text="比べる事例がなくなりました")).to_have_count(1)


def test_five_are_too_many_and_unknown_ones_are_named(page: Page, site_url: str, real_catalogue: Catalogue) -> None:
    ids = [case.id for case in real_catalogue.cases[:5]]
    open_compare(page, site_url, *ids)
    assert shown(page) == ids[:4]
    expect(page.locator("[data-notice]")).to_contain_text("4件まで")
    page.goto(f"{site_url}compare/?case=2020-withdrawn&case={ids[0]}&case=%3Cimg%20src=x%3E")
    expect(page.locator("[data-notice]")).to_contain_text("2020-withdrawn")
    expect(page.locator("[data-notice]")).to_contain_text("<img src=x>")
    assert shown(page) == [ids[0]]
    assert page.locator("[data-notice] img").count() == 0


def test_the_table_is_saved_for_excel(page: Page, site_url: str, real_catalogue: Catalogue) -> None:
    open_compare(page, site_url, *PAIR)
    content = saved(page, "CSVで保存").read_bytes()
    assert content.startswith(b"\xef\xbb\xbf")
    rows = list(csv.reader(io.StringIO(content.decode("utf-8-sig"))))
    assert [len(row) for row in rows] == [3] * len(rows)
    titles = [real_catalogue.by_id[case_id].title for case_id in PAIR]
    assert rows[0] == ["項目", *titles]
    assert [row[0] for row in rows[1 : len(ROWS) + 1]] == [*ROWS.values()]
    sheet = openpyxl.load_workbook(io.BytesIO(saved(page, "Excelで保存").read_bytes())).active
    assert sheet is not None
    as_text = [[str(value or "") for value in row] for row in sheet.iter_rows(values_only=True)]
    assert as_text == [[cell.removeprefix("'") for cell in row] for row in rows]


def test_a_phone_shows_one_case_at_a_time_with_the_row_heads_in_view(page: Page, site_url: str) -> None:
    page.set_viewport_size({"width": 360, "height": 780})
    open_compare(page, site_url, *PAIR)
    assert page.evaluate("document.documentElement.scrollWidth") == 360
    region = page.locator(".hm-compare")
    for at in range(2):
        region.evaluate("(box, at) => box.scrollTo(at * box.scrollWidth, 0)", at)
        page.wait_for_timeout(200)
        head = page.locator("tr[data-row=approach] th").bounding_box()
        columns = [head_.bounding_box() for head_ in page.locator(HEADS).all()]
        assert head is not None
        assert head["x"] == 0
        inside = [box for box in columns if box and box["x"] >= head["width"] - 1 and box["x"] + box["width"] <= 361]
        assert len(inside) == 1


def test_a_case_is_put_in_from_its_page_and_from_the_search(page: Page, site_url: str) -> None:
    page.goto(f"{site_url}cases/{PAIR[0]}/")
    page.get_by_role("button", name="比較に入れる").click()
    expect(page.locator(".hm-tray")).to_contain_text("比較に入れました")
    expect(page.get_by_role("button", name="比較から外す")).to_be_visible()
    page.goto(f"{site_url}find/?q=群馬県信用保証協会")
    hit = page.locator(f"[data-results] > [data-case='{PAIR[1]}']")
    hit.get_by_role("button", name="比較に入れる").click()
    page.get_by_role("link", name="2件を比べる").click()
    expect(page.locator(HEADS)).to_have_count(2)
    assert shown(page) == [*PAIR]


@pytest.mark.parametrize(("width", "height"), [(360, 740), (430, 700), (480, 700), (600, 375), (667, 375), (1280, 800)])
def test_the_strip_leaves_the_page_to_the_reader(page: Page, site_url: str, width: int, height: int) -> None:
    page.set_viewport_size({"width": width, "height": height})
    page.goto(f"{site_url}cases/{PAIR[0]}/")
    for list_name in ("比較", "キット"):
        page.get_by_role("button", name=f"{list_name}に入れる").first.click()
    box = page.locator(".hm-tray").bounding_box()
    assert box is not None
    assert box["height"] <= 190
    for button in page.locator(".hm-tray .hm-button").all():
        size = button.bounding_box()
        assert size is not None
        assert size["height"] <= 64, "words stand in a line, not one under the other"


@pytest.mark.criterion("2.4.11", "選んだ事例の帯が、フォーカスした操作対象を隠さないことを確かめます")
@pytest.mark.parametrize(("width", "height"), [(320, 568), (320, 256), (360, 740)])
def test_the_strip_hides_nothing_that_is_focused(page: Page, site_url: str, width: int, height: int) -> None:
    page.emulate_media(reduced_motion="reduce")
    page.set_viewport_size({"width": width, "height": height})
    page.goto(f"{site_url}cases/{PAIR[0]}/")
    for list_name in ("比較", "キット"):
        page.get_by_role("button", name=f"{list_name}に入れる").first.click()
    page.goto(f"{site_url}cases/{PAIR[1]}/")
    expect(page.locator(".hm-tray")).to_be_visible()
    hidden = []
    for _ in range(60):
        page.keyboard.press("Tab")
        hidden += page.evaluate("""() => {
            const [one, strip] = [document.activeElement, document.querySelector(".hm-tray")];
            if (strip.contains(one) || getComputedStyle(strip).position === "static") return [];
            const [at, over] = [one.getBoundingClientRect(), strip.getBoundingClientRect()];
            return at.top >= over.top - 1 && at.height ? [one.outerHTML.slice(0, 100)] : [];
        }""")
    assert hidden == []


def test_the_fifth_case_is_refused_with_a_sentence(page: Page, site_url: str, real_catalogue: Catalogue) -> None:
    ids = [case.id for case in real_catalogue.cases[:5]]
    page.goto(f"{site_url}cases/{ids[4]}/")
    page.evaluate("ids => localStorage.setItem('homare:compare', JSON.stringify(ids))", ids[:4])
    page.reload()
    page.get_by_role("button", name="比較に入れる").click()
    expect(page.locator(".hm-tray")).to_contain_text("4件まで")
    expect(page.get_by_role("link", name="4件を比べる")).to_be_visible()


def test_the_page_without_cases_offers_some(page: Page, site_url: str) -> None:
    page.goto(f"{site_url}compare/")
    page.locator("[data-samples] a").first.click()
    expect(page.locator(HEADS).nth(2)).to_be_visible()


def test_back_undoes_one_step(page: Page, site_url: str) -> None:
    open_compare(page, site_url, *PAIR)
    page.get_by_role("button", name="外す").first.click()
    expect(page.locator(HEADS)).to_have_count(1)
    page.go_back()
    expect(page.locator(HEADS)).to_have_count(2)
    assert shown(page) == [*PAIR]


def test_the_list_that_was_kept_stands_in_the_address(page: Page, site_url: str) -> None:
    """So that Back leads to it again; and whoever works by keyboard stays in the table."""
    open_compare(page, site_url, *PAIR)
    page.get_by_role("button", name="右へ").first.click()
    expect(page.locator(HEADS).first).to_have_attribute("data-case", PAIR[1])
    page.goto(f"{site_url}compare/")
    expect(page.locator(HEADS).first).to_have_attribute("data-case", PAIR[1])
    page.get_by_role("button", name="右へ").first.press("Enter")
    expect(page.locator(HEADS).first).to_have_attribute("data-case", PAIR[0])
    assert page.evaluate("document.activeElement.closest('table[data-compare]') !== null")
    page.go_back()
    expect(page.locator(HEADS).first).to_have_attribute("data-case", PAIR[1])
