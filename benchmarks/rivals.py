"""The generators that `make bench` compares with, and what each needs to build the same Markdown pages.

MkDocs + Material is always there. Hugo and Zensical are where `make .venv-rivals/.done` could install them
(requirements-rivals.lock), or Hugo where it is on the path; a bench goes on without them.
"""

import shutil
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
MKDOCS = Path(sys.executable).with_name("mkdocs")
OWN = ROOT / ".venv-rivals" / "bin"

AS_DOCUMENTED = """\
site_name: bench
docs_dir: docs
theme: {name: material, language: ja}
plugins: [search, tags]
nav: [index.md, themes.md, methods.md, regions.md, awards.md]
validation: {omitted_files: ignore, absolute_links: ignore, unrecognized_links: ignore, not_found: ignore}
markdown_extensions:
  - abbr
  - admonition
  - attr_list
  - def_list
  - footnotes
  - md_in_html
  - tables
  - toc: {permalink: true}
  - pymdownx.details
  - pymdownx.superfences
  - pymdownx.tabbed: {alternate_style: true}
  - pymdownx.tasklist
  - pymdownx.emoji
"""
"""Material as its documentation suggests, cases out of the navigation."""
LEAN = """\
site_name: bench
docs_dir: docs
theme: {name: material, language: ja, font: false}
plugins: []
nav: [index.md]
validation: {omitted_files: ignore, absolute_links: ignore, unrecognized_links: ignore, not_found: ignore}
markdown_extensions: [attr_list, md_in_html, tables, toc]
"""
HUGO = """\
baseURL: https://homare.example/
languageCode: ja
title: bench
disableKinds: [taxonomy, term, RSS]
markup: {goldmark: {renderer: {unsafe: true}, parser: {attribute: {title: true, block: true}}}}
"""
HUGO_LAYOUT = """\
<!doctype html>
<html lang="ja"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1">
<title>{{ .Title }}｜{{ site.Title }}</title><meta name="description" content="{{ .Params.description }}">
<link rel="canonical" href="{{ .Permalink }}"></head>
<body><header><a href="/">{{ site.Title }}</a><nav><a href="/themes/">テーマ</a> <a href="/methods/">手法</a>
<a href="/regions/">地域</a> <a href="/awards/">年度</a></nav></header>
<nav>{{ range .Params.breadcrumb }}<a href="{{ .url }}">{{ .label }}</a> {{ end }}</nav>
<main>{{ .TableOfContents }}{{ .Content }}</main><footer>{{ site.Title }}</footer></body></html>
"""
"""A page with head, menu, breadcrumb and contents: about what an own theme has, far less than Material's."""


@dataclass(frozen=True)
class Rival:
    """A generator: its name in the table, the command, where it runs, and what an earlier run has left there."""

    name: str
    command: tuple[str | Path, ...]
    folder: Path
    leftovers: tuple[Path, ...]


def rivals(place: Path, docs: Path) -> Iterator[Rival]:
    """Yield the generators that are here, each ready to build `docs` in a folder below `place`; MkDocs comes first."""
    settings = {"documented": AS_DOCUMENTED, "lean": LEAN}
    names = {
        "documented": "MkDocs + Material as documented, its search",
        "lean": "MkDocs + Material lean, no search",
    }
    for key, text in settings.items():
        folder = _project(place / key, docs, "mkdocs.yml", text)
        yield Rival(names[key], (MKDOCS, "build", "-q"), folder, (folder / "site",))
    if zensical := _found("zensical"):
        folder = _project(place / "zensical", docs, "mkdocs.yml", LEAN)
        yield Rival("Zensical lean", (zensical, "build", "-c"), folder, (folder / "site", folder / ".cache"))
    if hugo := _found("hugo"):
        folder = _hugo_project(place / "hugo", docs)
        yield Rival("Hugo, a small layout of its own", (hugo, "--quiet"), folder, (folder / "public",))


def on_plain_pages(place: Path, cases: Sequence[Path]) -> Rival:
    """Return MkDocs + Material as documented on plain Markdown pages, which tells how fast a machine is just now.

    `cases` are pages of 3 to 4 KB that have no markup of ours, with lists of 100 of them as often as there are in the
    measurements that our goals come from: MkDocs took 2.47, 16.5 and 178 s there for 100, 1,000 and 10,000 cases.
    """
    docs = place / "plain-docs"
    pages = [f"cases/{number}.md" for number in range(len(cases))]
    for page, case in zip(pages, cases, strict=True):
        _write(docs / page, case.read_text("utf-8"))
    lists = [f"lists/{start}.md" for start in range(0, len(pages), 10)]
    for start, page in zip(range(0, len(pages), 10), lists, strict=True):
        rows = "".join(f"| [{case}](../{case}) | 取組 |\n" for case in pages[start : start + 100])
        _write(docs / page, f"# 一覧\n\n| 事例 | 何か |\n| --- | --- |\n{rows}")
    for page in ("index.md", "themes.md", "methods.md", "regions.md", "awards.md"):
        _write(docs / page, "# 見出し\n")
    folder = _project(place / "plain", docs, "mkdocs.yml", AS_DOCUMENTED)
    return Rival("MkDocs + Material as documented, plain pages", (MKDOCS, "build", "-q"), folder, (folder / "site",))


def _write(page: Path, text: str) -> None:
    page.parent.mkdir(parents=True, exist_ok=True)
    page.write_text(text, "utf-8")


def _found(name: str) -> Path | None:
    """Return the program `name`; of Hugo the binary itself, not the Python script that starts it."""
    own = [*OWN.parent.glob(f"lib/python*/site-packages/{name}/binaries/{name}"), OWN / name]
    there = next((str(path) for path in own if path.is_file()), None) or shutil.which(name)
    return Path(there) if there else None


def _project(folder: Path, docs: Path, settings: str, text: str) -> Path:
    folder.mkdir(parents=True)
    shutil.copytree(docs, folder / "docs")  # Zensical refuses a link that leads out of the project
    (folder / settings).write_text(text, "utf-8")
    return folder


def _hugo_project(folder: Path, docs: Path) -> Path:
    """Hugo takes a folder's index.md for a page without pages below it; where there are some it must be _index.md."""
    for page in docs.rglob("*.md"):
        own = page.parent if page.stem == "index" else page.with_suffix("")
        inner = own.is_dir() and any(other != page for other in own.rglob("*.md"))
        target = folder / "content" / own.relative_to(docs) / ("_index.md" if inner else "index.md")
        target.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(page, target)
    (folder / "layouts").mkdir()
    (folder / "layouts" / "all.html").write_text(HUGO_LAYOUT, "utf-8")
    (folder / "hugo.yaml").write_text(HUGO, "utf-8")
    return folder
