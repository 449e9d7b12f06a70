"""A record's data to the rows of the sheets, and the mark by which a change since then is noticed."""

import hashlib
import json
from collections.abc import Iterator, Mapping

from homare.model.case import DRAFT
from homare.model.drafts import is_draft
from homare.model.editing.choices import DRAFT as DRAFT_WORD
from homare.model.editing.choices import PUBLISHED, Choices
from homare.model.editing.layout import ACTION, CASES, ID, ORDER, ROW, VERSION, Field, Sheet
from homare.records.document import Data, Trail
from homare.records.yaml_edit import without_empty

BETWEEN_KEYS = "、"
Row = dict[str, str]
"""Column key → what stands in the cell; an empty cell is absent."""


def rows_of(sheet: Sheet, case_id: str, data: Data, choices: Mapping[str, Choices]) -> list[Row]:
    """Return the rows that hold the case's part of `sheet`, in the order of the record."""
    if sheet.key == CASES:
        marks = {ID: case_id, ACTION: DRAFT_WORD if is_draft(data) else PUBLISHED, VERSION: version_of(data)}
        return [marks | _cells(sheet.fields, without_draft(data), choices)]
    rows = []
    for selector, trail in sheet.lists.items():
        for position, (key, item) in enumerate(items_at(sheet, data, trail), start=1):
            first = {sheet.fields[0].key: _word(sheet.fields[0], selector or key, choices)} if selector or key else {}
            marks = {ID: case_id, ROW: row_mark(selector, key, position), ORDER: str(position)}
            rows.append(marks | first | _cells(sheet.own_fields, item, choices))
    return rows


def row_mark(selector: str, key: str, position: int) -> str:
    """Return the hidden name of a row: which item of which list it held when it was written out."""
    return "/".join(part for part in (selector, key or str(position)) if part)


def items_at(sheet: Sheet, data: Data, trail: Trail) -> Iterator[tuple[str, Data]]:
    """Yield the items of the list at `trail`, each with its key where the list is keyed."""
    found = value_at(data, trail)
    if sheet.keyed and isinstance(found, dict):
        yield from found.items()
    elif not sheet.keyed and isinstance(found, list):
        yield from (("", item) for item in found)


def value_at(data: Data, trail: Trail) -> Data:
    """Return the value that `trail` leads to, or None."""
    for part in trail:
        if isinstance(data, dict) and isinstance(part, str):
            data = data.get(part)
        elif isinstance(data, list) and isinstance(part, int) and part < len(data):
            data = data[part]
        else:
            return None
    return data


def without_draft(data: Data) -> Data:
    """Return a record's data without the mark of a draft, which a column of its own holds."""
    status = value_at(data, ("status",))
    if not isinstance(data, dict) or not is_draft(data):
        return data
    left: Data = {key: value for key, value in status.items() if key != DRAFT} if isinstance(status, dict) else None
    return {**data, "status": left}


def in_one_form(data: Data) -> Data:
    """Return the data so that equal records are equal: without empty values, and a draft marked in one way."""
    cleaned = without_empty(data)
    if isinstance(cleaned, dict) and cleaned.get("status") == DRAFT:
        return {**cleaned, "status": {DRAFT: "true"}}
    return cleaned


def version_of(data: Data) -> str:
    """Return the mark of a record's content: two are equal when all values are."""
    text = json.dumps(in_one_form(data), sort_keys=True, ensure_ascii=False)
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:16]


def _cells(fields: tuple[Field, ...], item: Data, choices: Mapping[str, Choices]) -> Row:
    cells = {}
    for field in fields:
        value = value_at(item, field.trail)
        if isinstance(value, list):
            words = (_word(field, str(part), choices) for part in value)
            cells[field.key] = BETWEEN_KEYS.join(words)
        elif isinstance(value, str) and value:
            cells[field.key] = _word(field, value, choices)
    return {key: text for key, text in cells.items() if text}


def _word(field: Field, value: str, choices: Mapping[str, Choices]) -> str:
    return choices[field.choices].word_of(value) if field.choices else value
