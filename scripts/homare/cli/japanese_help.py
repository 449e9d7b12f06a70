"""`--help` in Japanese: the few words that click itself puts around what the commands say."""

import re
from collections.abc import Iterable

import click

_WORDS = {
    "Options": "指定",
    "Commands": "命令",
    "Show this message and exit.": "この説明を出す",
    "required": "省けない",
}
_EXTRAS = re.compile(r"\[([^\[\]]+)\]$")
"""What click says of an option after its own sentence: [default: 8000; 1<=x<=65535]."""
_DEFAULT, _RANGE = re.compile(r"default: (.*)"), re.compile(r"(\d+)<=x<=(\d+)")


class JapaneseHelp(click.HelpFormatter):
    """Writes help as click does, with Japanese headings and marks."""

    def write_usage(self, prog: str, args: str = "", prefix: str | None = None) -> None:
        """Write how the command is written."""
        super().write_usage(prog, args, prefix or "書き方: ")

    def write_heading(self, heading: str) -> None:
        """Write the heading of a list."""
        super().write_heading(_WORDS.get(heading, heading))

    def write_dl(self, rows: Iterable[tuple[str, str]], col_max: int = 30, col_spacing: int = 2) -> None:
        """Write a list of options or commands with what each does."""
        super().write_dl([(name, _in_japanese(text)) for name, text in rows], col_max, col_spacing)


class HelpContext(click.Context):
    """The context of a command whose help is in Japanese."""

    formatter_class = JapaneseHelp


def _in_japanese(text: str) -> str:
    extras = _EXTRAS.search(text)
    if extras is None:
        return _WORDS.get(text, text)
    return text[: extras.start()] + f"[{'、'.join(map(_extra, extras[1].split('; ')))}]"


def _extra(said: str) -> str:
    if found := _DEFAULT.fullmatch(said):
        return f"省くと {found[1]}"
    if found := _RANGE.fullmatch(said):
        return f"{found[1]}から{found[2]}まで"
    return _WORDS.get(said, said)
