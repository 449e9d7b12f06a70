"""The rules of a record, told at the cells that break them."""

import re
import unicodedata
from collections.abc import Mapping

from homare.imports.values import brief
from homare.imports.wanted import Wanted
from homare.model.library import check_record
from homare.model.vocabulary import Vocabulary
from homare.problems import Problem, Text
from homare.records.document import Document, Trail

_KEYS = re.compile(r"[a-z][a-z0-9-]*(?:[\s、,;]+[a-z][a-z0-9-]*)*")


def cell_problems(wanted: Wanted, vocabulary: Vocabulary, known_ids: Mapping[str, str]) -> list[Problem]:
    """Return the problems of a wanted record, each at its cell, or at the row where no cell is to blame alone.

    The places of the document are numbers in a list of cells: what a rule calls line 7 is the seventh cell.
    """
    trails: list[Trail] = list(wanted.cells)
    places = {trail: (number, 1) for number, trail in enumerate(trails)}
    document = Document("", wanted.data, dict(places), dict(places))
    return [
        _at_cell(problem, wanted, trails[problem.line])
        for problem in check_record(document, wanted.case_id, vocabulary, known_ids)
    ]


def _at_cell(problem: Problem, wanted: Wanted, trail: Trail) -> Problem:
    entry, key = wanted.cells[trail]
    text = brief(entry.text(key))
    message = problem.message
    if text and text not in message.ja:
        message = Text(f"{message.ja.rstrip('。')}：「{text}」", f"{message.en} Cell: “{text}”")
    hint = _in_half_width(entry.text(key)) if problem.rule == "wrong-value" else None
    return entry.problem(key, problem.rule, message, hint or _HINTS.get(problem.rule, problem.hint))


def _in_half_width(text: str) -> Text | None:
    """Return the hint for keys that a Japanese keyboard has made wide or large: ｓ１ for s1."""
    keys = unicodedata.normalize("NFKC", text).lower()
    if keys == text or not _KEYS.fullmatch(keys):
        return None
    return Text(f"半角の小文字で「{keys}」と書いてください。", f"Write “{keys}”, in ASCII.")


_HINTS: Mapping[str, Text] = {
    "missing-field": Text(
        "このセルに値を書いてください。まだわからなければ、「事例」シートの状態を「下書き」にしておきます。",
        "Fill in this cell, or leave the case a draft.",
    ),
    "missing-source": Text(
        "この内容を示す出典のキー（「出典」シート）を書いてください。出典のない内容は公開しません。",
        "Name the source (sheet 出典) that shows this. What has no source is not published.",
    ),
    "missing-basis": Text(
        "どの記述から読み取ったかを書いてください（例 しくみ、成果）。", "Name the sections that it was read from."
    ),
    "missing-place": Text(
        "都道府県を▼から選んでください。わからないときは地方を選びます。", "Choose a prefecture, or else a region."
    ),
    "unused-source": Text(
        "この出典にもとづく行の「出典キー」に書くか、この行の状態で「削除」を選んでください。",
        "Name it in a row that rests on it, or delete this row.",
    ),
    "edition-folder": Text(
        "回（年）をidの年に合わせてください。idのほうが違うときは、管理する人に知らせてください。",
        "Make the edition fit the id.",
    ),
    "repeated-value": Text("1つだけ残してください。", "Write it once."),
    "post-without-person": Text(
        "個人の受賞なら種類を「個人」にし、そうでなければこのセルを空にしてください。",
        "Choose 個人 for a person's award; otherwise empty this cell.",
    ),
}
"""What to do next in a workbook, where it is not what one does in a text file."""
