"""What a tag means in the markup of our own case pages: a strict form, in which no parser has anything to mend.

Tags are in lower case with attributes in double quotes, and every element stands in one that may hold it.
"""

import re
from collections.abc import Mapping
from typing import NamedTuple


def _names(names: str) -> frozenset[str]:
    return frozenset(names.split())


INLINE = "a abbr b cite code em i mark rb rt ruby small span strong sub sup time wbr"
"""Elements that stand within a line; every other one begins a block."""
LEFT_OUT_CLASSES = _names(
    "hm-basis hm-cite hm-external hm-grade hm-reading__label hm-sources__accessed hm-toc hm-unknown"
)
LEFT_OUT_ELEMENTS = _names("button dt figcaption h3 summary th")
LEFT_OUT_MARK = "data-pagefind-ignore"
"""What readers see and search does not cover: an element with one of the classes, names, or with this attribute.

They hold words that stand on every page: labels, headings, what a button does. With them 「人材」 or 「印刷」 finds all
cases. So do headings of sections, which name what follows.
"""
BLOCK, HEADING, PART, PART_END = SIGNS = "\0\1\2\3"
"""Stand in the text for the edges of blocks, around anchor and text of a heading, and around a part of the page."""

_IN_LINES = _names(INLINE)
_VOID = _names("br wbr")
_FLOW = _names("article aside dd details div figcaption figure header li nav section td th")
"""Elements that may hold blocks and lines."""
_LINES = _FLOW | _names("button dt h1 h2 h3 h4 p rp rt summary") | (_IN_LINES - _VOID - {"ruby"})
_ROWS = _names("tbody thead")
INSIDE = {
    **dict.fromkeys(_names("aside details div dl figure h1 h2 h3 h4 header nav ol p section table ul"), _FLOW),
    **dict.fromkeys(_names(f"{INLINE} br button"), _LINES),
    **dict.fromkeys(_ROWS, _names("table")),
    **dict.fromkeys(_names("dd dt"), _names("dl")),
    **dict.fromkeys(_names("rp rt"), _names("ruby")),
    **dict.fromkeys(_names("td th"), _names("tr")),
    "article": frozenset(),
    "figcaption": _names("figure"),
    "li": _names("ol ul"),
    "summary": _names("details"),
    "tr": _ROWS,
}
"""Each element of an article → those that it may stand in."""
_WITHOUT_TEXT = _ROWS | _names("table tr")
_BEFORE_NO_TEXT = _ROWS | _names("td th tr")
"""Where a table holds no text: browsers would move it out."""

_TAG = re.compile(r'(/?)([a-z][a-z0-9]*)((?: [a-z-]+(?:="[^"]*")?)*)')
_ATTRIBUTE = re.compile(r' ([a-z-]+)(?:="([^"]*)")?')


class Tag(NamedTuple):
    """What a tag means: its element, whether it is the end of it, where it may stand, and what it does to the text.

    `opens` and `closes` are the signs at the edges of the element, which may be `void` or `left_out`. Behind a tag
    `without_text` there is none.
    """

    name: str
    end: bool
    parents: frozenset[str]
    opens: str
    closes: str
    void: bool
    left_out: bool
    without_text: bool


def read_tag(inside: str) -> Tag | None:
    """Return what the tag means that has `inside` between < and >, or None when it is not of the strict form."""
    found = _TAG.fullmatch(inside)
    parents = INSIDE.get(found[2]) if found else None
    if found is None or parents is None:
        return None
    name, attributes = found[2], _ATTRIBUTE.findall(found[3])
    if found[1]:
        allowed = not attributes and name not in _VOID
        return Tag(name, True, parents, "", "", False, False, name in _BEFORE_NO_TEXT) if allowed else None
    values = dict(attributes)
    if len(values) < len(attributes) or "&" in values.get("class", "") + values.get("id", ""):
        return None
    left_out = (
        name in LEFT_OUT_ELEMENTS
        or LEFT_OUT_MARK in values
        or not LEFT_OUT_CLASSES.isdisjoint(values.get("class", "").split())
    )
    edges = ("", "") if left_out else _edges(name, values)
    return Tag(name, False, parents, *edges, name in _VOID, left_out, name in _WITHOUT_TEXT)


def _edges(name: str, values: Mapping[str, str]) -> tuple[str, str]:
    """Return the signs that stand at the start and at the end of an element with these attributes."""
    if name in _IN_LINES:
        return "", ""
    if name == "h2":
        return f"{HEADING}{values.get('id', '')}{HEADING}", HEADING
    if name == "section" and "data-section" in values:
        return PART, PART_END
    return BLOCK, BLOCK
