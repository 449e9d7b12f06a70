"""One cell to the value that a record holds; what cannot be taken over without a guess is a problem at the cell."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field

from homare.imports.cells import Entry
from homare.model.editing.choices import Choices
from homare.model.editing.layout import Field
from homare.model.nearest import listed, nearest
from homare.problems import MOST_PROBLEMS, Problem, Text
from homare.records.characters import HIDDEN
from homare.records.document import Data

_BETWEEN_KEYS = re.compile(r"[\s、，,;；]+")
_YEAR = re.compile(r"(1[89]|20|21)\d\d")
_DAY_WITH_SLASHES = re.compile(r"(\d{4})/(\d\d?)/(\d\d?)")
MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
"""As Excel writes them."""
_MONTH_OF_EXCEL = re.compile(rf"(?:{'|'.join(MONTHS)})-\d\d")
LONGEST_SHOWN = 40
SHOWN_BEFORE = 10
"""Characters that two long texts have in common and that are shown before what differs."""


@dataclass
class CellReader:
    """Reads values and keeps the problems that it meets, so that one run shows all of them."""

    choices: Mapping[str, Choices]
    problems: list[Problem] = field(default_factory=list)

    def read(self, entry: Entry, column: Field) -> tuple[Data, bool]:
        """Return the value in the column (None for an empty cell), and whether it could be read."""
        if not entry.text(column.key):
            return None, True
        if len(self.problems) >= MOST_PROBLEMS:
            return None, False
        wrong = wrong_kind(entry, column.key, column) or hidden_character(entry, column.key)
        if wrong:
            self.problems.append(wrong)
            return None, False
        text = entry.text(column.key)
        if column.kind == "date":
            if _MONTH_OF_EXCEL.fullmatch(text):
                self.problems.append(entry.problem(column.key, "wrong-cell-type", *_month_of_excel(text)))
                return None, False
            text = _day_in_one_form(text)
        words = [word for word in _BETWEEN_KEYS.split(text) if word] if column.kind == "keys" else [text]
        values: list[str] = []
        for word in words:
            value = self.choices[column.choices].value_of(word) if column.choices else word
            if value is None:
                self.problems.append(_not_a_choice(entry, column, word, self.choices))
                return None, False
            values.append(value)
        return (list(values) or None, True) if column.kind == "keys" else (values[0], True)


def _day_in_one_form(text: str) -> str:
    """Return 2026-01-05 for 2026/1/5, as Excel writes a day; any other text as it is."""
    day = _DAY_WITH_SLASHES.fullmatch(text)
    return f"{day[1]}-{day[2]:0>2}-{day[3]:0>2}" if day else text


def _month_of_excel(text: str) -> tuple[Text, Text]:
    return (
        Text(f"Excelが年月を「{text}」に変えています。", f"Excel has made “{text}” of a month."),
        Text(
            "CSVをExcelで開くと、年月はいつもこうなります。homare export xlsx で書き出したブックで直してください。",
            "Excel does so whenever it opens a CSV: use the workbook of homare export xlsx.",
        ),
    )


def wrong_kind(entry: Entry, key: str, column: Field | None = None) -> Problem | None:
    """Return a problem when Excel has made something of the cell that is not what a record holds."""
    cell = entry.cells[key]
    text, what, hint = cell.text.strip(), "", _AS_TEXT
    if cell.kind == "formula":
        what, hint = "計算式です", _AS_VALUE
    elif cell.kind == "error":
        what, hint = f"エラー「{text}」です", _AS_VALUE
    elif cell.kind == "date":
        what, hint = f"日付「{text}」に変わっています", _AS_DATE
    elif cell.kind == "truth" and not (column and column.choices == "lead"):
        what = f"真偽の値「{text.upper()}」に変わっています"
    elif cell.kind == "number" and not _may_be_number(text, key, column):
        what = f"数「{text}」に変わっています"
    if not what:
        return None
    message = Text(f"セルの値が{what}。", f"The cell holds a {cell.kind}: {text}.")
    return entry.problem(key, "wrong-cell-type", message, hint)


def _may_be_number(text: str, key: str, column: Field | None) -> bool:
    """01 typed into a cell that is not text has become 1: only where no zero can have been lost is a number right."""
    if column is None:
        return key == "order"
    return column.kind == "number" or (
        bool(_YEAR.fullmatch(text)) and (column.kind == "date" or column.choices == "edition")
    )


def hidden_character(entry: Entry, key: str) -> Problem | None:
    """Return a problem for the first character of the cell that nobody can see."""
    found = HIDDEN.search(entry.cells[key].text)
    if not found:
        return None
    code = f"U+{ord(found.group()):04X}"
    shown = brief(HIDDEN.sub("□", entry.cells[key].text))
    message = Text(f"見えない文字（{code}）が入っています：「{shown}」", f"There is an invisible character ({code}).")
    hint = Text(
        "□のところの文字を消してください。ほかの文書から貼り付けたときに混ざることがあります。",
        "Delete it. Such characters often come along when text is pasted.",
    )
    return entry.problem(key, "hidden-character", message, hint)


def brief(text: str) -> str:
    """Return the text in one line, cut where it is long."""
    return _cut(" ".join(text.split()))


def brief_pair(old: str, new: str) -> tuple[str, str]:
    """Return both texts in one line each, so that one sees what differs: long ones begin shortly before it."""
    first, second = (" ".join(text.split()) for text in (old, new))
    if first == second:  # they differ in nothing but blanks and line breaks
        first, second = (text.replace("\n", "⏎") for text in (old, new))
    differ = (place for place, (one, other) in enumerate(zip(first, second, strict=False)) if one != other)
    start = max(next(differ, min(len(first), len(second))) - SHOWN_BEFORE, 0)
    if start == 0 or max(len(first), len(second)) <= LONGEST_SHOWN:
        return _cut(first), _cut(second)
    return f"…{_cut(first[start:])}", f"…{_cut(second[start:])}"


def _cut(line: str) -> str:
    return line if len(line) <= LONGEST_SHOWN else f"{line[:LONGEST_SHOWN]}…"


def _not_a_choice(entry: Entry, column: Field, word: str, choices: Mapping[str, Choices]) -> Problem:
    words = list(choices[column.choices].words.values())
    likely = _likely(word, words)
    message = Text(
        f"「{brief(word)}」は「{column.title}」の候補にありません。", f"“{brief(word)}” is not a choice here."
    )
    hint = (
        Text(f"「{likely}」ではありませんか。▼から選ぶと確かです。", f"Did you mean “{likely}”?")
        if likely
        else Text(f"▼から選んでください（{listed(words, 6)}）。", f"Choose one of: {listed(words, 6)}.")
    )
    return entry.problem(column.key, "not-a-choice", message, hint)


def _likely(word: str, words: list[str]) -> str | None:
    """「青森」 and 「2」 mean 「02 青森県」."""
    bare = {known.split(" ", 1)[-1]: known for known in words}
    number = next((known for known in words if word.isdecimal() and known.startswith(f"{int(word):02d} ")), None)
    near = nearest(word, [*words, *bare])
    return number or bare.get(near or "", near)


_AS_TEXT = Text(
    "セルの書式を「文字列」にしてから、もう一度打ってください（先頭に ' を付けても文字になります）。",
    "Format the cell as text and type the value again.",
)
_AS_VALUE = Text("計算の結果を、「値の貼り付け」で貼りなおしてください。", "Paste the result as a value.")
_AS_DATE = Text(
    "セルの書式を「文字列」にして、2018-12 や 2018-12-01 のように打ちなおしてください。",
    "Format the cell as text and type it as 2018-12 or 2018-12-01.",
)
