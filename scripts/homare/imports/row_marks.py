"""Which item of a record is a row about, when the record has changed since the row was written out?"""

from collections.abc import Mapping, Sequence
from difflib import SequenceMatcher

from homare.imports.cells import Entry
from homare.model.editing.choices import Choices
from homare.model.editing.layout import ACTION, ROW, Sheet
from homare.model.editing.rows import Row, rows_of
from homare.records.document import Data

_LIKE_ENOUGH = 0.6
MOST_COMPARED = 20_000
"""Pairs of rows and items that are compared word by word; a real case has a few hundred."""


def marks_by_content(sheet: Sheet, entries: Sequence[Entry], old: Data, choices: Mapping[str, Choices]) -> list[str]:
    """Return for each row the mark of the item that says the same, or nearly the same; "" where there is none."""
    left = {row[ROW]: _content(sheet, row) for row in rows_of(sheet, "", old, choices)}
    texts = [_content(sheet, {one.key: entry.text(one.key) for one in sheet.fields}) for entry in entries]
    same = {text: mark for mark, text in reversed(left.items())}
    found = [same.pop(text, "") for text in texts]
    left = {mark: text for mark, text in left.items() if mark not in found}
    if len(left) * found.count("") > MOST_COMPARED:
        return found
    for place, text in enumerate(texts):
        if found[place] or not left or entries[place].text(ACTION):
            continue  # what is only like it is not what was to be deleted
        likeness = {mark: _likeness(text, other) for mark, other in left.items()}
        mark = max(likeness, key=lambda one: likeness[one])
        if likeness[mark] >= _LIKE_ENOUGH:
            found[place] = mark
            del left[mark]
    return found


def _content(sheet: Sheet, row: Row) -> str:
    return "\t".join(row.get(one.key, "").strip() for one in sheet.fields)


def _likeness(first: str, second: str) -> float:
    matcher = SequenceMatcher(None, first, second, autojunk=False)
    return matcher.ratio() if matcher.quick_ratio() >= _LIKE_ENOUGH else 0.0
