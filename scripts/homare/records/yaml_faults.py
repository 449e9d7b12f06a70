"""Explain text that is not YAML, or only by accident, from the source line: tabs, full-width colons, missing quotes."""

import re
from collections.abc import Iterator
from typing import Any

from homare.problems import Problem, Text

_WIDE_COLON_KEY = re.compile(r"^\s*(?:- )?[^\s\"'#：:]{1,30}：")
_TRAILING_COMMENT = re.compile(r"^\s*(?:- )?(?:[\w-]+:\s+)?(?P<value>[^\s\"'#\[{|>&*!%@`][^\"]*?)\s+#")
_NEEDS_QUOTES = re.compile(r":\s+[@`%&*!|>][^\s]")


def faults_in_lines(path: str, text: str) -> Iterator[Problem]:
    """Yield the faults that YAML itself would accept or misread: tabs, wide spaces as indent, text cut off by ` #`."""
    inside_block = None
    for number, line in enumerate(text.split("\n"), start=1):
        indent = len(line) - len(line.lstrip(" "))
        if inside_block is not None and (not line.strip() or indent > inside_block):
            continue
        inside_block = indent if re.search(r":\s+[>|][+-]?\s*$", line) else None
        lead = re.match(r"[ \t\u3000]*", line)
        assert lead is not None
        if "\t" in lead.group():
            yield Problem(path, number, line.index("\t") + 1, "tab-indent", _TAB, _TAB_HINT)
        elif "\u3000" in lead.group():
            yield Problem(path, number, line.index("\u3000") + 1, "wide-space-indent", _WIDE_SPACE, _WIDE_SPACE_HINT)
        elif (found := _TRAILING_COMMENT.match(line)) and not line.lstrip().startswith("#"):
            yield Problem(path, number, found.end(), "cut-by-comment", _COMMENT, _COMMENT_HINT)
        elif (found := _WIDE_COLON_KEY.match(line)) and not line.lstrip().startswith(("#", "- ")):
            yield Problem(path, number, found.end(), "wide-colon", _WIDE_COLON, _WIDE_COLON_HINT)


def explain(path: str, text: str, error: Any) -> Problem:
    """Return the problem behind a yaml.YAMLError, named after the likeliest slip on the line that YAML points at."""
    mark = getattr(error, "problem_mark", None) or getattr(error, "context_mark", None)
    line_number, column = (mark.line + 1, mark.column + 1) if mark else (1, 1)
    lines = text.split("\n")
    line = lines[min(line_number, len(lines)) - 1]
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


def _quoted_hint(line: str) -> Text:
    key, _, value = line.partition(": ")
    suggestion = f'{key}: "{value.strip()}"'.replace('""', '"')
    return Text(f"値を引用符で囲んでください: {suggestion.strip()}", f"Quote the value: {suggestion.strip()}")


_TAB = Text("字下げにタブが使われています。", "A tab is used for indentation.")
_TAB_HINT = Text("タブを半角の空白2つに置きかえてください。", "Replace it by two spaces.")
_WIDE_SPACE = Text("字下げに全角の空白が使われています。", "A full-width space is used for indentation.")
_WIDE_SPACE_HINT = Text("半角の空白に置きかえてください。", "Replace it by ASCII spaces.")
_COMMENT = Text(
    "「 #」から後ろは注釈とみなされ、文がここで切れます。",
    "Everything after “ #” is a comment, so the text is cut off here.",
)
_COMMENT_HINT = Text(
    '#を文に含めるなら値全体を引用符（""）で囲みます。注釈なら前の行に移してください。',
    'Put the whole value in quotes ("") if # belongs to the text; move a comment to a line of its own.',
)
_WIDE_COLON = Text("項目名の後ろのコロンが全角の「：」です。", "The colon after the key is full-width (：).")
_WIDE_COLON_HINT = Text("半角のコロンと空白「: 」にしてください。", "Write an ASCII colon and a space (“: ”).")
_QUOTES = Text(
    "値の中に「: 」や特別な記号があり、文として読めません。",
    "The value contains “: ” or starts with a special character, so YAML cannot read it as text.",
)
