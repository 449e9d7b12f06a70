"""Record text in the Markdown files that people take away: read as it stands, so escaped with backslashes."""

import re

_SPECIAL = re.compile(r"[\\`*_{}\[\]<>#|~^$&]")
_LINE_START = re.compile(r"^(\s*)([-+=:]|\d+(?=[.)]))")


def escaped(text: str) -> str:
    """Return `text` on one line, with a backslash before everything that Markdown would take for a mark."""
    one_line = " ".join(text.split("\n"))
    marked = _SPECIAL.sub(lambda found: f"\\{found[0]}", one_line)
    return _LINE_START.sub(_at_line_start, marked)


def _at_line_start(found: re.Match[str]) -> str:
    """A number makes a list by the sign behind it, which takes the backslash: `1\\.`."""
    return f"{found[1]}{found[2]}\\" if found[2][0].isdigit() else f"{found[1]}\\{found[2]}"
