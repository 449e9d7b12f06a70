"""The text of a case page that search covers: what a reader sees, block by block."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from selectolax.lexbor import LexborHTMLParser, LexborNode

HEAD = ""
"""The anchor of the part above the first section; it has none of its own."""
BEHIND_THE_TEXT = ("notes", "sources")
"""The last sections of a page: doubts and titles of documents. What stands there says least about the case."""

_LEFT_OUT = ".hm-cite, .hm-toc, .hm-backlink, [data-pagefind-ignore], script, style"
_INLINE = frozenset({"-text", "a", "abbr", "b", "cite", "code", "em", "i", "mark", "rb", "rt", "ruby", "small", "span"})
_INLINE |= {"strong", "sub", "sup", "time", "wbr"}
"""Elements that stand within a line; every other one begins a block."""


@dataclass(frozen=True)
class Section:
    """A part of the page with an anchor: its heading and its blocks of text, in reading order."""

    anchor: str
    title: str
    blocks: tuple[str, ...]


def case_sections(page: str) -> list[Section] | None:
    """Return the searchable parts of a case page, or None for a page that is not a case."""
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
    """Yield the text of each block element; inline elements join, as they do on the screen."""
    parts: list[str] = []
    for kind, text in _events(node):
        if kind == "text":
            parts.append(text)
        elif parts:
            block = re.sub(r"\s+", " ", "".join(parts)).strip()
            parts.clear()
            if block:
                yield block


def _events(node: LexborNode) -> Iterator[tuple[str, str]]:
    if node.tag == "-text":
        yield "text", node.text_content or ""
        return
    edge = node.tag not in _INLINE
    if edge:
        yield "edge", ""
    child = node.first_child
    while child is not None:
        yield from _events(child)
        child = child.next
    if edge:
        yield "edge", ""
