"""No accessibility fault that axe knows: every page once, and every kind of page at three widths, light and dark.

Every page × 3 widths × 2 schemes would take half an hour and show no more: pages of a kind share their template.
"""

from collections.abc import Iterator
from pathlib import Path

import axe_playwright_python
import pytest
from playwright.sync_api import Browser, Page

from tests.browser.page_kinds import KINDS, SCHEMES, WIDTHS, kind_of

AXE = Path(axe_playwright_python.__file__).with_name("axe.min.js")
TAGS = ("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22a", "wcag22aa", "best-practice")
RUN = """tags => axe.run(document, {runOnly: tags, resultTypes: ['violations']}).then(({violations}) => violations.flatMap(
  ({id, nodes}) => nodes.map(node => `${id}: ${node.html.slice(0, 160)} — ${node.failureSummary}`)))"""


@pytest.fixture(scope="module")
def visitor(browser: Browser) -> Iterator[Page]:
    """A page that carries axe wherever it goes."""
    context = browser.new_context(locale="ja-JP", viewport={"width": 1280, "height": 900}, reduced_motion="reduce")
    context.add_init_script(path=AXE)
    yield context.new_page()
    context.close()


def violations(page: Page) -> list[str]:
    found: list[str] = page.evaluate(RUN, list(TAGS))
    return found


def addresses(site: Path) -> list[str]:
    pages = (path.relative_to(site).as_posix() for path in site.rglob("*.html") if "pagefind" not in path.parts)
    return sorted(name.removesuffix("index.html") for name in pages)


def test_every_page_is_of_a_known_kind_and_every_kind_is_there(real_site: Path) -> None:
    there = addresses(real_site)
    assert [address for address in there if kind_of(address) is None] == []
    assert {name for name, kind in KINDS.items() if kind.address.split("?")[0] not in there} == set()


def test_no_page_has_a_fault(visitor: Page, site_url: str, real_site: Path) -> None:
    faults = {}
    for address in addresses(real_site):
        visitor.goto(site_url + address)
        if found := violations(visitor):
            faults[address] = found
    assert faults == {}


@pytest.mark.parametrize("kind", KINDS)
def test_no_kind_of_page_has_a_fault_at_any_width_in_any_scheme(visitor: Page, site_url: str, kind: str) -> None:
    visitor.goto(site_url + KINDS[kind].address, wait_until="networkidle")
    faults = {}
    for width in WIDTHS:
        visitor.set_viewport_size({"width": width, "height": 900})
        for scheme in SCHEMES:
            visitor.emulate_media(color_scheme=scheme)  # type: ignore[arg-type]
            if found := violations(visitor):
                faults[width, scheme] = found
    assert faults == {}


def test_a_fault_would_be_found(visitor: Page) -> None:
    """The test above can fail: axe runs, and sees what best practice forbids too."""
    visitor.set_content('<html lang="ja"><title>x</title><main><h1>x</h1><img src="x.png"><h3>y</h3></main>')
    found = " ".join(violations(visitor))
    assert "image-alt" in found
    assert "heading-order" in found
