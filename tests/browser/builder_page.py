"""What tests of the kit builder do with its page."""

from collections.abc import Iterable

from playwright.sync_api import Page, expect

THREE = ("2018-noto-meister", "2018-uozu-santaro", "2022-shinshu-100nen")
READY = "[data-kit][data-ready=true] [data-part=sources]"


def address(site_url: str, ids: Iterable[str], more: str = "minutes=90") -> str:
    """Return the address of a kit of these cases."""
    return f"{site_url}sessions/builder/?{'&'.join(f'case={case_id}' for case_id in ids)}&{more}"


def open_kit(page: Page, site_url: str, ids: Iterable[str], more: str = "minutes=90") -> None:
    """Open a kit of these cases, and wait until all of it is there."""
    page.goto(address(site_url, ids, more))
    expect(page.locator(READY)).to_be_visible(timeout=20_000)
