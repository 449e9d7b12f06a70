"""A page on paper: its sheets as a browser prints them, and their words."""

import unicodedata
from dataclasses import dataclass

from playwright.sync_api import Page
from pypdfium2 import PdfDocument

RADICALS = str.maketrans("⻑⻘⻄⻝⻩⻲⻨⻭⻯⻔⺟⺠‧", "長青西食黄亀麦歯竜門母民・")
"""Fonts that draw two characters alike give Chromium the other one: the radical, the dot; no normal form brings it back."""


@dataclass(frozen=True)
class Sheet:
    """One sheet: its size in points, and its words without spaces."""

    size: tuple[int, int]
    text: str


def squeezed(text: str) -> str:
    """A PDF may keep other code points for the same sign, and spaces of its own."""
    return "".join(unicodedata.normalize("NFKC", text).translate(RADICALS).split())


def sheets_of(page: Page) -> list[Sheet]:
    """Print the page that is open."""
    page.emulate_media(media="print")
    document = PdfDocument(page.pdf(prefer_css_page_size=True))
    sheets = [
        Sheet((round(sheet.get_width()), round(sheet.get_height())), squeezed(sheet.get_textpage().get_text_range()))
        for sheet in document
    ]
    document.close()
    return sheets


def texts_of_sheets(page: Page) -> list[str]:
    """The words of each sheet of the page that is open."""
    return [sheet.text for sheet in sheets_of(page)]
