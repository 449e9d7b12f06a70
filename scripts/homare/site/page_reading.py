"""What a finished page offers and asks for: its ids, its links and assets, and whatever would run in it.

Pages in plain HTML, as homare writes it, are read tag by tag: most tags stand on many pages, and what one says is
worked out once. All others are read as a browser would; a test compares the two.
"""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from html import unescape
from typing import NamedTuple

from selectolax.lexbor import LexborHTMLParser

from homare.site.shell import FramedPage

_REFERENCES = {
    "a": "href",
    "link": "href",
    "area": "href",
    "script": "src",
    "img": "src",
    "source": "src",
    "form": "action",
}
_CODE = ("style", "base", "iframe", "object", "embed")
_WANTED = ", ".join(["[href], [src], [action], [id], [style], script:not([src])", *_CODE])
_MAYBE_HANDLER = re.compile(r"[\s\"'/][oO][nN][a-zA-Z]+\s*=")
"""Finds more than there is, for text of a record may look like code, but fast: only then is the tree searched."""
_LEADS_ON = ("//", "http:", "https:", "mailto:", "tel:")
"""How links begin that lead to a page or a person; others run code (`javascript:`) or carry a page (`data:`)."""
_ELSEWHERE = re.compile(r"[a-zA-Z][a-zA-Z0-9+.-]*:|//")
"""How an address that leads out of the site begins."""

_TAG = re.compile("<[^>]*>")
_PLAIN_TAG = re.compile(
    r'</[a-z][a-z0-9-]*>|<([a-z][a-z0-9-]*)((?:[ \t\n]+[a-zA-Z][\w:.-]*(?:="[^"\r\0]*")?)*)[ \t\n]*/?>', re.ASCII
)
_ATTRIBUTE = re.compile(r'([a-zA-Z][\w:.-]*)(?:="([^"]*)")?', re.ASCII)
_QUIET = r'(?: (?:class|download|rel|type|title|(?:aria|data)-[a-z-]+)(?:="[^"&\r\0]*")?)*'
_PLAIN_LINK = re.compile(rf'<a{_QUIET} href="((?!//)[^"&:\s\0]*)"{_QUIET}>')
"""A link to another page of ours that says no more than that: most tags that stand on one page only."""
_TELLS_NOTHING = re.compile(
    r'<meta (?:name|property)="[a-z:_]+" content="[^"&\r\0]*">'
    rf'|<a{_QUIET} href="(?:h|&#104;)ttps?://(?:[^"&\s\0]|&#\d+;)*"{_QUIET}>'
)
"""Most of the others: what a page says of itself in its head, and links that leave the site."""
_UNCLEAR = re.compile(r"&(?!#\d+;|#x[0-9a-f]+;|amp;|lt;|gt;|quot;)")
"""A reference that not everyone reads alike."""
_DOCTYPE = "<!doctype html>"
_MOST_TAGS = 5_000
"""How many different tags are remembered: a page has some 150, and all but 20 of them are those of other pages too."""


@dataclass(frozen=True)
class BuiltPage:
    """What a page offers and asks for: its ids, and the addresses that it refers to.

    `inline` names what stands in the page as code: the site's policy lets no browser run it.
    """

    ids: frozenset[str]
    references: tuple[str, ...]
    foreign: tuple[str, ...]
    inline: tuple[str, ...] = ()


class _Found(NamedTuple):
    """What one tag holds of all that."""

    id: str | None = None
    reference: str | None = None
    foreign: str | None = None
    inline: tuple[str, ...] = ()


def read_page(html: str) -> BuiltPage:
    """Return what a page holds; `foreign` are assets that a browser would fetch from another host."""
    return read_plain(html) or read_as_browser(html)


def read_framed(page: FramedPage) -> BuiltPage:
    """Return what a page holds, without what its shell refers to: that goes for all pages with the same shell."""
    around, inside = _read_around(page.shell.text), read_plain(page.own)
    if not around or not inside:
        return read_page(page.html)
    return BuiltPage(around.ids | inside.ids, inside.references, inside.foreign, inside.inline)


@lru_cache(64)
def _read_around(shell: str) -> BuiltPage | None:
    return read_plain(shell)


def read_plain(html: str) -> BuiltPage | None:
    """Return what a page in plain HTML holds, None for any other.

    Plain are lower-case tags with their attributes in double quotes, and no `<` but those of tags. A browser sees the
    same, or less: inside of a title or a textarea it takes tags for text.
    """
    tags = _TAG.findall(html)
    if html.count("<") != len(tags):
        return None
    found = [_in_plain_tag(tag) for tag in dict.fromkeys(tags)]
    return None if None in found else _gathered(one for one in found if one and one is not _NOTHING)


def read_as_browser(html: str) -> BuiltPage:
    """Return what a page holds, as `read_page` does, for any HTML."""
    tree = LexborHTMLParser(html)
    found = [_found(node.tag or "", node.attributes) for node in tree.css(_WANTED)]
    if _MAYBE_HANDLER.search(html):
        found += [_Found(inline=_handlers(node.attributes)) for node in tree.css("*")]
    return _gathered(found)


def _gathered(found: Iterable[_Found]) -> BuiltPage:
    ids: dict[str, None] = {}
    references: dict[str, None] = {}
    foreign: dict[str, None] = {}
    inline: dict[str, None] = {}
    for one in found:
        if one.id is not None:
            ids[one.id] = None
        if one.reference is not None:
            references[one.reference] = None
        if one.foreign is not None:
            foreign[one.foreign] = None
        if one.inline:
            inline.update(dict.fromkeys(one.inline))
    return BuiltPage(frozenset(ids), tuple(references), tuple(foreign), tuple(inline))


@lru_cache(_MOST_TAGS)
def _in_plain_tag(tag: str) -> _Found | None:
    """Return what a tag holds, None when it is not a plain one: then nobody knows what the page is."""
    if link := _PLAIN_LINK.fullmatch(tag):
        return _Found(reference=link[1])
    if _TELLS_NOTHING.fullmatch(tag):
        return _NOTHING
    plain = _PLAIN_TAG.fullmatch(tag)
    if not plain or ("&" in tag and _UNCLEAR.search(tag)):
        return _NOTHING if tag == _DOCTYPE else None
    name = plain[1]
    if name is None:
        return _NOTHING
    attributes: dict[str, str | None] = {}
    for attribute, value in _ATTRIBUTE.findall(plain[2]):
        attributes.setdefault(attribute.lower(), unescape(value))
    return _found(name, attributes, _handlers(attributes))


def _found(tag: str, attributes: Mapping[str, str | None], handlers: tuple[str, ...] = ()) -> _Found:
    """Return what a tag with these attributes holds; `handlers` are those that run on an event."""
    inline = handlers
    if tag in _CODE or "style" in attributes:
        inline += (tag if tag in _CODE else "style=",)
    elif tag == "script" and "src" not in attributes and attributes.get("type") != "application/ld+json":
        inline += ("script",)
    name = attributes["id"] or "" if "id" in attributes else None
    address = attributes.get(_REFERENCES.get(tag, ""))
    if address is None or (tag == "link" and attributes.get("rel") in ("canonical", "alternate")):
        return _Found(name, inline=inline) if inline or name is not None else _NOTHING
    address = address.strip()
    if not _ELSEWHERE.match(address):
        return _Found(name, address, inline=inline)
    if tag in ("a", "area"):
        inline += () if address.lower().startswith(_LEADS_ON) else (address.partition(":")[0] + ":",)
        return _Found(name, inline=inline)
    return _Found(name, foreign=None if address.startswith("data:") else address, inline=inline)


def _handlers(attributes: Mapping[str, object]) -> tuple[str, ...]:
    return tuple(name for name in attributes if name.startswith("on"))


_NOTHING = _Found()
