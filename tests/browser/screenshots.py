"""Pictures of every kind of page at three widths, light and dark: `make screenshots`, into build/screenshots/.

`--readme` also takes the two pictures of the README, and nothing else takes those.
"""

import sys
from pathlib import Path

from playwright.sync_api import Browser, sync_playwright

from tests.browser import chromium
from tests.browser.page_kinds import KINDS, SCHEMES, WIDTHS, open_kind
from tests.browser.server import served

ROOT = Path(__file__).parents[2]
OUT = ROOT / "build" / "screenshots"
README = {"home": ROOT / ".github" / "images" / "home.png", "case": ROOT / ".github" / "images" / "case.png"}
TALLEST = 12_000
"""Pixels: Chromium paints no further, and no reader scrolls so far to judge a layout."""


def main(arguments: list[str]) -> int:
    """Take all pictures of the site at `site`; returns 1 when there is none."""
    site = ROOT / "site"
    if not site.is_dir():
        print("There is no site yet: make site")
        return 1
    OUT.mkdir(parents=True, exist_ok=True)
    for old in OUT.glob("*.png"):
        old.unlink()
    with served(site) as address, sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=chromium.find(), args=[*chromium.FLAGS], chromium_sandbox=False
        )
        for width in WIDTHS:
            for scheme in SCHEMES:
                take_all(browser, address, width, scheme)
        if "--readme" in arguments:
            take_for_readme(browser, address)
        browser.close()
    print(f"{len(list(OUT.glob('*.png')))} pictures in {OUT.relative_to(ROOT)}/")
    return 0


def take_all(browser: Browser, address: str, width: int, scheme: str) -> None:
    """Take every kind of page at one width in one scheme, in full length."""
    context = browser.new_context(
        viewport={"width": width, "height": 900}, color_scheme=scheme, locale="ja-JP", reduced_motion="reduce"
    )  # type: ignore[arg-type]
    page = context.new_page()
    for kind in KINDS:
        open_kind(page, address, kind)
        height = min(page.evaluate("document.documentElement.scrollHeight"), TALLEST)
        page.screenshot(
            path=OUT / f"{kind}-{width}-{scheme}.png",
            clip={"x": 0, "y": 0, "width": width, "height": height},
            full_page=True,
        )
    context.close()


def take_for_readme(browser: Browser, address: str) -> None:
    """Take the first screen of the home page and of a case."""
    context = browser.new_context(viewport={"width": 1280, "height": 960}, color_scheme="light", locale="ja-JP")
    page = context.new_page()
    for kind, path in README.items():
        path.parent.mkdir(parents=True, exist_ok=True)
        open_kind(page, address, kind)
        page.screenshot(path=path)
    context.close()


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
