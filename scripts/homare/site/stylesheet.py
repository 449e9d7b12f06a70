"""The site's stylesheets, written in several files by concern, published as two: one for the screen, one for paper.

A page then waits for one file before it shows, and that file is without comments and needless spaces.
"""

import re
from collections.abc import Mapping

FOLDER = "assets/css/"
SCREEN, PAPER = f"{FOLDER}site.css", f"{FOLDER}print.css"
FIRST = ("tokens.css", "base.css", "homare.css")
"""The order of the general ones; those of single kinds of page follow by name."""

_STRING = r'"[^"\n]*"'
_COMMENT = re.compile(rf"({_STRING})|/\*.*?\*/", re.DOTALL)
_SPACES = re.compile(rf"({_STRING})|\s+")
_AROUND = re.compile(rf"({_STRING})|\s*([{{}};,])\s*")


def with_published_styles(files: Mapping[str, bytes]) -> dict[str, bytes]:
    """Return the files of the staged docs with the sheets under `assets/css/` replaced by the two published ones."""
    sheets = {path: content.decode() for path, content in files.items() if _is_sheet(path)}
    others = {path: content for path, content in files.items() if path not in sheets}
    screen = [sheets[path] for path in sorted(sheets, key=_place) if path != PAPER]
    published = {SCREEN: "\n".join(screen), PAPER: sheets.get(PAPER, "")}
    return others | {path: minified(css).encode() for path, css in published.items() if css}


def minified(css: str) -> str:
    """Return `css` without comments and needless spaces; strings stay as they are."""
    css = _COMMENT.sub(lambda found: found[1] or "", css)
    css = _SPACES.sub(lambda found: found[1] or " ", css)
    css = _AROUND.sub(lambda found: found[1] or found[2], css)
    return css.replace(";}", "}").strip() + "\n"


def _is_sheet(path: str) -> bool:
    return path.startswith(FOLDER) and path.endswith(".css") and "/" not in path.removeprefix(FOLDER)


def _place(path: str) -> tuple[int, str]:
    name = path.removeprefix(FOLDER)
    return (FIRST.index(name) if name in FIRST else len(FIRST), name)
