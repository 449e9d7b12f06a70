"""The sheet 事例 as a CSV for editing: one row a case, for Excel, with the version that guards each record."""

from collections.abc import Iterator, Mapping

from homare.exports.csv_files import BYTE_ORDER_MARK, harmless, quoted
from homare.model.editing.choices import all_choices
from homare.model.editing.layout import ACTION, BY_KEY, CASES, ID, VERSION
from homare.model.editing.rows import rows_of
from homare.model.vocabulary import Vocabulary
from homare.records.document import Data


def editors_csv(records: Mapping[str, Data], vocabulary: Vocabulary) -> bytes:
    """Return the CSV of `records` (id → data as read). What has sheets of its own in the workbook is not in it."""
    return (BYTE_ORDER_MARK + "".join(line + "\r\n" for line in _lines(records, vocabulary))).encode()


def _lines(records: Mapping[str, Data], vocabulary: Vocabulary) -> Iterator[str]:
    sheet, choices = BY_KEY[CASES], all_choices(vocabulary)
    fields = [(ID, "事例のid"), (ACTION, "状態"), *((one.key, one.title) for one in sheet.fields), (VERSION, "版")]
    yield ",".join(quoted(title) for _, title in fields)
    for case_id, data in records.items():
        [row] = rows_of(sheet, case_id, data, choices)
        yield ",".join(quoted(cell_text(row.get(key, ""))) for key, _ in fields)


def cell_text(text: str) -> str:
    """A text that begins with an apostrophe of its own before such a sign gets one more: taking in takes one off."""
    own = text[: len(text) - len(text.lstrip("'"))]
    return own + harmless(text.removeprefix(own))
