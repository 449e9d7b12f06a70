"""The Pagefind index of the case pages."""

import html
import subprocess
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from pagefind_bin import get_executable

from homare.problems import Problem, Text
from homare.site.search.case_text import BEHIND_THE_TEXT, Section
from homare.site.search.chunks import refine
from homare.site.search.tokens import index_word, tokens_of_normalised

FOLDER = "pagefind"
_BREAK = "¶"
"""Stands after each block, so that no phrase runs from one into the next."""
_UNUSED = ("pagefind-*ui*", "pagefind-highlight.js", "pagefind-worker.js", "fragment/*", "fragment")
"""Parts of Pagefind that the site never asks for: its own interfaces, and the copies that its excerpts come from."""


@dataclass(frozen=True)
class PageWords:
    """The text of a case as words of the index, a BREAK after each block; `length` of them stand before the notes."""

    words: list[str]
    length: int


def page_words(sections: Iterable[Section]) -> PageWords:
    """Return the words of a case page."""
    words: list[str] = []
    length = 0
    for section in sections:
        lines = (f"{line}\n{_BREAK}\n" for line in section.normalised.split("\n") if section.blocks)
        words += map(index_word, tokens_of_normalised("".join(lines)))
        if section.anchor not in BEHIND_THE_TEXT:
            length = len(words)
    return PageWords(words, length)


def search_copy(page: PageWords) -> str:
    """Return the HTML that stands for a case page in the index: its tokens as words."""
    words = " ".join(page.words)
    return f'<!doctype html><html lang="und"><body><main data-pagefind-body>{html.escape(words)}</main></body></html>'


def build_index(names: Sequence[str], copies: Path, site: Path, mark: str) -> list[Problem]:
    """Write the index of the folder `copies` (<case id>.html) to `site`/pagefind.

    `names` are the ids in the order of the cases; a page bears as name the `mark` of the library and its place in
    them: 「1f2e3d4c/12」.
    """
    problems = _run_pagefind(copies, site / FOLDER)
    if problems:
        return problems
    try:
        refine(site / FOLDER, {case_id: f"{mark}/{place}" for place, case_id in enumerate(names)})
    except (ValueError, KeyError) as error:
        return [_failed(str(error))]
    _drop_unused(site / FOLDER)
    return []


def _run_pagefind(copies: Path, output: Path) -> list[Problem]:
    command = [get_executable(), "--site", copies, "--output-path", output]
    done = subprocess.run([*command, "--force-language", "und"], capture_output=True, text=True, check=False)
    return [_failed(done.stderr.strip() or done.stdout.strip())] if done.returncode else []


def _drop_unused(index: Path) -> None:
    for pattern in _UNUSED:
        for path in sorted(index.glob(pattern)):
            path.rmdir() if path.is_dir() else path.unlink()


def _failed(reason: str) -> Problem:
    return Problem(
        f"site/{FOLDER}",
        1,
        1,
        "search-index",
        Text(f"検索の索引を作れませんでした: {reason}", f"The search index could not be made: {reason}"),
        Text(
            "`make site` で道具を入れ直してから、もう一度実行してください。",
            "Reinstall the tools with `make site` and run again.",
        ),
    )
