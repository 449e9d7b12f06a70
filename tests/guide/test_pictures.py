"""The step pictures: few, small, of one width, described in words, and each shown in the guide."""

import struct
from pathlib import Path

import pytest
from selectolax.lexbor import LexborHTMLParser

from tests.guide.pictures import LARGEST, OUT, SIZE
from tests.guide.test_terminal import PAGES
from tests.libraries import ROOT

PICTURES = sorted(OUT.iterdir())
PALETTE = 3
"""PNG's colour type for a picture of few colours (ISO/IEC 15948, 11.2.2)."""


def shown() -> dict[str, dict[str, str | None]]:
    """Return the attributes of every picture that the guide shows, by its place in the project."""
    found = {}
    for page in PAGES:
        for node in LexborHTMLParser(page.read_text("utf-8")).css("figure.hm-picture img"):
            # a page is a folder on the site, as its index.md is here
            path = (page.parent / str(node.attributes["src"])).resolve()
            found[path.relative_to(ROOT / "docs").as_posix()] = node.attributes
    return found


def test_the_guide_shows_every_picture_and_no_other() -> None:
    assert 1 <= len(PICTURES) <= 8
    assert set(shown()) == {path.relative_to(ROOT / "docs").as_posix() for path in PICTURES}


@pytest.mark.parametrize("path", PICTURES, ids=lambda path: path.stem)
def test_a_picture_is_small_and_described(path: Path) -> None:
    content = path.read_bytes()
    assert len(content) <= LARGEST
    width, height, _, colour = struct.unpack(">IIBB", content[16:26])
    assert ((width, height), colour) == (SIZE, PALETTE)
    attributes = shown()[path.relative_to(ROOT / "docs").as_posix()]
    assert (attributes["width"], attributes["height"]) == (str(width), str(height))
    assert len(str(attributes["alt"])) >= 30


def test_the_guide_says_which_program_the_pictures_show() -> None:
    pages = [page.read_text("utf-8") for page in PAGES]
    assert all("LibreOffice Calc" in text for text in pages if "images/guide/choose.png" in text)
