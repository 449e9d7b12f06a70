"""No accessibility fault that axe knows: every page once, and every kind of page at three widths, light and dark.

Pages of a kind share their template, so every page × 3 widths × 2 schemes shows little more and takes half an hour:
`pytest --hypothesis-profile thorough tests/browser/test_axe.py` does that. Every day, contrast, which costs most, is
looked at on the kinds alone, and of long lists and tables only the beginning; test_access.py computes the contrast of
every pair of colours that we use.
"""

import re
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from tests.browser.axe import ALL, ALL_BUT_COLOUR, AXE, ONLY_COLOUR, TAGS, is_thorough, violations
from tests.browser.page_kinds import KINDS, SCHEMES, WIDTHS, kind_of, open_kind

AXE_CRITERIA = (
    "1.1.1", "1.3.1", "1.3.4", "1.4.1", "1.4.3", "1.4.4", "1.4.12", "2.1.1", "2.4.1", "2.4.2", "2.4.4", "2.5.3", "2.5.8",
    "3.1.1", "3.1.2", "3.3.2", "4.1.2",
)  # fmt: skip
"""The criteria of levels A and AA that concern our pages and that rules of axe look at, as far as a program can."""
HOW = "axe-coreで調べます（ページと幅と配色の範囲は「対象」の欄のとおり）"
EVERYWHERE = [(width, scheme, ALL if scheme == "light" else ONLY_COLOUR) for width in WIDTHS for scheme in SCHEMES]
"""A scheme changes nothing but colours, so the rules of structure run once for each width."""
ENOUGH = [
    (360, "light", ALL_BUT_COLOUR),
    (768, "light", ALL_BUT_COLOUR),
    (1280, "light", ALL),
    (1280, "dark", ONLY_COLOUR),
]
THOROUGH = is_thorough()


@pytest.fixture(scope="module")
def visitor(browser: Browser) -> Iterator[Page]:
    """A page that carries axe wherever it goes."""
    context = browser.new_context(locale="ja-JP", viewport={"width": 1280, "height": 900}, reduced_motion="reduce")
    context.add_init_script(path=AXE)
    yield context.new_page()
    context.close()


def violations_everywhere(page: Page) -> dict[str, list[str]]:
    """Width and scheme → faults of the page that is open: colours in both schemes, the rest at all widths."""
    found = {}
    for width, scheme, options in EVERYWHERE if THOROUGH else ENOUGH:
        page.set_viewport_size({"width": width, "height": 900})
        page.emulate_media(color_scheme=scheme)  # type: ignore[arg-type]
        found[f"{width} {scheme}"] = violations(page, options)
    return {where: faults for where, faults in found.items() if faults}


def addresses(site: Path) -> list[str]:
    pages = (path.relative_to(site).as_posix() for path in site.rglob("*.html") if "pagefind" not in path.parts)
    return sorted(name.removesuffix("index.html") for name in pages)


def test_every_page_is_of_a_known_kind_and_every_kind_is_there(real_site: Path) -> None:
    there = addresses(real_site)
    assert [address for address in there if kind_of(address) is None] == []
    assert {name for name, kind in KINDS.items() if kind.address.split("?")[0] not in there} == set()


def covers_axe_criteria(test: Callable[..., None]) -> Callable[..., None]:
    for number in AXE_CRITERIA:
        test = pytest.mark.criterion(number, HOW)(test)
    return test


@pytest.fixture
def visited(real_site: Path, request: pytest.FixtureRequest) -> list[str]:
    """All pages before a release and for the published results; every sixth every day: their kinds are all below."""
    every = THOROUGH or request.config.getoption("--update-accessibility")
    return addresses(real_site)[:: 1 if every else 6]


@covers_axe_criteria
def test_no_page_has_a_fault(
    visitor: Page, site_url: str, visited: list[str], accessibility_facts: dict[str, object], browser: Browser
) -> None:
    faults = {}
    version = re.search(r"axe v([\d.]+)", AXE.read_text("utf-8")[:100])
    assert version is not None
    accessibility_facts["pages"] = len(visited)
    accessibility_facts["everywhere"] = THOROUGH
    accessibility_facts["tools"] = {"axe-core": version[1], "Chromium": browser.version.split(".")[0]}
    for address in visited:
        visitor.goto(site_url + address)
        if found := violations_everywhere(visitor) if THOROUGH else violations(visitor, ALL_BUT_COLOUR):
            faults[address] = found
    assert faults == {}


@pytest.mark.parametrize("kind", KINDS)
def test_no_kind_of_page_has_a_fault_at_any_width_in_any_scheme(visitor: Page, site_url: str, kind: str) -> None:
    open_kind(visitor, site_url, kind)
    assert violations_everywhere(visitor) == {}


def test_axe_looks_at_the_criteria_that_we_name(visitor: Page) -> None:
    visitor.goto("about:blank")
    tags = visitor.evaluate("tags => axe.getRules(tags).flatMap((rule) => rule.tags)", list(TAGS))
    looked_at = {".".join(found.groups()) for tag in tags if (found := re.fullmatch(r"wcag(\d)(\d)(\d+)", tag))}
    assert set(AXE_CRITERIA) <= looked_at


def test_a_fault_would_be_found(visitor: Page) -> None:
    """The test above can fail: axe runs, and sees what best practice forbids too."""
    visitor.goto("about:blank")  # the policy of one of our pages would refuse what is written into it
    visitor.set_content('<html lang="ja"><title>x</title><main><h1>x</h1><img src="x.png"><h3>y</h3></main>')
    found = " ".join(violations(visitor))
    assert "image-alt" in found
    assert "heading-order" in found
