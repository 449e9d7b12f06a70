"""What of a site needs no record: the hand-written pages and the frame of all others, which MkDocs makes.

Imports nothing that reads records, so that a process can do this while another one loads what does.
"""

from collections.abc import Iterator
from pathlib import Path

from homare.problems import Problem, Text
from homare.records.decoding import decode_utf8
from homare.site.content import BUILD, DOCS, SITE
from homare.site.frame import Frame
from homare.site.mkdocs_run import run_mkdocs
from homare.site.scripts import with_published_scripts
from homare.site.staging import links_out_of, stage, written_by_hand
from homare.site.stylesheet import with_published_styles

_TEXTS = (".md", ".css", ".js", ".html", ".svg", ".xml", ".json", ".txt")
Framed = tuple[Frame | None, list[Problem]]
"""The frame of the pages that homare makes, or None, and the problems."""


def begin_site(root: Path, folder: Path) -> Framed:
    """Make the hand-written pages of the project at `root` in `folder`; returns the frame of all others.

    Raises OSError when the disk refuses.
    """
    docs = root / BUILD / DOCS
    source = root / "docs"
    problems = [_leads_out(path) for path in links_out_of(source)]
    if problems:  # not even read: it may be anything on this machine
        return None, problems
    found = written_by_hand(source)
    problems = [problem for path, content in found.items() for problem in _problems_of(path, content)]
    if problems:
        return None, problems
    by_hand = with_published_scripts(with_published_styles(found))
    stage(by_hand, docs)
    return run_mkdocs(root / "mkdocs.yml", docs, folder / SITE, by_hand)


def _leads_out(path: str) -> Problem:
    message = Text("docs の外のファイルへのリンクです。", "It is a link to a file outside docs/.")
    hint = Text("リンクを消して、ファイルそのものを置いてください。", "Put the file itself there in place of the link.")
    return Problem(_shown(path), 1, 1, "page-not-built", message, hint)


def _problems_of(path: str, content: bytes) -> Iterator[Problem]:
    """Yield what keeps a file from being read, or from having an address."""
    if not path.isprintable():  # bytes that are not UTF-8 among them, as some programs unpack names
        message = Text(f"ファイルの名前を読めません: {path!a}", f"The name cannot be read: {path!a}")
        hint = Text("名前を半角の英数字に変えてください。", "Rename it with Latin letters and digits.")
        yield Problem(_shown(path), 1, 1, "page-not-built", message, hint)
    elif path.endswith(_TEXTS):
        yield from decode_utf8(_shown(path), content)[1]


def _shown(path: str) -> str:
    """Return what a file of docs/ is called in messages; bytes that no terminal can show are written as numbers."""
    shown = f"docs/{path}"
    return shown if path.isprintable() else ascii(shown)
