"""What a page's scripts import, so that a browser can fetch all of it at once instead of one level after the other."""

import re
from collections.abc import Iterable
from functools import cache
from pathlib import Path
from posixpath import dirname, join, normpath

_STATIC_IMPORT = re.compile(
    r'^(?:import\s+(?:[^"\n]*\sfrom\s+)?|export\s[^"\n]*\sfrom\s+|\}\s*from\s+)"(\.{1,2}/[^"]+\.js)"', re.MULTILINE
)


def imported_modules(entries: Iterable[str], docs: Path) -> list[str]:
    """Return the modules that `entries` import, directly or through others, as paths within `docs`, each once.

    The entries themselves are not among them: the page names those. A module that is not there is left out; the link
    check of the build reports it.
    """
    entries = list(entries)
    found: dict[str, None] = {}
    waiting = list(entries)
    while waiting:
        for module in _imports_of(docs / waiting[0], waiting[0]):
            if module not in found and module not in entries:
                found[module] = None
                waiting.append(module)
        waiting.pop(0)
    return list(found)


def _imports_of(file: Path, path: str) -> tuple[str, ...]:
    return _read_imports(file, path, file.stat().st_mtime_ns) if file.is_file() else ()


@cache
def _read_imports(file: Path, path: str, _changed: int) -> tuple[str, ...]:
    names = _STATIC_IMPORT.findall(file.read_text("utf-8"))
    return tuple(normpath(join(dirname(path), name)) for name in names)
