"""Plain data to the lines of a record, in the form in which people write them."""

import functools
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import yaml

from homare.records.document import Data
from homare.records.reader import read_document

_RESOLVER: Any = yaml.resolver.Resolver()
_AS_VALUE, _AS_ITEM, _IN_FLOW, _AS_KEY = "k: {}\n", "k:\n  - {}\n", "k: [{}]\n", "{}: v\n"


@dataclass(frozen=True)
class Style:
    """Which keys take another form than the usual one.

    `folded`: text below `>-`; `block_lists`: one line an item; `flow_mappings`: `{a: b}`; `quoted`: always in quotes;
    `bare`: never in quotes although YAML may read a number or a date there.
    """

    folded: frozenset[str] = frozenset()
    block_lists: frozenset[str] = frozenset()
    flow_mappings: frozenset[str] = frozenset()
    quoted: frozenset[str] = frozenset()
    bare: frozenset[str] = frozenset()


def mapping_lines(mapping: Mapping[str, Data], indent: int, style: Style) -> list[str]:
    """Return the lines of a block mapping whose keys stand in column `indent`."""
    return [line for key, value in mapping.items() for line in entry_lines(key, value, indent, style)]


def entry_lines(key: str, value: Data, indent: int, style: Style) -> list[str]:
    """Return the lines of one key with its value."""
    head = f"{' ' * indent}{_plain_or_quoted(key, _AS_KEY)}:"
    if isinstance(value, dict) and key not in style.flow_mappings:
        return [head, *mapping_lines(value, indent + 2, style)]
    if isinstance(value, list) and (key in style.block_lists or any(isinstance(item, dict) for item in value)):
        return [head, *(line for item in value for line in item_lines(key, item, indent + 2, style))]
    if isinstance(value, str) and key in style.folded and is_foldable(value):
        return [f"{head} >-", f"{' ' * (indent + 2)}{value}"]
    return [f"{head} {inline(key, value, style)}"]


def item_lines(key: str, item: Data, indent: int, style: Style) -> list[str]:
    """Return the lines of one item of the list `key`, whose dash stands in column `indent`."""
    if isinstance(item, dict) and item:
        first, *others = mapping_lines(item, indent + 2, style)
        return [f"{' ' * indent}- {first.lstrip(' ')}", *others]
    return [f"{' ' * indent}- {inline(key, item, style, _AS_ITEM)}"]


def inline(key: str, value: Data, style: Style, place: str = _AS_VALUE) -> str:
    """Return the value of `key` as it stands within one line."""
    if isinstance(value, dict):
        parts = (
            f"{_plain_or_quoted(name, _AS_KEY)}: {inline(name, part, style, _IN_FLOW)}" for name, part in value.items()
        )
        return "{" + ", ".join(parts) + "}"
    if isinstance(value, list):
        return "[" + ", ".join(inline(key, item, style, _IN_FLOW) for item in value) + "]"
    if value is None:
        return ""
    if key in style.quoted or (key not in style.bare and _is_no_text(value)):
        return quoted(value)
    return _plain_or_quoted(value, place)


def quoted(text: str, mark: str = "") -> str:
    """Return `text` in quotes: in those of `mark` where they can hold it, else in the pair that needs fewer escapes."""
    wants_single = mark == "'" or (not mark and ('"' in text or "\\" in text))
    single = "'" + text.replace("'", "''") + "'"
    if wants_single and _reads_as(_AS_VALUE.format(single), text):
        return single
    escaped = text.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n").replace("\t", "\\t")
    return f'"{escaped}"'


def is_foldable(text: str) -> bool:
    """True for text that keeps its form as the only line below `>-`."""
    return bool(text) and text == text.strip() and "\n" not in text


@functools.lru_cache(maxsize=4096)
def _plain_or_quoted(text: str, place: str) -> str:
    """Try it: what can stand without quotes is what the reader of records takes back unchanged and without a word."""
    return text if text == text.strip() and text and _reads_as(place.format(text), text) else quoted(text)


def _reads_as(line: str, text: str) -> bool:
    document, problems = read_document("", line.encode("utf-8", "surrogatepass"))
    expected: tuple[Data, ...] = ({"k": text}, {"k": [text]}, {text: "v"})
    return document is not None and not problems and document.data in expected


def _is_no_text(text: str) -> bool:
    """True where other readers of YAML would take a number, a date or a truth value."""
    return bool(_RESOLVER.resolve(yaml.ScalarNode, text, (True, False)) != "tag:yaml.org,2002:str")
