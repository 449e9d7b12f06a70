"""Slips of the hand that YAML takes for something else: named, and set right so that the rest can be read too."""

import re
from collections.abc import Callable, Iterator
from typing import NamedTuple

from homare.problems import Problem, Text
from homare.rule_names import RuleName

_DASHES = re.compile(r" *(?:- +)*")
_OPENS_BLOCK = re.compile(r"(?:^|:\s+)[>|][-+\d]*\s*(?:#.*)?$")
_OPENS_QUOTE = re.compile(r"""(?:[\w-]+:\s+)?(?P<text>"(?:[^"\\]|\\.)*\\?|'(?:[^']|'')*)$""")
_AFTER_A_VALUE = re.compile(r"\s*(?:#|$)")
_CLOSES = {'"': re.compile(r'(?:[^"\\]|\\.)*"'), "'": re.compile(r"(?:[^']|'')*'(?!')")}


class _Slip(NamedTuple):
    """A slip: how it looks, what to write in its place, and what to tell the editor."""

    pattern: re.Pattern[str]
    replace: Callable[[re.Match[str]], str]
    rule: RuleName
    message: Text
    hint: Text


def set_right(path: str, text: str) -> tuple[str, list[Problem]]:
    """Return `text` with its slips set right by the likeliest reading, and a problem for each.

    The lines keep their numbers; what stands inside quotes or a block (`>-`) is left alone.
    """
    if not _MAY_SLIP.search(text):
        return text, []
    lines = text.split("\n")
    problems = []
    for index in _structural(lines):
        for slip in _SLIPS:
            found = slip.pattern.match(lines[index])
            if found:
                problems.append(Problem(path, index + 1, found.start("slip") + 1, slip.rule, slip.message, slip.hint))
                lines[index] = slip.replace(found) + lines[index][found.end() :]
    return "\n".join(lines), problems


def _structural(lines: list[str]) -> Iterator[int]:
    """Yield the indexes of the lines that hold keys and list items: all but the inside of a quoted or block text.

    A line is looked at again after it was yielded, because the caller may have set it right.
    """
    quote, block = "", -1
    for index in range(len(lines)):
        line = lines[index]
        if quote:
            quote = "" if _CLOSES[quote].match(line) else quote
            continue
        if block >= 0 and (not line.strip() or len(line) - len(line.lstrip(" ")) > block):
            continue
        if not line.strip() or line.lstrip().startswith("#"):
            continue
        yield index
        dashes = _DASHES.match(lines[index])
        assert dashes is not None
        rest = lines[index][dashes.end() :]
        block = -1
        if _OPENS_BLOCK.search(rest):
            block = dashes.group().rfind("-") if rest[0] in ">|" else dashes.end()
        elif opened := _OPENS_QUOTE.match(rest):
            quote = opened["text"][0]


def unclosed_quote(text: str) -> tuple[int, int] | None:
    """Return the line and column of the first quote at the head of a value that its writer forgot to close, or None.

    A text may run over lines; but where the next quote stands amid another line, it was that line's own.
    """
    lines = text.split("\n")
    for index in _structural(lines):
        dashes = _DASHES.match(lines[index])
        assert dashes is not None
        opened = _OPENS_QUOTE.match(lines[index], dashes.end())
        if opened:
            closes = _CLOSES[opened["text"][0]]
            ends = ((line, closes.match(line)) for line in lines[index + 1 :])
            last = next((line[end.end() :] for line, end in ends if end), None)
            if last is None or not _AFTER_A_VALUE.match(last):
                return index + 1, opened.start("text") + 1
    return None


_SLIPS = (
    _Slip(
        re.compile(r"[^\S\t]*(?P<slip>\t)\s*"),
        lambda found: found.group().replace("\t", "  "),
        "tab-indent",
        Text("字下げにタブが使われています。", "A tab is used for indentation."),
        Text("タブを半角の空白2つに置きかえてください。", "Replace it by two spaces."),
    ),
    _Slip(
        re.compile(r" *(?P<slip>[^\S \t])\s*"),
        lambda found: re.sub(r"[^ ]", "  ", found.group()),
        "wide-space-indent",
        Text("字下げに全角の空白が使われています。", "A full-width space is used for indentation."),
        Text("半角の空白に置きかえてください。", "Replace it by ASCII spaces."),
    ),
    _Slip(
        re.compile(r"\s*(?:[^\s\"'#：:\[{-][^\s\"'#：:]{0,29}|- +[a-z_]+)(?P<slip>：)\s*"),
        lambda found: found.group().rstrip()[:-1] + ": ",
        "wide-colon",
        Text("項目名の後ろのコロンが全角の「：」です。", "The colon after the key is full-width (：)."),
        Text("半角のコロンと空白「: 」にしてください。", "Write an ASCII colon and a space (“: ”)."),
    ),
    _Slip(
        re.compile(r"\s*(?:- +)?[a-z][a-z_]*(?P<slip>:)(?=[^\s/:])"),
        lambda found: found.group() + " ",
        "no-space-after-colon",
        Text("項目名のコロンの後ろに空白がありません。", "There is no space after the key's colon."),
        Text("コロンの後ろに半角の空白を1つ入れてください（項目名: 値）。", "Put a space after the colon."),
    ),
)

_MAY_SLIP = re.compile(
    r"""^(?:[^\S\n]*\t
        |[ ]*[^\S\ \t\n]
        |[^\S\n]*(?:[^\s"'\#：:\[{-][^\s"'\#：:]{0,29}|-[ ]+[a-z_]+)：
        |[ ]*(?:-[ ]+)?[a-z][a-z_]*:[^\s/:])""",
    re.MULTILINE | re.VERBOSE,
)
"""Finds at least every line that one of the slips fits: most files have none, and one search says so."""
