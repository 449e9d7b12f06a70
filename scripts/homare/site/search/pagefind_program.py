"""Pagefind itself: what of it runs in the browser, and how it indexes a few pages.

Pagefind indexes all pages anew each time, which takes most of a large build. Its index is a plain list of what stands
where, so we write that ourselves, from what each page brings; Pagefind only has to prove that it would have written
the same.
"""

import html
import json
import subprocess
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from pagefind_bin import get_executable

from homare.problems import Problem, Text
from homare.site.search.index_layout import read_values

FOLDER = "pagefind"
TO_DO = Text(
    "homare build --full で作りなおしてください。それでも同じなら `make site` で道具を入れ直してください。",
    "Build again with homare build --full; if that does not help, reinstall the tools with `make site`.",
)
"""What to do about an index that is not as it should be."""
_RUNS = ("pagefind.js", "wasm.unknown.pagefind")
_ENTRY = "pagefind-entry.json"


@dataclass(frozen=True)
class Pagefind:
    """What runs in the browser: `files`, name → content, and the `entry` that names the index."""

    files: Mapping[str, bytes]
    entry: Mapping[str, Any]

    @property
    def version(self) -> str:
        """The version that reads the index."""
        return str(self.entry["version"])

    def entry_file(self, name: str, pages: int) -> tuple[str, bytes]:
        """Return name and content of the file by which the browser finds the index `name` of so many pages."""
        [(language, about)] = self.entry["languages"].items()
        languages = {language: {**about, "hash": name, "page_count": pages}}
        return _ENTRY, json.dumps({**self.entry, "languages": languages}, separators=(",", ":")).encode()


@dataclass(frozen=True)
class IndexValues:
    """An index as plain values, whatever files it is cut into: the number of words of each page, entries, the rest."""

    lengths: list[int]
    entries: list[Any]
    rest: list[Any]


def pagefind(pages: Iterable[Iterable[str]], folder: Path) -> tuple[Pagefind | None, list[Problem]]:
    """Let Pagefind index pages of these words into `folder`/pagefind, and return what it puts there for the browser.

    None, with the problem, when it cannot be run. Raises OSError when the disk refuses.
    """
    copies, output = folder / "copies", folder / FOLDER
    copies.mkdir()
    for number, words in enumerate(pages):
        (copies / f"{number}.html").write_text(_page(words), "utf-8")
    command = [get_executable(), "--site", copies, "--output-path", output]
    done = subprocess.run([*command, "--force-language", "und"], capture_output=True, text=True, check=False)
    if done.returncode:
        return None, [failed(done.stderr.strip() or done.stdout.strip())]
    files = {name: (output / name).read_bytes() for name in _RUNS}
    return Pagefind(files, json.loads((output / _ENTRY).read_bytes())), []


def _page(words: Iterable[str]) -> str:
    text = html.escape(" ".join(words))
    return f'<!doctype html><html lang="und"><body><main data-pagefind-body>{text}</main></body></html>'


def index_values(index: Path) -> IndexValues:
    """Return what the index in the folder `index` holds.

    Raises OSError, ValueError, LookupError or StopIteration when its layout is not as known.
    """
    _, pages, files, *rest = read_values(next(index.glob("*.pf_meta")))
    entries = [entry for *_, name in files for entry in read_values(index / "index" / f"{name}.pf_index")[0]]
    in_order = [[word, rows, sorted(forms)] for word, rows, forms in entries]  # Pagefind has the forms in any order
    return IndexValues([words for _, words in pages], in_order, rest)


def failed(reason: str) -> Problem:
    """Return the problem that the index could not be made."""
    return Problem(
        f"site/{FOLDER}",
        1,
        1,
        "search-index",
        Text(f"検索の索引を作れませんでした: {reason}", f"The search index could not be made: {reason}"),
        TO_DO,
    )
