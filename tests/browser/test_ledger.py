"""What a reader does with the ledger of figures: words and choices leave only the rows that fit."""

import pytest
from playwright.sync_api import Page, expect

from homare.model.catalogue import Catalogue

ADDRESS = "evidence/figures/"


@pytest.fixture
def ledger(page: Page, site_url: str) -> Page:
    """The ledger, opened."""
    page.goto(site_url + ADDRESS)
    return page


def shown_rows(page: Page) -> list[str]:
    return page.locator("[data-ledger] tbody tr:visible").all_inner_texts()


def test_words_leave_the_rows_that_hold_all_of_them(ledger: Page) -> None:
    ledger.get_by_label("言葉").fill("１億　億円")
    rows = shown_rows(ledger)
    assert rows
    for text in rows:
        assert "億円" in text
        assert "1億" in text.replace(",", "")
    expect(ledger.locator("[data-ledger-status]")).to_have_text(f"{len(every_row(ledger))}件のうち{len(rows)}件")


def test_thousands_separators_need_not_be_typed(ledger: Page) -> None:
    ledger.get_by_label("言葉").fill("13000人")
    assert any("13,000人" in text for text in shown_rows(ledger))


def test_choices_leave_the_rows_that_fit(ledger: Page, real_catalogue: Catalogue) -> None:
    ledger.get_by_label("テーマ").select_option("finance")
    ledger.get_by_label("範囲").select_option("own")
    expected = [
        figure
        for case in real_catalogue.cases
        if "finance" in case.themes
        for figure in case.figures
        if not figure.is_related
    ]
    assert len(shown_rows(ledger)) == len(expected) > 0


def test_no_row_left_says_what_to_do(ledger: Page) -> None:
    ledger.get_by_label("言葉").fill("<img src=x onerror=alert(1)>")
    expect(ledger.locator("[data-ledger-empty]")).to_be_visible()
    assert shown_rows(ledger) == []


def test_without_scripts_the_whole_ledger_is_there_and_no_filter(browser: object, site_url: str) -> None:
    context = browser.new_context(java_script_enabled=False)  # type: ignore[attr-defined]
    opened = context.new_page()
    opened.goto(site_url + ADDRESS)
    expect(opened.locator("[data-ledger-filter]")).to_be_hidden()
    assert opened.locator("[data-ledger] tbody tr").count() > 100
    context.close()


def every_row(page: Page) -> list[str]:
    return page.locator("[data-ledger] tbody tr").all_inner_texts()
