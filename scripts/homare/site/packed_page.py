"""What was found in a page, in few long texts: a build knows it of every page until all links can be checked."""

from collections.abc import Iterable
from typing import NamedTuple

from homare.site.page_reading import BuiltPage

_END = "\0"
"""Stands after each id and address; in HTML it can stand in none."""


class PackedPage(NamedTuple):
    """A BuiltPage in a quarter of the memory: each text holds what one of its fields lists."""

    ids: str
    references: str
    foreign: str
    inline: str

    def has_id(self, name: str) -> bool:
        """Return whether something in the page has this id."""
        return _END not in name and f"{_END}{name}{_END}" in _END + self.ids

    def all_ids(self) -> frozenset[str]:
        """Return the ids of all that has one in the page."""
        return frozenset(_unjoined(self.ids))

    def listed(self) -> tuple[list[str], list[str], list[str]]:
        """Return the references of the page, what is foreign, and what is inline."""
        return _unjoined(self.references), _unjoined(self.foreign), _unjoined(self.inline)


def packed_page(page: BuiltPage) -> PackedPage:
    """Return the page packed: the same text for the same page."""
    return PackedPage(_joined(sorted(page.ids)), *map(_joined, (page.references, page.foreign, page.inline)))


def _joined(items: Iterable[str]) -> str:
    return "".join([item + _END for item in items])


def _unjoined(text: str) -> list[str]:
    return text.split(_END)[:-1]
