"""Files that a page hands to its reader."""

from pathlib import Path

from playwright.sync_api import Page


def saved(page: Page, button: str) -> Path:
    """Press a button that saves a file; return where the file is."""
    with page.expect_download() as download:
        page.get_by_role("button", name=button).click()
    return Path(download.value.path())
