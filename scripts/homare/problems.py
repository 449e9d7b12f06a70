"""Problems are values: where, which rule, what is wrong and what to do next, and the three ways to print them."""

import json
import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal, NamedTuple

from homare.rule_names import RuleName

MOST_PROBLEMS = 500
"""From one stage of one file: a file with more is no record, and a longer list helps nobody."""

_DRIVES_TERMINALS = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]")
"""Controls, and what turns the direction of the text around it."""

Language = Literal["ja", "en"]
ReportFormat = Literal["text", "json", "github"]


class Text(NamedTuple):
    """One message in the two languages that homare speaks."""

    ja: str
    en: str

    def in_language(self, language: Language) -> str:
        """Return the message in `language`."""
        return self.ja if language == "ja" else self.en


@dataclass(frozen=True, order=True)
class Problem:
    """One fault in one file. `line` and `column` count from 1; the message stands alone, the hint says what to do.

    `cell` names the place in a workbook or CSV, as Excel does: 事例!C12.
    """

    path: str
    line: int
    column: int
    rule: RuleName
    message: Text
    hint: Text
    cell: str = ""


def report(problems: Iterable[Problem], format: ReportFormat, language: Language) -> str:
    """Return all `problems`, ordered by place, as one printable text; "" when there are none (and "[]" as JSON)."""
    ordered = sorted(set(problems))
    if format == "json":
        text = json.dumps([_as_json(problem, language) for problem in ordered], ensure_ascii=False, indent=2)
    else:
        line_of = _github_line if format == "github" else _text_line
        text = "\n".join(line_of(problem, language) for problem in ordered)
    return text.encode("utf-8", "backslashreplace").decode()  # a file name may hold bytes that are no characters


def _text_line(problem: Problem, language: Language) -> str:
    place = f"{problem.path} {problem.cell}" if problem.cell else f"{problem.path}:{problem.line}:{problem.column}"
    message, hint = problem.message.in_language(language), problem.hint.in_language(language)
    return f"{_one_line(place)}: [{problem.rule}] {_one_line(message)}\n    → {_one_line(hint)}"


def visible(text: str) -> str:
    """Return `text` so that a terminal shows all of it and does nothing it says: <U+001B> for an escape character.

    Line feeds and tabs stay. Text of records and files may hold anything, also what renames or clears a terminal.
    """
    return _DRIVES_TERMINALS.sub(lambda found: f"<U+{ord(found.group()):04X}>", text)


def _one_line(text: str) -> str:
    return visible(" ".join(text.splitlines()))


def _github_line(problem: Problem, language: Language) -> str:
    """A workflow command: https://docs.github.com/en/actions/reference/workflow-commands-for-github-actions."""
    message, hint = problem.message.in_language(language), problem.hint.in_language(language)
    path = _escaped(problem.path).replace(":", "%3A").replace(",", "%2C")
    place = f"file={path},line={problem.line},col={problem.column}"
    return f"::error {place},title={problem.rule}::{_escaped(f'{message} {hint}')}"


def _escaped(text: str) -> str:
    return visible(text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A"))


def _as_json(problem: Problem, language: Language) -> dict[str, object]:
    return {
        "path": problem.path,
        "line": problem.line,
        "column": problem.column,
        "rule": problem.rule,
        "message": problem.message.in_language(language),
        "hint": problem.hint.in_language(language),
        **({"cell": problem.cell} if problem.cell else {}),
    }
