"""Index the case pages for search: a tokenised copy of each goes to Pagefind; the published HTML stays as it is."""

import html
import subprocess
import sys
import tempfile
from collections.abc import Mapping
from pathlib import Path

from selectolax.lexbor import LexborHTMLParser, LexborNode

from homare.problems import Problem, Text
from homare.site.tokens import index_text

_LEFT_OUT = "[data-pagefind-ignore], .hm-toc, .hm-cite, script, style"


def search_copy(page: str, meta: Mapping[str, str]) -> str | None:
    """Return the HTML that stands for a case page in the index, or None for a page that is not a case.

    `meta` holds what a result shows besides its excerpt (title, place, year), kept as it is, untokenised.
    """
    article = LexborHTMLParser(page).css_first("article[data-case]")
    if article is None:
        return None
    for node in article.css(_LEFT_OUT):
        node.decompose()
    for node in _text_nodes(article):
        node.replace_with(index_text(node.text_content or ""))
    shown = "".join(
        f'<i data-pagefind-meta="{name}[data-value]" data-value="{html.escape(value)}"></i>'
        for name, value in meta.items()
    )
    return f'<!doctype html><html lang="und"><body><main data-pagefind-body>{shown}{article.html}</main></body></html>'


def _text_nodes(article: LexborNode) -> list[LexborNode]:
    return [node for node in article.traverse(include_text=True) if node.tag == "-text"]


def build_index(site: Path, meta_of: Mapping[str, Mapping[str, str]]) -> list[Problem]:
    """Write the index of the case pages in `site` to `site`/pagefind. `meta_of` maps a case id to its meta fields."""
    with tempfile.TemporaryDirectory(prefix="homare-search-") as folder:
        copies = Path(folder)
        for case_id, meta in meta_of.items():
            page = site / "cases" / case_id / "index.html"
            copy = search_copy(page.read_text("utf-8"), meta) if page.is_file() else None
            if copy is None:
                return [_failed(f"cases/{case_id}/ has no case article")]
            target = copies / "cases" / case_id / "index.html"
            target.parent.mkdir(parents=True)
            target.write_text(copy, "utf-8")
        return _run_pagefind(copies, site / "pagefind")


def _run_pagefind(copies: Path, output: Path) -> list[Problem]:
    command = [sys.executable, "-m", "pagefind", "--site", str(copies), "--output-path", str(output)]
    done = subprocess.run([*command, "--force-language", "und"], capture_output=True, text=True, check=False)
    return [_failed(done.stderr.strip() or done.stdout.strip())] if done.returncode else []


def _failed(reason: str) -> Problem:
    return Problem(
        "site/pagefind",
        1,
        1,
        "search-index",
        Text(f"検索の索引を作れませんでした: {reason}", f"The search index could not be made: {reason}"),
        Text(
            "`make site` で道具を入れ直してから、もう一度実行してください。",
            "Reinstall the tools with `make site` and run again.",
        ),
    )
