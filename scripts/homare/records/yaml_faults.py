"""Explain text that is not YAML from the line that the parser points at."""

import re
from typing import Any

from homare.problems import Problem, Text
from homare.records.line_slips import unclosed_quote

_NEEDS_QUOTES = re.compile(r"(?::|^\s*-)\s+[@`%&*!|>][^\s]")


def explain(path: str, text: str, error: Any) -> Problem:
    """Return the problem behind a yaml.YAMLError, named after the likeliest slip on the line that YAML points at."""
    lines = text.split("\n")
    line_number, column = _place(error, len(lines))
    opened = unclosed_quote(text)
    if opened and opened[0] <= line_number:
        return Problem(path, *opened, "yaml-syntax", *_OPEN_QUOTE)
    line = lines[line_number - 1]
    if _NEEDS_QUOTES.search(line) or line.count(": ") > 1:
        return Problem(path, line_number, column, "quotes-needed", _QUOTES, _quoted_hint(line))
    reason = getattr(error, "problem", None) or "unknown"
    return Problem(
        path,
        line_number,
        column,
        "yaml-syntax",
        Text("YAMLとして読めません。", f"This is not valid YAML ({reason})."),
        Text(
            "この行と前の行で、字下げ（半角空白2つ）、「項目名: 値」のコロンの後の空白、引用符やかっこの閉じ忘れを"
            "確かめてください。",
            "Check this line and the one before it: indentation (two spaces), a space after the colon, quotes and "
            "brackets that are not closed.",
        ),
    )


def _place(error: Any, last: int) -> tuple[int, int]:
    """Return line and column; of a text without end, which YAML only notices at the end of the file, its beginning."""
    marks = [getattr(error, name, None) for name in ("problem_mark", "context_mark")]
    if getattr(error, "context", None) == "while scanning a quoted scalar":
        marks.reverse()
    mark = marks[0] or marks[1]
    return (min(mark.line + 1, last), mark.column + 1) if mark else (1, 1)


def _quoted_hint(line: str) -> Text:
    """The line as it should be, to be pasted in its place."""
    start, value = re.fullmatch(r"(\s*(?:- +)*(?:[^\s:\"']+: +)?)(.*)", line).groups()  # type: ignore[union-attr]
    value = value.strip().strip('"')
    quoted = "'" + value.replace("'", "''") + "'" if '"' in value or "\\" in value else f'"{value}"'
    return Text(f"値を引用符で囲んでください: {start.strip()} {quoted}", f"Quote the value: {start.strip()} {quoted}")


_OPEN_QUOTE = (
    Text("この行で始まる引用符が閉じていません。", "The quote that begins here is not closed."),
    Text(
        "値の終わりに、はじめと同じ引用符を足してください。なくても読める値なら、はじめの引用符を消してもかまいません。",
        "Put the same quote at the end of the value, or take the first one away.",
    ),
)
_QUOTES = Text(
    "値の中に「: 」や特別な記号があり、文として読めません。",
    "The value contains “: ” or starts with a special character, so YAML cannot read it as text.",
)
