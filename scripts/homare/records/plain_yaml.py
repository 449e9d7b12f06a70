"""A quick reading of YAML in the plain form of nearly all records; all other text is left to `yaml_tree`.

A text is taken only when each of its lines has a form below. None of these leaves room for a fault that `line_slips`
or `yaml_tree` would name, so both ways give the same data: tests/records/test_plain_yaml.py compares them. No places
are kept: `yaml_tree` finds them, should somebody ask.
"""

import re
from collections.abc import Iterable
from typing import Any, TypeAlias

from homare.records.document import Data

EMPTY = frozenset({"", "~", "null", "Null", "NULL"})
"""Unquoted text that stands for no value."""
_DEEPEST = 10
"""Texts with more levels are left to `yaml_tree`, which names those that have too many."""

# Single characters are repeated possessively, groups never: before Python 3.11.5 those lose their first character.
_KEY = r"[A-Za-z0-9_][A-Za-z0-9_-]{0,99}+"
_START = r"(?:[^\s\-?:,\[\]{}\#&*!|>'\"%@`]|-(?=[0-9]))"
"""A character with which nothing but unquoted text begins."""
_PLAIN = rf"{_START}[^\n:\#]*+(?:(?::(?=[^ \n])|(?<=[^ ])\#)[^\n:\#]*+)*(?<!\ )"
"""Unquoted text: a colon with a space after it, or a # with one before, would end it."""
_ITEM = rf"{_START}[^\n:\#,\[\]{{}}'\"]*+(?<!\ )"
_QUOTED = r"\"[^\"\\\n]*+\"|'[^'\n]*+(?:''[^'\n]*+)*'"
_LIST = rf"\[{_ITEM}(?:,\ {_ITEM})*\]"
_PAIRS = rf"\{{{_KEY}:\ {_ITEM}(?:,\ {_KEY}:\ {_ITEM})*\}}"
_FOLDED = r">-\n(?P<margin>\ ++).++(?:\n(?P=margin)(?!\ ).++)*"
"""One paragraph after `>-`, all of its lines with the same margin."""
_ROWS = re.compile(
    rf"""(\ *+)
         (-\ ++(?![a-z_]++(?:：|:[^\ \n])))?  # such an item may be a slip, a key without its space
         (?:({_KEY}):(?:\ ++|(?=\n|\Z)))?
         (?:({_PLAIN})|({_QUOTED}|{_LIST}|{_PAIRS}|{_FOLDED}))?
         (?:\n|\Z)
       | (.++\n?)""",
    re.VERBOSE,
)
_Row: TypeAlias = tuple[str, str, str, str, str, str, str]
"""Margin, dash, key, unquoted value, other value, the margin inside that, and a row of none of these forms."""


def plain_data(text: str) -> Data:
    """Return the data of `text` where it is plain, else None; hidden characters are no longer in it."""
    if "\t" in text:
        return None
    try:
        return _tree(_ROWS.findall(text))
    except _NotPlainError:
        return None


class _NotPlainError(Exception):
    """The rows fit together in no plain way."""


def _tree(rows: Iterable[_Row]) -> Data:
    """Every row of a library comes through this loop: only what is rare in it is a call."""
    whole: dict[str, Data] = {}
    opened: list[tuple[int, Any]] = [(-1, whole)]
    column, node = opened[0]
    waiting: str | None = ""  # the key whose value may stand in the next rows; that of the whole is ""
    for margin, dash, key, plain, marked, inner, other in rows:
        if not (dash or key):
            _check_between(margin, plain or marked, other)
            continue
        start = len(margin)
        if start != column or (dash != "") is not (type(node) is list):
            if waiting is not None and (start > column or (dash and start == column)):
                column, node = _open(opened, start, waiting, [] if dash else {})
            else:
                column, node = _back(opened, start, dash)
        if dash and key:
            node.append({})
            column, node = start + len(dash), node[-1]
            opened.append((column, node))
        value = _marked(marked, inner, column) if marked else None if plain in EMPTY else plain
        waiting = None if plain or marked else key
        if not key:
            if waiting is not None:
                raise _NotPlainError
            node.append(value)
        elif key in node:
            raise _NotPlainError
        else:
            node[key] = value
    return whole.get("")


def _check_between(margin: str, text: str, other: str) -> None:
    """Between the rows stand empty ones and comments; a comment with a margin might belong to the text before it."""
    if margin or text or other[:1] not in ("", "#"):
        raise _NotPlainError


def _open(opened: list[tuple[int, Any]], start: int, key: str, node: list[Data] | dict[str, Data]) -> tuple[int, Any]:
    """Let `node` at column `start` be the value of the last key, and be filled from now on."""
    if len(opened) > _DEEPEST:
        raise _NotPlainError
    opened[-1][1][key] = node
    opened.append((start, node))
    return opened[-1]


def _back(opened: list[tuple[int, Any]], start: int, dash: str) -> tuple[int, Any]:
    """Return to the list (for a dash) or mapping at column `start`."""
    while start < opened[-1][0] or (not dash and start == opened[-1][0] and type(opened[-1][1]) is list):
        opened.pop()
    column, node = opened[-1]
    if start != column or (dash != "") is not (type(node) is list):
        raise _NotPlainError
    return column, node


def _marked(text: str, margin: str, column: int) -> Data:
    """Return the value of a text in quotes, in brackets or after `>-`; `column` is that of what it belongs to."""
    if margin:
        if len(margin) <= column:
            raise _NotPlainError
        return " ".join(line[len(margin) :] for line in text.split("\n")[1:])
    inside = text[1:-1]
    if text[0] == '"':
        return inside
    if text[0] == "'":
        return inside.replace("''", "'")
    if text[0] == "[":
        return [_item(item) for item in inside.split(", ")]
    pairs = [pair.split(": ") for pair in inside.split(", ")]
    mapping: dict[str, Data] = {key: _item(item) for key, item in pairs}
    if len(mapping) < len(pairs):
        raise _NotPlainError
    return mapping


def _item(text: str) -> str | None:
    return None if text in EMPTY else text
