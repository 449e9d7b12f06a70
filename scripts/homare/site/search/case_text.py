"""The text of a case page that search covers: what a reader sees, block by block."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from html import unescape

from selectolax.lexbor import LexborHTMLParser, LexborNode

from homare.site.search.own_markup import own_parts
from homare.site.search.own_tags import INLINE, LEFT_OUT_CLASSES, LEFT_OUT_ELEMENTS, LEFT_OUT_MARK
from homare.site.search.tokens import normalise

HEAD = ""
"""The anchor of the part above the first section; it has none of its own."""
BEHIND_THE_TEXT = ("notes", "sources")
"""The last sections of a page: doubts and titles of documents. What stands there says least about the case."""

_LEFT_OUT = ", ".join(
    [
        *(f".{name}" for name in sorted(LEFT_OUT_CLASSES)),
        *sorted(LEFT_OUT_ELEMENTS),
        f"[{LEFT_OUT_MARK}]",
        "script",
        "style",
    ]
)
_REST_OF_TAG = r'(?:[^>"]|"[^"]*")*>'
"""As the parser writes tags: attributes in double quotes, comments nowhere in our pages."""
_INLINE_TAG = re.compile(rf"</?(?:{'|'.join(INLINE.split())})(?![a-z0-9-]){_REST_OF_TAG}")
_EDGE = re.compile(rf"</?[a-z]{_REST_OF_TAG}|<!--.*?-->", re.DOTALL)
_SPACES = re.compile(r"\s+")


@dataclass(frozen=True)
class Section:
    """A part of the page with an anchor: its heading and its blocks of text, in reading order."""

    anchor: str
    title: str
    blocks: tuple[str, ...]

    @cached_property
    def normalised(self) -> str:
        """The blocks as search sees them, a line each."""
        return normalise("\n".join(self.blocks))


def case_sections(page: str) -> list[Section] | None:
    """Return the searchable parts of a case page, or None for a page that is not a case."""
    parts = own_parts(page)
    return parsed_sections(page) if parts is None else [Section(*part) for part in parts]


def parsed_sections(page: str) -> list[Section] | None:
    """Return the same of a page in any markup, as a browser reads it; a test compares the two ways."""
    article = LexborHTMLParser(page).css_first("article[data-case]")
    if article is None:
        return None
    for node in article.css(_LEFT_OUT):
        node.decompose()
    sections: list[Section] = []
    for node in article.css("section[data-section]"):
        heading = node.css_first("h2")
        if heading is None:
            continue
        anchor, title = heading.attributes.get("id") or HEAD, heading.text().strip()
        sections.append(Section(anchor, title, tuple(_blocks(node))))
        node.decompose()
    return [Section(HEAD, "", tuple(_blocks(article))), *sections]


def _blocks(node: LexborNode) -> Iterator[str]:
    """Yield the text of each block element but headings; inline elements join, as they do on the screen."""
    for heading in node.css("h2"):
        for said in [*heading.iter(include_text=True)]:
            said.decompose()
    for block in _EDGE.split(_INLINE_TAG.sub("", node.html or "")):
        if text := _SPACES.sub(" ", unescape(block)).strip():
            yield text
