"""The real site, built once and served on this machine, its edition for use without a network, and a browser."""

import io
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, sync_playwright

from homare.site.offline.edition import offline_edition
from tests.browser import chromium
from tests.browser.find_page import wait
from tests.browser.server import served


@pytest.fixture(scope="session")
def site_url(real_site: Path) -> Iterator[str]:
    """The address of the real site, under a sub-path as on GitHub Pages: every link must work there too."""
    with served(real_site) as address:
        yield address


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """One Chromium for all browser tests."""
    with sync_playwright() as playwright:
        started = playwright.chromium.launch(
            executable_path=chromium.find(), args=[*chromium.FLAGS], chromium_sandbox=False
        )
        yield started
        started.close()


@pytest.fixture(scope="session")
def edition(real_site: Path) -> bytes:
    """The edition for use without a network, as it is published."""
    return offline_edition(real_site)


@pytest.fixture(scope="session")
def unpacked(edition: bytes, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of the edition, unpacked where its path has spaces and Japanese characters, as on a memory stick."""
    folder = tmp_path_factory.mktemp("持ち出し 用")
    zipfile.ZipFile(io.BytesIO(edition)).extractall(folder)
    return folder / "homare"


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    """A fresh page; the test fails when a script fails, a request leaves this machine or the page's policy is broken."""
    context = browser.new_context(locale="ja-JP", viewport={"width": 1280, "height": 900})
    opened = context.new_page()
    faults: list[str] = []
    opened.on("pageerror", lambda error: faults.append(f"script error: {error}"))
    opened.on("console", lambda message: _note_violation(message.text, faults))
    opened.on("request", lambda request: _note_foreign(request.url, faults))
    yield opened
    context.close()
    assert faults == []


@pytest.fixture
def find(page: Page, site_url: str) -> Page:
    """The search page, with every case."""
    page.goto(f"{site_url}find/")
    wait(page)
    return page


def _note_foreign(url: str, faults: list[str]) -> None:
    if not url.startswith(("http://127.0.0.1:", "data:", "blob:", "about:")):
        faults.append(f"request to another host: {url}")


def _note_violation(message: str, faults: list[str]) -> None:
    if "Content Security Policy" in message or "TrustedHTML" in message:
        faults.append(f"refused by the policy: {message}")
