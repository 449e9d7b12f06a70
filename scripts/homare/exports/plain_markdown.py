"""Record text in the Markdown files that people take away: read as it stands, so escaped with backslashes."""

import re

_SPECIAL = re.compile(r"[\\`*_{}\[\]<>#|~^$&]")
_LINE_START = re.compile(r"(\s*)([-+=:]|\d+(?=[.)]))")


def escaped(text: str) -> str:
    """Return `text` on one line, with a backslash before everything that Markdown would take for a mark."""
    marked = _SPECIAL.sub(_with_backslash, text.replace("\n", " "))
    start = _LINE_START.match(marked)
    return _at_line_start(start) + marked[start.end() :] if start else marked


def _with_backslash(found: re.Match[str]) -> str:
    return f"\\{found[0]}"


def _at_line_start(found: re.Match[str]) -> str:
    """A number makes a list by the sign behind it, which takes the backslash: `1\\.`."""
    return f"{found[1]}{found[2]}\\" if found[2][0].isdigit() else f"{found[1]}\\{found[2]}"
