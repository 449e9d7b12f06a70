"""Rules that a test lays over a page, as a reader's own stylesheet would."""

from playwright.sync_api import Page

_ADD = """css => {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(css);
  document.adoptedStyleSheets.push(sheet);
}"""


def add_style(page: Page, css: str) -> None:
    """Add `css` to the page that is open. Our policy refuses a style element, so the sheet comes without one."""
    page.evaluate(_ADD, css)
