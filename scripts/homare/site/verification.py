"""Check a built site before it is published: every internal link, anchor and asset must lead somewhere.

MkDocs' strict mode is not enough: with `-q` it exits 0 on broken links, and it does not see links in raw HTML.
"""

import os
from collections.abc import Iterator, Mapping
from dataclasses import replace
from itertools import chain
from pathlib import Path
from posixpath import normpath
from urllib.parse import unquote

from homare.problems import Problem, Text
from homare.rule_names import RuleName
from homare.site.packed_page import PackedPage, packed_page
from homare.site.page_reading import BuiltPage, read_page


def verify(
    site: Path,
    base_path: str,
    known: Mapping[str, PackedPage] | None = None,
    shells: Mapping[str, BuiltPage] | None = None,
) -> list[Problem]:
    """Return a problem for each broken link or anchor and each foreign asset of the pages under `site`.

    `base_path` is the path of the site's address ("/" or "/homare/"): only the 404 page links with it. `known` are
    pages by their paths that need not be read again, and `shells` what several of them have in common, under the path
    of one of them. Raises OSError when one cannot be read.
    """
    files, known = _files_in(site), known or {}
    pages = {
        name: known.get(name) or packed_page(read_page((site / name).read_text("utf-8")))
        for name in sorted(files)
        if name.endswith(".html")
    }
    unpacked = ((name, page.unpacked()) for name, page in pages.items())
    looked_at = chain(unpacked, (shells or {}).items())
    return _once_each(
        [problem for name, page in looked_at for problem in _problems_of(name, page, pages, files, base_path)]
    )


def _files_in(site: Path) -> set[str]:
    """Return the POSIX path of every file under `site`."""
    found: set[str] = set()
    for folder, _, names in os.walk(site):
        within = os.path.relpath(folder, site).replace(os.sep, "/")
        found.update(names if within == "." else [f"{within}/{name}" for name in names])
    return found


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


def _problems_of(
    name: str, page: BuiltPage, pages: Mapping[str, PackedPage], files: set[str], base_path: str
) -> Iterator[Problem]:
    for address in page.foreign:
        yield _problem(name, "foreign-request", f"ほかのサイトのファイルを読み込みます: {address}", f"loads {address}")
    for code in page.inline:
        yield _problem(name, "inline-code", f"ページの中に、ブラウザが動かせない {code} があります", f"inline {code}")
    for address in page.references:
        path, _, fragment = address.partition("#")
        target = _target(name, unquote(path.partition("?")[0]), base_path)
        if target not in files:
            yield _problem(name, "broken-link", f"リンク先がありません: {address}", f"broken link: {address}")
        elif fragment and target in pages and not _has_id(pages[target], unquote(fragment)):
            yield _problem(name, "broken-anchor", f"リンク先の見出しがありません: {address}", f"no anchor: {address}")


def _has_id(page: PackedPage, name: str) -> bool:
    return name == "__top" or page.has_id(name)


def _target(name: str, path: str, base_path: str) -> str:
    if not path:
        return name
    if path.startswith("/"):
        found = normpath(path.removeprefix(base_path.rstrip("/"))).lstrip("/") or "."
    else:
        found = normpath(f"{name.rpartition('/')[0]}/{path}".lstrip("/"))
    is_folder = path.endswith(("/", "..")) or found == "."
    return normpath(f"{found}/index.html") if is_folder else found


def _problem(name: str, rule: RuleName, ja: str, en: str) -> Problem:
    hint = Text(
        "このページのもとになった記録か docs のファイルを直してください。",
        "Correct the record or the file in docs/ that this page is made from.",
    )
    return Problem(f"site/{name}", 1, 1, rule, Text(f"{ja}。", f"{en}."), hint)
