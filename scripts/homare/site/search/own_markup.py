"""The parts of a case page, cut out of the markup that we write ourselves, for a quarter of what a parser costs.

Every element is closed where it was opened, and `<`, `>` and `&` stand in text as references. Then the tree that a
browser makes is that of the tags. A page with anything else is left to the parser.
"""

import re
from html import unescape

from homare.site.search.own_tags import BLOCK, HEADING, PART, PART_END, SIGNS, Tag, read_tag

Part = tuple[str, str, tuple[str, ...]]
"""Anchor, heading and blocks of text. What stands above the sections and between them comes first, without both."""

_ARTICLE = re.compile(r'<article (?:class="hm-case" )?data-case="[a-z0-9-]*">')
_END = "</article>"
_ODD_REFERENCE = re.compile(r"&(?!(?:amp|lt|gt|quot|#(?:3[2-9]|[4-9]\d|1[01]\d|12[0-6]));)")
"""One that is cut off, or not of a printable character: not all parsers read it in the same way."""
_HEADING = re.compile(f"{HEADING}([^{HEADING}]*){HEADING}([^{HEADING}]*){HEADING}")
_SAYS_NOTHING = re.compile(r' (?:aria-label|data-source|datetime|href|rel)="[^"]*"(?= |$)')
"""Attributes in which the tags of many pages differ, without a difference for the text."""
_DEEPEST = 20
_TAGS_KEPT = 500
"""Most tags recur; others would fill the memory in a large library."""


def own_parts(page: str) -> list[Part] | None:
    """Return the searchable parts of the case page `page`, or None when it is not of the strict form, or no case."""
    article = _article(page)
    gathered = _gathered(article) if article else None
    if gathered is None:
        return None
    above, *sections = gathered.split(PART)
    parts: list[Part] = []
    for section in sections:
        said, _, behind = section.partition(PART_END)
        heading = _HEADING.search(said)
        if heading is None or section.count(PART_END) != 1:  # a part in a part is not ours
            return None
        parts.append((heading[1], unescape(heading[2].replace(BLOCK, "")).strip(), _blocks(said)))
        above += behind
    return [("", "", _blocks(above)), *parts]


def _article(page: str) -> str | None:
    """Return the first article of the page, if its signs and links are those of the strict form."""
    start = max(page.find("<article"), 0)
    end = page.find(_END, start)
    if end < 0 or not _ARTICLE.match(page, start) or "<!--" in page[:start]:
        return None
    article = page[start : end + len(_END)]
    if any(sign in article for sign in SIGNS) or _ODD_REFERENCE.search(article):
        return None
    return article if _stand_apart(article, "a") and _stand_apart(article, "button") else None


def _stand_apart(article: str, name: str) -> bool:
    """Return whether each element of this name ends before the next begins: browsers take none into another."""
    end = f"</{name}>"
    return f"<{name}>" not in article and all(end in rest for rest in article.split(f"<{name} ")[1:])


_Step = tuple["_Open", str, bool, bool]
"""What a tag leads to: the elements that are open behind it, its sign, whether text counts there, whether none may be.

A plain tuple, because it is taken apart for every tag.
"""


class _Open(dict[str, _Step | None]):
    """The elements that are open at a place of the page, and what each tag leads to from there, None for a fault.

    Pages are much alike, so nearly every step has been taken before. It is looked up by what is between < and >.
    """

    def __init__(self, name: str, sign_at_end: str, counts: bool, around: "_Open | None") -> None:
        super().__init__()
        self._name, self._sign_at_end, self._counts, self._around = name, sign_at_end, counts, around
        self._depth: int = 0 if around is None else around._depth + 1
        self._within: dict[tuple[str, str, bool], _Open] = {}

    def __missing__(self, inside: str) -> _Step | None:
        telling = _SAYS_NOTHING.sub("", inside)
        if telling == inside:
            tag = read_tag(inside)
            step = self._step(tag) if tag else None
        else:
            step = self[telling]
        if len(self) < _TAGS_KEPT:
            self[inside] = step
        return step

    def _step(self, tag: Tag) -> _Step | None:
        if tag.end:
            if self._around is None or tag.name != self._name:
                return None
            return self._around, self._sign_at_end, self._around._counts, tag.without_text
        if self._name not in tag.parents or self._depth == _DEEPEST:
            return None
        if tag.void:
            return self, tag.opens, self._counts, tag.without_text
        key = tag.name, tag.closes, self._counts and not tag.left_out
        after = self._within.setdefault(key, _Open(*key, self))
        return after, tag.opens, after._counts, tag.without_text


_OUTSIDE = _Open("", "", False, None)
_IN_ARTICLE = _Open("article", "", True, _OUTSIDE)


def _gathered(article: str) -> str | None:
    """Return the text of the article with all signs, or None where an element is not as it should be."""
    _, first, *rest = article.split("<")
    if article.count(">") != 1 + len(rest):
        return None
    said = [first.partition(">")[2]]
    place = _IN_ARTICLE
    for piece in rest:  # 500 times for each case
        inside, closed, text = piece.partition(">")
        step = place[inside]
        if step is None or not closed:
            return None
        place, sign, counts, without_text = step
        if without_text and text and not text.isspace():
            return None
        if counts:
            said.append(sign)
            said.append(text)
    return "".join(said) if place is _OUTSIDE else None


def _blocks(gathered: str) -> tuple[str, ...]:
    """Return the text of each block; within it, lines and runs of spaces become one space."""
    text = unescape(_HEADING.sub(BLOCK, gathered))
    return tuple([" ".join(line.split()) for line in text.split(BLOCK) if line and not line.isspace()])
