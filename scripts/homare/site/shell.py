"""The shell of a page: all that the theme puts around it; pages of one depth and place in the menu share theirs."""

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property

HEAD, CONTENT, ADDRESS, SCRIPTS = "head", "content", "address", "scripts"
"""The marks `<!--homare:…-->` that main.html and footer.html leave where pages differ."""
_MARK = re.compile(r"<!--homare:(\w+)-->")
_SINGULAR = ("", "find/")
"""Pages whose header is like no other: these have no search box in it."""

DEEPEST = 4
"""Folders of the longest address: regions/<region>/<prefecture>/page-2/."""

Part = Callable[[str], str]
"""Returns what stands in the place of a mark on one page: the name of the mark → HTML."""


@dataclass(frozen=True)
class Shell:
    """HTML in pieces: text, name of a mark, text, name of a mark, …, text."""

    pieces: tuple[str, ...]

    @cached_property
    def text(self) -> str:
        """The HTML that all pages with this shell share."""
        return "".join(self.pieces[::2])

    def around(self, part: Part) -> str:
        """Return the HTML of a page."""
        return "".join(part(piece) if place % 2 else piece for place, piece in enumerate(self.pieces))


@dataclass(frozen=True)
class FramedPage:
    """A whole page: its HTML, the shell that it shares with others, and the HTML that stands in the shell's places."""

    html: str
    shell: Shell
    own: str


def shell_from(html: str) -> Shell:
    """Return the shell that the theme made. Raises ValueError when a mark is missing or there twice."""
    pieces = tuple(_MARK.split(html))
    if sorted(pieces[1::2]) != sorted((HEAD, CONTENT, ADDRESS, SCRIPTS)):
        raise ValueError(f"the theme's page has the marks {', '.join(pieces[1::2]) or 'none'}")
    return Shell(pieces)


def shell_key(address: str, menu: Iterable[str]) -> str:
    """Return what a page at `address` shares its shell with: its depth, and the entry of the menu that it is under.

    `menu` holds the addresses of the entries; the page of an entry has a shell of its own, as it is marked there.
    """
    entry = next((entry for entry in menu if address.startswith(entry)), "")
    if address == entry or address in _SINGULAR:
        return address
    return f"{address.count('/')}:{entry}"


def stand_ins(menu: Iterable[str]) -> Mapping[str, str]:
    """Return for every shell that pages may need the address at which MkDocs shall render it: key → address.

    Where pages share a shell that is an address which no page has: between pages of one folder the theme would make
    shorter links, which lead elsewhere from the next folder.
    """
    menu = tuple(menu)
    found = {address: address for address in (*_SINGULAR, *menu)}
    for entry in ("", *menu):
        for depth in range(entry.count("/") + 1, DEEPEST + 1):
            found[f"{depth}:{entry}"] = entry + "shell/" * (depth - entry.count("/"))
    return found
