"""The rows of one child sheet and one case to the lists of its record. A row that is gone takes nothing with it."""

import copy
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from homare.imports.cells import Entry, Table
from homare.imports.row_marks import marks_by_content
from homare.imports.values import CellReader, brief, hidden_character, wrong_kind
from homare.model.editing.choices import DELETED
from homare.model.editing.layout import ACTION, ORDER, ROW, Field, Sheet
from homare.model.editing.rows import items_at, row_mark, value_at
from homare.problems import Problem, Text
from homare.records.document import Data, Trail


@dataclass
class Item:
    """One item of a list as it shall be: the row that it comes from, and the row mark that it had in the record."""

    selector: str
    key: str
    value: Data
    order: float
    entry: Entry | None
    mark: str


@dataclass(frozen=True)
class Before:
    """The record as it is (None: new). `keep`: an item without a row stays. `stale`: changed since the export."""

    data: Data
    keep: bool = True
    stale: bool = False


@dataclass
class Items:
    """All items of one sheet and one case, what the sheet deletes, and which marks stayed without a row."""

    sheet: Sheet
    items: list[Item] = field(default_factory=list)
    deleted: dict[str, Entry] = field(default_factory=dict)
    kept: list[str] = field(default_factory=list)


def gather_items(table: Table, entries: Sequence[Entry], before: Before, reader: CellReader) -> Items:
    """Return the items that `entries` describe, over those of the record.

    Where the record is stale, its rows have other marks now; they are known by what they say.
    """
    sheet = table.sheet
    marks = [entry.text(ROW) for entry in entries]
    if before.stale:
        marks = marks_by_content(sheet, entries, before.data, reader.choices)
    old = _items_before(sheet, before.data)
    found = Items(sheet)
    seen: set[str] = set()
    last = 0.0
    for entry, given in zip(entries, marks, strict=True):
        mark = given if given in old and given not in seen else ""
        if entry.text(ACTION) == DELETED:
            seen.add(mark)
            found.deleted |= {mark: entry} if mark else {}
        elif any(entry.text(one.key) for one in sheet.own_fields):
            if entry.text(ACTION):
                reader.problems.append(_unknown_action(entry))
            last = _order(entry, last, reader)
            seen.add(mark)
            found.items.append(_item(sheet, entry, old.get(mark), last, reader))
    if before.keep:
        found.kept = [mark for mark in old if mark not in seen]
        found.items += [old[mark] for mark in found.kept]
    found.items.sort(key=lambda item: item.order)
    _refuse_twice(found, reader)
    return found


def _items_before(sheet: Sheet, old: Data) -> dict[str, Item]:
    return {
        mark: Item(selector, key, value, float(position), None, mark)
        for selector, trail in sheet.lists.items()
        for position, (key, value) in enumerate(items_at(sheet, old, trail), start=1)
        for mark in [row_mark(selector, key, position)]
    }


def _item(sheet: Sheet, entry: Entry, before: Item | None, order: float, reader: CellReader) -> Item:
    first = sheet.fields[0]
    named = before.selector or before.key if before else ""
    if (sheet.has_selector or sheet.keyed) and first.key in entry.present:
        given, is_read = reader.read(entry, first)
        if is_read and given is None:
            reader.problems.append(_missing_first(entry, first))
        named = str(given or "")
    selector, key = (named, "") if sheet.has_selector else ("", named)
    value = put_fields(before.value if before else None, sheet.own_fields, entry, reader)
    return Item(selector, key, value, order, entry, before.mark if before else "")


def put_fields(old: Data, fields: Iterable[Field], entry: Entry, reader: CellReader) -> Data:
    """Return `old` with the values of the row, its keys in the order of `fields`. An absent column changes nothing."""
    item: Data = copy.deepcopy(old)
    for one in fields:
        if one.key not in entry.present:
            continue
        value, is_read = reader.read(entry, one)
        before = value_at(item, one.trail)
        is_same = isinstance(value, str) and isinstance(before, str) and value == before.strip()
        if is_read and not is_same:
            item = _with(item, one.trail, value)
    return in_order(item, [one.trail for one in fields])


def _with(data: Data, trail: Trail, value: Data) -> Data:
    if not trail:
        return value
    mapping = dict(data) if isinstance(data, dict) else {}
    inner = _with(mapping.get(str(trail[0])), trail[1:], value)
    if inner in (None, {}, []):
        mapping.pop(str(trail[0]), None)
    else:
        mapping[str(trail[0])] = inner
    return mapping


def in_order(data: Data, trails: Iterable[Trail]) -> Data:
    """Return a mapping with its keys in the order of `trails`, other keys after them; anything else as it is."""
    ways = [trail for trail in trails if trail]
    if not isinstance(data, dict) or not ways:
        return data
    names = dict.fromkeys(str(trail[0]) for trail in ways)
    inner = {name: [trail[1:] for trail in ways if trail[0] == name] for name in names}
    return {name: in_order(data[name], inner.get(name, [])) for name in (*names, *data) if name in data}


def _order(entry: Entry, last: float, reader: CellReader) -> float:
    """A row without a number comes after the row above it."""
    text = entry.text(ORDER)
    if not text:
        return last
    problem = wrong_kind(entry, ORDER) or hidden_character(entry, ORDER)
    try:
        number = float(text)
    except ValueError:
        number = float("nan")
    if problem or not 0 <= number < 1e6:
        message = Text(f"順番「{brief(text)}」が数ではありません。", f"The order “{brief(text)}” is not a number.")
        hint = Text("半角の数字（例 3、3.5）にするか、空にしてください。", "Write a number (3, 3.5) or leave it empty.")
        reader.problems.append(problem or entry.problem(ORDER, "wrong-value", message, hint))
        return last
    return number


def _refuse_twice(found: Items, reader: CellReader) -> None:
    if not found.sheet.keyed:
        return
    seen: set[str] = set()
    for item in found.items:
        if item.key in seen and item.key:
            message = Text(f"「{item.key}」が同じ事例に2回あります。", f"“{item.key}” stands twice in this case.")
            hint = Text("どちらかのキーを変えるか、状態で「削除」を選んでください。", "Change one of the keys.")
            at = item.entry or next(other.entry for other in found.items if other.key == item.key and other.entry)
            reader.problems.append(at.problem(found.sheet.fields[0].key, "duplicate-key", message, hint))
        seen.add(item.key)


def _missing_first(entry: Entry, first: Field) -> Problem:
    message = Text(f"「{first.title}」が空です。", f"“{first.title}” is empty.")
    hint = Text("この行が何の行かを書いてください。", "Say what this row is.")
    return entry.problem(first.key, "missing-field", message, hint)


def _unknown_action(entry: Entry) -> Problem:
    message = Text(f"状態「{brief(entry.text(ACTION))}」はわかりません。", "This state is not known.")
    hint = Text("行を消すなら「削除」を選び、そうでなければ空にしてください。", "Choose 削除, or leave it empty.")
    return entry.problem(ACTION, "not-a-choice", message, hint)
