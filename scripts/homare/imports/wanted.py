"""What the rows of one case say of its record: the data it shall hold, what changes, and which cell says so."""

import copy
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from homare.imports.cells import Entry, Table
from homare.imports.items import Before, Item, Items, gather_items, in_order, put_fields
from homare.imports.values import CellReader, brief
from homare.model.case import DRAFT
from homare.model.drafts import is_draft
from homare.model.editing.choices import DELETED, PUBLISHED, Choices
from homare.model.editing.choices import DRAFT as DRAFT_WORD
from homare.model.editing.layout import ACTION, BY_KEY, CASES, ID, RECORD_ORDER, ROW, Field, Sheet
from homare.model.editing.rows import in_one_form, rows_of, value_at, without_draft
from homare.problems import Problem, Text
from homare.records.document import Data, Trail

Cells = dict[Trail, tuple[Entry, str]]
"""Trail in the record → the row and the column that say what stands there."""


@dataclass(frozen=True)
class Change:
    """One difference, in the words of the cells. Without `old` something is added, without `new` taken away."""

    entry: Entry
    key: str
    title: str
    old: str
    new: str


@dataclass
class Wanted:
    """The record of one case as the file wants it; `data` None: the record is to be deleted."""

    case_id: str
    data: dict[str, Data] | None
    cells: Cells = field(default_factory=dict)
    changes: list[Change] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)
    kept: list[str] = field(default_factory=list)


@dataclass(frozen=True)
class CaseRows:
    """What a file holds of one case: its row of 事例, and its rows of the other sheets.

    `original` is the case whose row was copied to begin this one; "" where none was.
    """

    case_id: str
    row: Entry
    parts: Sequence[tuple[Table, Sequence[Entry]]]
    choices: Mapping[str, Choices]
    original: str = ""


def wanted_record(rows: CaseRows, before: Before) -> Wanted:
    """Return what the rows of a case make of its record."""
    wanted = Wanted(rows.case_id, {})
    action, reader = rows.row.text(ACTION), CellReader(rows.choices, wanted.problems)
    if action not in ("", PUBLISHED, DRAFT_WORD, DELETED):
        wanted.problems.append(_unknown_action(rows.row))
    if action == DELETED:
        wanted.data = None
        return wanted
    data = _case_fields(rows.row, before.data, reader, wanted.cells)
    for table, entries in rows.parts:
        items = gather_items(table, entries, before, reader)
        data = _with_items(data, items, wanted.cells, rows.row)
        wanted.changes += _item_changes(rows, items, before.data, data)
        kept = [item for item in items.items if item.entry is None]
        wanted.kept += [f"{table.sheet.name}（{brief(_words_of(item))}）" for item in kept]
    data = _with_draft(data, before.data, action)
    wanted.data = {name: data[name] for name in (*RECORD_ORDER, *data) if name in data}
    wanted.changes = [*_case_changes(rows, before.data, wanted.data), *wanted.changes]
    return wanted


def _case_fields(row: Entry, old: Data, reader: CellReader, cells: Cells) -> dict[str, Data]:
    fields = BY_KEY[CASES].fields
    single = [one for one in fields if not _is_term(one)]
    data = put_fields(without_draft(old), single, row, reader)
    record: dict[str, Data] = data if isinstance(data, dict) else {}
    for facet in dict.fromkeys(str(one.trail[0]) for one in fields if _is_term(one)):
        columns = [one for one in fields if one.trail[:1] == (facet,)]
        terms = _terms(columns, row, record.get(facet), reader, cells)
        record = _replaced(record, (facet,), terms)
    for one in single:
        cells.setdefault(one.trail[:1], (row, one.key))  # where a part that is missing as a whole would begin
        cells[one.trail] = (row, one.key)
    cells[()] = (row, ID)
    return record


def _is_term(one: Field) -> bool:
    return len(one.trail) > 1 and isinstance(one.trail[1], int)


def _terms(columns: Sequence[Field], row: Entry, before: Data, reader: CellReader, cells: Cells) -> Data:
    """Return the terms of one facet; they move up where a cell before them is empty."""
    old = before if isinstance(before, list) else []
    terms: list[Data] = []
    for place, one in enumerate(columns):
        value = old[place] if place < len(old) else None
        if one.key in row.present:
            value, _ = reader.read(row, one)
        cells.setdefault(one.trail[:1], (row, one.key))
        if value is not None:
            cells[(*one.trail[:1], len(terms))] = (row, one.key)
            terms.append(value)
    return terms + old[len(columns) :]


def _with_items(data: dict[str, Data], items: Items, cells: Cells, row: Entry) -> dict[str, Data]:
    """Return the record with the lists of one sheet, and note which row stands for which item."""
    result = copy.copy(data)
    for selector, trail in items.sheet.lists.items():
        own = [item for item in items.items if item.selector == selector]
        for place, item in enumerate(own):
            _note_cells(items.sheet, (*trail, item.key if items.sheet.keyed else place), item, cells, row)
        value: Data = {item.key: item.value for item in own} if items.sheet.keyed else [item.value for item in own]
        result = _replaced(result, trail, value)
    if items.sheet.has_selector and isinstance(result.get(items.sheet.key), dict):
        ways = list(items.sheet.lists.values())
        ordered = in_order(result, ways)
        result = ordered if isinstance(ordered, dict) else result
    return result


def _note_cells(sheet: Sheet, trail: Trail, item: Item, cells: Cells, row: Entry) -> None:
    if item.entry is None:
        cells[trail] = (row, ID)
        return
    cells[trail] = (item.entry, sheet.fields[0].key)
    cells |= {(*trail, *one.trail): (item.entry, one.key) for one in sheet.own_fields}


def _replaced(data: dict[str, Data], trail: Trail, value: Data) -> dict[str, Data]:
    name, rest = str(trail[0]), trail[1:]
    inner = data.get(name)
    if rest:
        value = _replaced(inner if isinstance(inner, dict) else {}, rest, value)
    if value in ([], {}):
        return {key: held for key, held in data.items() if key != name}
    return {**data, name: value}


def _with_draft(data: dict[str, Data], old: Data, action: str) -> dict[str, Data]:
    """Mark a draft: a new record is one until its 状態 says 公開; an empty cell changes nothing."""
    wants_draft = action == DRAFT_WORD if action else (old is None or is_draft(old))
    if not wants_draft:
        return data
    status = data.get("status")
    marked: Data = {"draft": "true", **status} if isinstance(status, dict) and status else DRAFT
    before = value_at(old, ("status",))
    if in_one_form({"status": marked}) == in_one_form({"status": before}):
        marked = before
    return {**data, "status": marked}


def _case_changes(rows: CaseRows, old: Data, new: Data) -> Iterable[Change]:
    row = rows.row
    if old is None:
        return [Change(row, ID, "新しい事例", "", rows.case_id)]
    sheet = BY_KEY[CASES]
    [before], [after] = (rows_of(sheet, rows.case_id, data, rows.choices) for data in (old, new))
    titles = [(ACTION, "状態"), *((one.key, one.title) for one in sheet.fields)]
    return [
        Change(row, key, title, before.get(key, ""), after.get(key, ""))
        for key, title in titles
        if before.get(key) != after.get(key)
    ]


def _item_changes(rows: CaseRows, items: Items, old: Data, new: Data) -> Iterable[Change]:
    sheet = items.sheet
    before = {one[ROW]: one for one in rows_of(sheet, rows.case_id, old, rows.choices)}
    after = rows_of(sheet, rows.case_id, new, rows.choices)
    in_lists = [item for selector in sheet.lists for item in items.items if item.selector == selector]
    marks = [item.mark for item in in_lists if item.mark]
    natural = [mark for mark in before if mark in marks]
    for mark, entry in items.deleted.items():
        yield Change(entry, ACTION, f"{sheet.name}の行", _summary(sheet, before[mark]), "")
    for item, row in zip(in_lists, after, strict=False):
        if item.entry is None:
            continue
        if not item.mark:
            yield Change(item.entry, sheet.fields[0].key, f"{sheet.name}の行", "", _summary(sheet, row))
            continue
        for one in sheet.fields:
            if before[item.mark].get(one.key) != row.get(one.key):
                yield Change(item.entry, one.key, one.title, before[item.mark].get(one.key, ""), row.get(one.key, ""))
    if not sheet.keyed and marks != natural:
        moved = next(
            item for item, mark in zip([i for i in in_lists if i.mark], natural, strict=True) if item.mark != mark
        )
        at = moved.entry or next(item.entry for item in in_lists if item.entry)
        yield Change(at, "order", f"{sheet.name}の順番", "いまの並び", "ブックの並び")


def _summary(sheet: Sheet, row: Mapping[str, str]) -> str:
    return "・".join(
        row[one.key] for one in sheet.fields if one.key in row and one.kind != "keys" and one.key != "scope"
    )


def _words_of(item: Item) -> str:
    if isinstance(item.value, dict):
        return next((str(value) for value in item.value.values() if isinstance(value, str)), "")
    return str(item.value)


def _unknown_action(row: Entry) -> Problem:
    message = Text(f"状態「{brief(row.text(ACTION))}」はわかりません。", "This state is not known.")
    hint = Text("公開・下書き・削除のどれかを▼から選んでください。", "Choose 公開, 下書き or 削除.")
    return row.problem(ACTION, "not-a-choice", message, hint)
