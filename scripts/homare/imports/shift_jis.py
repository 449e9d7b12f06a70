"""What a CSV has lost by being saved as Shift_JIS: put back where the record tells it, else told at the cell."""

import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace

from homare.imports.cells import Entry, Table
from homare.imports.values import brief, brief_pair
from homare.model.editing.choices import Choices
from homare.model.editing.layout import ID
from homare.model.editing.rows import Row, rows_of
from homare.problems import Problem, Text
from homare.records.document import Data

_WINDOWS = str.maketrans("—", "―")
"""What Windows writes for a character that Shift_JIS lacks, and Python's codec does not: glibc has it too."""
_LAST_OF_ONE_UNIT = "\uffff"


def put_back(
    tables: Iterable[Table], records: Mapping[str, Data], choices: Mapping[str, Choices]
) -> tuple[list[Table], list[Problem]]:
    """Return the tables of a CSV that was Shift_JIS (CP932) with the characters that their records (id → data) tell.

    A cell that says what Shift_JIS makes of the record's value was not touched. In one that was, 〜 is put back for its
    ～, but nobody can tell what a ? stood for: the problems name each cell that has more of them than its record.
    """
    whole, problems = [], []
    for table in tables:
        entries = [(entry, _before(table, entry, records, choices)) for entry in table.entries]
        mended = [(_mended(entry, before), before) for entry, before in entries]
        problems += [problem for entry, before in mended for problem in _lost(entry, before)]
        whole.append(replace(table, entries=tuple(entry for entry, _ in mended)))
    return whole, problems


def _before(table: Table, entry: Entry, records: Mapping[str, Data], choices: Mapping[str, Choices]) -> Row:
    """Return what the cells of a case would say if nobody had touched them."""
    case_id = entry.text(ID)
    return rows_of(table.sheet, case_id, records[case_id], choices)[0] if case_id in records else {}


def _mended(entry: Entry, before: Row) -> Entry:
    cells = {key: replace(cell, text=_whole(cell.text, before.get(key, ""))) for key, cell in entry.cells.items()}
    return replace(entry, cells=cells)


def _whole(new: str, old: str) -> str:
    lost = {character: _forms(character) for character in old if _written(character) != character}
    if not lost:
        return new
    untouched = "".join("|".join(map(re.escape, lost.get(one, (one,)))).join(("(?:", ")")) for one in old.strip())
    if re.fullmatch(untouched, new.strip()):
        return old
    for character in lost:
        form = _written(character)
        is_its_own = form not in old and [_written(other) for other in lost].count(form) == 1
        if is_its_own and not form.isascii():
            new = new.replace(form, character)
    return new


def _forms(character: str) -> tuple[str, ...]:
    """Return what may stand for a character that Shift_JIS lacks: a like one, its plain letter (é, ²), or ?."""
    plain = _written(unicodedata.normalize("NFKD", character)[0])
    return (
        (_written(character), plain, "?", "??") if character > _LAST_OF_ONE_UNIT else (_written(character), plain, "?")
    )


def _written(text: str) -> str:
    return text.translate(_WINDOWS).encode("cp932", "replace").decode("cp932")


def _lost(entry: Entry, before: Row) -> Iterator[Problem]:
    for key, cell in entry.cells.items():
        old = before.get(key, "")
        if cell.text.count("?") > old.count("?"):
            yield entry.problem(key, "lost-character", _message(old, cell.text), _HINT)


def _message(old: str, new: str) -> Text:
    if _written(old).count("?") > old.count("?"):
        first, second = brief_pair(old, new)
        return Text(
            f"Shift_JISにない文字が「?」に変わっています：「{first}」→「{second}」",
            f"Characters that Shift_JIS lacks have become “?”: “{first}” → “{second}”.",
        )
    return Text(
        f"「?」があります。Shift_JISにない文字が変わったものかもしれません：「{brief(new)}」",
        f"There is a “?”: it may stand for a character that Shift_JIS lacks. “{brief(new)}”",
    )


_HINT = Text(
    "「CSV UTF-8（コンマ区切り）」で保存しなおすか、homare export xlsx のブックで直してください。",
    "Save it as CSV UTF-8, or use the workbook of homare export xlsx.",
)
