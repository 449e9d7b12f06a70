"""Change the text of a record so that it holds other data, and touch no line that need not change.

Comments, the order of keys, quotes and the way in which lines are broken stay wherever the data stays.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

import yaml

from homare.records.alignment import aligned
from homare.records.document import Data
from homare.records.reader import read_document
from homare.records.yaml_style import Style, entry_lines, inline, is_foldable, item_lines, mapping_lines, quoted

_Loader: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_NULL = {"", "~", "null", "Null", "NULL"}
EMPTY: tuple[Data, ...] = (None, "", [], {})
"""What stands where nothing is recorded."""


class CannotEditError(Exception):
    """The text cannot be brought to hold the data; nothing was changed."""


def without_empty(data: Data) -> Data:
    """Return `data` without keys that have no value: `region:`, `""`, `[]` and no key at all mean the same."""
    if isinstance(data, dict):
        cleaned = {key: without_empty(value) for key, value in data.items()}
        return {key: value for key, value in cleaned.items() if value not in EMPTY}
    if isinstance(data, list):
        return [without_empty(item) for item in data]
    return data


def edited(text: str, wanted: Mapping[str, Data], style: Style) -> str:
    """Return `text` with the data `wanted`. Its new keys stand where the order of `wanted` puts them.

    The result is read back before it is returned. Raises CannotEditError when it would not hold `wanted`.
    """
    goal = without_empty(dict(wanted))
    assert isinstance(goal, dict)
    for whole_entries in (False, True):
        try:
            result = _Editor(text, style, whole_entries).result(goal)
        except (yaml.YAMLError, CannotEditError):
            continue
        if holds(result, goal):
            return result
    raise CannotEditError


def written(wanted: Mapping[str, Data], style: Style, head: str = "") -> str:
    """Return a new record. Raises CannotEditError when it would not hold `wanted`."""
    goal = without_empty(dict(wanted))
    assert isinstance(goal, dict)
    text = head + "\n".join(mapping_lines(goal, 0, style)) + "\n"
    if not holds(text, goal):
        raise CannotEditError
    return text


def holds(text: str, goal: Data) -> bool:
    """True when the reader of records finds exactly `goal` in `text`, and nothing to complain of."""
    document, problems = read_document("", text.encode("utf-8", "surrogatepass"))
    return document is not None and not problems and without_empty(document.data) == goal


@dataclass
class _Editor:
    """Collects replacements of stretches of the text; inner ones come before outer ones at the same place."""

    text: str
    style: Style
    whole_entries: bool
    edits: list[tuple[int, int, str]] = field(default_factory=list)

    def result(self, goal: Mapping[str, Data]) -> str:
        root = yaml.compose(self.text, Loader=_Loader)
        if not isinstance(root, yaml.MappingNode):
            raise CannotEditError
        self._mapping(root, goal)
        parts, last = [], 0
        for start, end, replacement in sorted(self.edits, key=lambda edit: edit[:2]):
            if start < last:
                raise CannotEditError
            parts += [self.text[last:start], replacement]
            last = end
        return "".join([*parts, self.text[last:]])

    def _mapping(self, node: yaml.MappingNode, goal: Mapping[str, Data]) -> None:
        old = {key.value: (key, value) for key, value in node.value}
        gone = {key for key, (_, value) in old.items() if key not in goal and without_empty(_data(value)) not in EMPTY}
        stays = [key for key in old if key not in gone]
        if not stays:
            column = node.start_mark.column
            self._replace(node, "\n".join(mapping_lines(goal, column, self.style)).lstrip(" "))
            return
        first = old[stays[0]][0].start_mark.index
        before = [key for key in gone if old[key][0].start_mark.index < first]
        if before:
            self.edits.append((node.start_mark.index, first, ""))
        for key in gone - set(before):
            self._delete_lines(old[key][0].start_mark.index, self._end(old[key][1]))
        for key in stays:
            if key in goal and without_empty(_data(old[key][1])) != goal[key]:
                self._entry(*old[key], goal[key])
        self._add_keys(node, old, stays, goal)

    def _add_keys(
        self, node: yaml.MappingNode, old: Mapping[str, tuple[Any, Any]], stays: list[str], goal: Mapping[str, Data]
    ) -> None:
        column = node.start_mark.column
        anchor: str | None = None
        for key, value in goal.items():
            if key in old:
                anchor = key
                continue
            lines = "\n".join(entry_lines(key, value, column, self.style))
            if anchor is None:
                start = old[stays[0]][0].start_mark.index
                self.edits.append((start, start, f"{lines.lstrip(' ')}\n{' ' * column}"))
            else:
                place = self._line_end(self._end(old[anchor][1]))
                self.edits.append((place, place, f"\n{lines}"))

    def _entry(self, key: yaml.ScalarNode, node: yaml.Node, goal: Data) -> None:
        name = str(key.value)
        if not self.whole_entries:
            if isinstance(node, yaml.MappingNode) and isinstance(goal, dict) and not node.flow_style:
                return self._mapping(node, goal)
            if isinstance(node, yaml.SequenceNode) and isinstance(goal, list) and not node.flow_style:
                return self._sequence(name, node, goal)
            if isinstance(node, yaml.ScalarNode) and isinstance(goal, str) and _data(node) is not None:
                return self._scalar(name, node, goal)
            if isinstance(node, yaml.CollectionNode) and node.flow_style and not isinstance(goal, str):
                return self._replace(node, inline(name, goal, self.style))
        lines = entry_lines(name, goal, key.start_mark.column, self.style)
        self.edits.append((key.start_mark.index, self._end(node), "\n".join(lines).lstrip(" ")))
        return None

    def _sequence(self, name: str, node: yaml.SequenceNode, goal: list[Data]) -> None:
        items = node.value
        column = self._dash_column(items[0])
        last: yaml.Node | None = None
        for before, after in aligned([without_empty(_data(item)) for item in items], goal):
            if before is None:
                assert after is not None
                self._insert("\n".join(item_lines(name, goal[after], column, self.style)), last, items[0])
                continue
            last = items[before]
            if after is None:
                self._delete_lines(last.start_mark.index, self._end(last))
            elif without_empty(_data(last)) != goal[after]:
                self._item(name, last, goal[after], column)

    def _insert(self, lines: str, after: yaml.Node | None, first: yaml.Node) -> None:
        if after is None:
            place = self._line_start(first.start_mark.index)
            self.edits.append((place, place, f"{lines}\n"))
        else:
            place = self._line_end(self._end(after))
            self.edits.append((place, place, f"\n{lines}"))

    def _item(self, name: str, node: yaml.Node, goal: Data, column: int) -> None:
        if isinstance(node, yaml.MappingNode) and isinstance(goal, dict) and not node.flow_style:
            self._mapping(node, goal)
        elif isinstance(node, yaml.ScalarNode) and isinstance(goal, str):
            self._scalar(name, node, goal)
        elif isinstance(node, yaml.CollectionNode) and node.flow_style:
            self._replace(node, inline(name, goal, self.style))
        else:
            self._replace(node, "\n".join(item_lines(name, goal, column, self.style)).lstrip(" ").removeprefix("- "))

    def _scalar(self, name: str, node: yaml.ScalarNode, goal: str) -> None:
        """Keep quotes quotes and folded text folded."""
        if node.style in (">", "|") and is_foldable(goal):
            inside = self.text[node.start_mark.index : self._end(node)].split("\n", 1)[1]
            indent = min(len(line) - len(line.lstrip(" ")) for line in inside.split("\n") if line.strip())
            return self._replace(node, f">-\n{' ' * indent}{goal}")
        if node.style in ("'", '"', ">", "|"):
            return self._replace(node, quoted(goal, node.style if node.style in "'\"" else ""))
        return self._replace(
            node, inline(name, goal, self.style, "k:\n  - {}\n" if self._after_dash(node) else "k: {}\n")
        )

    def _replace(self, node: yaml.Node, replacement: str) -> None:
        self.edits.append((node.start_mark.index, self._end(node), replacement))

    def _delete_lines(self, start: int, end: int) -> None:
        """The line break before them goes with them, so that what is added after them has its place."""
        first, last = self._line_start(start), self._line_end(end)
        self.edits.append((first - 1, last, "") if first else (0, last + 1, ""))

    def _end(self, node: yaml.Node) -> int:
        """Return where the value ends: a block's own mark lies after the comments and blank lines that follow it."""
        if isinstance(node, yaml.MappingNode) and not node.flow_style:
            return self._end(node.value[-1][1])
        if isinstance(node, yaml.SequenceNode) and not node.flow_style:
            return self._end(node.value[-1])
        end = int(node.end_mark.index)
        if isinstance(node, yaml.ScalarNode) and node.style in (">", "|"):
            return len(self.text[:end].rstrip(" \n"))
        return end

    def _dash_column(self, item: yaml.Node) -> int:
        before = self.text[self._line_start(item.start_mark.index) : item.start_mark.index]
        if before.strip(" ") != "-":
            raise CannotEditError
        return before.index("-")

    def _after_dash(self, node: yaml.Node) -> bool:
        return self.text[: node.start_mark.index].rstrip(" ").endswith("-")

    def _line_start(self, offset: int) -> int:
        return self.text.rfind("\n", 0, offset) + 1

    def _line_end(self, offset: int) -> int:
        found = self.text.find("\n", offset)
        return len(self.text) if found < 0 else found


def _data(node: Any) -> Data:
    if isinstance(node, yaml.MappingNode):
        return {str(key.value): _data(value) for key, value in node.value}
    if isinstance(node, yaml.SequenceNode):
        return [_data(item) for item in node.value]
    return None if not node.style and node.value in _NULL else str(node.value)
