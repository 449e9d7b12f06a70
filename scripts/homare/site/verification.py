"""Check a built site before it is published: every internal link, anchor and asset must lead somewhere.

MkDocs' strict mode is not enough: with `-q` it exits 0 on broken links, and it does not see links in raw HTML.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path, PurePosixPath
from posixpath import normpath
from urllib.parse import unquote, urlsplit

from selectolax.lexbor import LexborHTMLParser

from homare.problems import Problem, Text

_REFERENCES = {
    "a": "href",
    "link": "href",
    "area": "href",
    "script": "src",
    "img": "src",
    "source": "src",
    "form": "action",
}


@dataclass(frozen=True)
class BuiltPage:
    """What a page offers and asks for: its ids, and the addresses that it refers to."""

    ids: frozenset[str]
    references: tuple[str, ...]
    foreign: tuple[str, ...]


def read_page(html: str) -> BuiltPage:
    """Return the ids and references of a page; `foreign` are assets that a browser would fetch from another host."""
    tree = LexborHTMLParser(html)
    references, foreign = [], []
    for tag, attribute in _REFERENCES.items():
        for node in tree.css(f"{tag}[{attribute}]"):
            address = node.attributes[attribute] or ""
            if tag == "link" and node.attributes.get("rel") in ("canonical", "alternate"):
                continue
            if urlsplit(address).scheme or address.startswith("//"):
                if tag not in ("a", "area") and not address.startswith("data:"):
                    foreign.append(address)
            else:
                references.append(address)
    ids = frozenset(node.attributes["id"] or "" for node in tree.css("[id]"))
    return BuiltPage(ids, tuple(references), tuple(foreign))


def verify(site: Path, base_path: str) -> list[Problem]:
    """Return a problem for each broken link or anchor and each foreign asset of the pages under `site`.

    `base_path` is the path of the site's address ("/" or "/homare/"): only the 404 page links with it.
    """
    files = {path.relative_to(site).as_posix() for path in site.rglob("*") if path.is_file()}
    pages = {name: read_page((site / name).read_text("utf-8")) for name in sorted(files) if name.endswith(".html")}
    found = [problem for name in pages for problem in _problems_of(name, pages, files, base_path)]
    return _once_each(found)


def _once_each(found: list[Problem]) -> list[Problem]:
    """A fault of the theme stands on every page: report it once, with the number of pages."""
    pages_with: dict[tuple[str, str], list[Problem]] = {}
    for problem in found:
        asset = problem.message.en.replace("../", "").replace(" /", " ")
        pages_with.setdefault((problem.rule, asset), []).append(problem)
    return [_with_count(same) for same in pages_with.values()]


def _with_count(same: list[Problem]) -> Problem:
    first, others = same[0], len(same) - 1
    if not others:
        return first
    message = Text(f"{first.message.ja}（ほか{others}ページも同じ）", f"{first.message.en} (and {others} more pages)")
    return replace(first, message=message)


def _problems_of(name: str, pages: Mapping[str, BuiltPage], files: set[str], base_path: str) -> Iterator[Problem]:
    for address in pages[name].foreign:
        yield _problem(name, "foreign-request", f"ほかのサイトのファイルを読み込みます: {address}", f"loads {address}")
    for address in pages[name].references:
        parts = urlsplit(address)
        target = _target(name, unquote(parts.path), base_path)
        if target not in files:
            yield _problem(name, "broken-link", f"リンク先がありません: {address}", f"broken link: {address}")
        elif parts.fragment and target in pages and unquote(parts.fragment) not in pages[target].ids | {"__top"}:
            yield _problem(name, "broken-anchor", f"リンク先の見出しがありません: {address}", f"no anchor: {address}")


def _target(name: str, path: str, base_path: str) -> str:
    if not path:
        return name
    if path.startswith("/"):
        found = normpath(path.removeprefix(base_path.rstrip("/"))).lstrip("/") or "."
    else:
        found = normpath(str(PurePosixPath(name).parent / path))
    is_folder = path.endswith(("/", "..")) or found == "."
    return normpath(f"{found}/index.html") if is_folder else found


def _problem(name: str, rule: str, ja: str, en: str) -> Problem:
    hint = Text(
        "このページのもとになった記録か docs のファイルを直してください。",
        "Correct the record or the file in docs/ that this page is made from.",
    )
    return Problem(f"site/{name}", 1, 1, rule, Text(f"{ja}。", f"{en}."), hint)
