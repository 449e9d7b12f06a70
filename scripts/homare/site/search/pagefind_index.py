"""The Pagefind index of the case pages, and which of its page numbers is which case."""

import html
import json
import subprocess
import sys
import tempfile
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

from homare.problems import Problem, Text
from homare.site.search.case_text import Section
from homare.site.search.chunks import cut_chunks, read_packed
from homare.site.search.tokens import index_word, tokens

FOLDER = "pagefind"
BREAK = "¶"
"""Stands between blocks, so that no phrase runs from one into the next."""
_UNUSED = ("pagefind-*ui*", "pagefind-highlight.js", "pagefind-worker.js", "fragment/*", "fragment")
"""Parts of Pagefind that the site never asks for: its own interfaces, and the copies that its excerpts come from."""


def search_copy(sections: Sequence[Section]) -> str:
    """Return the HTML that stands for a case page in the index: its tokens as words."""
    words = " ".join(index_word(token) for token in page_tokens(sections))
    return f'<!doctype html><html lang="und"><body><main data-pagefind-body>{html.escape(words)}</main></body></html>'


def page_tokens(sections: Iterable[Section]) -> list[str]:
    """Return the tokens of a page, with a BREAK after each block."""
    return [token for section in sections for block in section.blocks for token in [*tokens(block), BREAK]]


def build_index(texts: Mapping[str, Sequence[Section]], site: Path) -> tuple[dict[str, str], list[Problem]]:
    """Write the index of `texts` (case id → sections) to `site`/pagefind; returns page key of Pagefind → case id."""
    with tempfile.TemporaryDirectory(prefix="homare-search-") as folder:
        for case_id, sections in texts.items():
            target = Path(folder) / case_id / "index.html"
            target.parent.mkdir()
            target.write_text(search_copy(sections), "utf-8")
        problems = _run_pagefind(Path(folder), site / FOLDER)
    if problems:
        return {}, problems
    try:
        keys = _page_keys(site / FOLDER)
        cut_chunks(site / FOLDER)
    except ValueError as error:
        return {}, [_failed(str(error))]
    _drop_unused(site / FOLDER)
    return keys, []


def _run_pagefind(copies: Path, output: Path) -> list[Problem]:
    command = [sys.executable, "-m", "pagefind", "--site", str(copies), "--output-path", str(output)]
    done = subprocess.run([*command, "--force-language", "und"], capture_output=True, text=True, check=False)
    return [_failed(done.stderr.strip() or done.stdout.strip())] if done.returncode else []


def _page_keys(index: Path) -> dict[str, str]:
    keys = {}
    for path in sorted((index / "fragment").glob("*.pf_fragment")):
        fragment = json.loads(read_packed(path))
        keys[path.stem] = fragment["url"].strip("/")
    return keys


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
