"""Check a built site before it is published: every internal link, anchor and asset must lead somewhere.

MkDocs' strict mode is not enough: with `-q` it exits 0 on broken links, and it does not see links in raw HTML.
"""

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import lru_cache, partial
from pathlib import Path
from posixpath import normpath
from typing import NamedTuple
from urllib.parse import unquote

from homare.model.parts import parts_of
from homare.problems import Problem, Text
from homare.rule_names import RuleName
from homare.site.files_below import names_below
from homare.site.packed_page import PackedPage, packed_page
from homare.site.page_reading import read_page

_PAGES_IN_PART = 300
"""Enough to be worth handing out."""
_MOST_ADDRESSES = 5_000
"""How many different addresses are remembered: most links stand on many pages."""


@dataclass(frozen=True)
class SiteLinks:
    """The links of a built site, to be looked at in parts: `pages` and `shells` refer to things, `files` are there.

    All by their paths; a shell is what several pages have in common, under the path of one of them. `base_path` is the
    path of the site's address ("/" or "/homare/"): only the 404 page links with it. `checked` are pages of which
    somebody knows that they are without fault.
    """

    pages: Mapping[str, PackedPage]
    shells: Mapping[str, PackedPage]
    files: Collection[str]
    base_path: str
    checked: Collection[str] = ()

    def parts(self) -> Iterator[Callable[[], list[Problem]]]:
        """Yield what returns the problems of some of the pages; parts need nothing of each other."""
        unchecked = [name for name in self.pages if name not in self.checked]
        yield from (partial(self._problems_in, names) for names in parts_of(unchecked, _PAGES_IN_PART))
        yield lambda: [problem for name, shell in self.shells.items() for problem in self._problems_of(name, shell)]

    def _problems_in(self, names: Iterable[str]) -> list[Problem]:
        return [problem for name in names for problem in self._problems_of(name, self.pages[name])]

    def _problems_of(self, name: str, page: PackedPage) -> Iterator[Problem]:
        references, foreign, inline = page.listed()
        for address in foreign:
            yield _problem(
                name, "foreign-request", f"ほかのサイトのファイルを読み込みます: {address}", f"loads {address}"
            )
        for code in inline:
            yield _problem(
                name, "inline-code", f"ページの中に、ブラウザが動かせない {code} があります", f"inline {code}"
            )
        above = _above(name)
        for address in references:
            up, down, fragment = _read(address, self.base_path)
            # Out of the site there is nothing.
            target = (above[up] + down if down else name) if up < len(above) else ""
            if target not in self.files:
                yield _problem(name, "broken-link", f"リンク先がありません: {address}", f"broken link: {address}")
            elif fragment and target in self.pages and not _has_id(self.pages[target], fragment):
                yield _problem(
                    name, "broken-anchor", f"リンク先の見出しがありません: {address}", f"no anchor: {address}"
                )


def links_of(
    site: Path,
    base_path: str,
    known: Mapping[str, PackedPage] | None = None,
    shells: Mapping[str, PackedPage] | None = None,
) -> SiteLinks:
    """Return the links of all pages under `site`; those that are `known` are not read again.

    Raises OSError when one cannot be read.
    """
    files, known = names_below(site), known or {}
    pages = {
        name: known.get(name) or packed_page(read_page((site / name).read_text("utf-8")))
        for name in sorted(files)
        if name.endswith(".html")
    }
    return SiteLinks(pages, shells or {}, files, base_path)


def once_each(found: Iterable[Problem]) -> list[Problem]:
    """Return the problems, each once with the number of pages: a fault of the theme stands on every page."""
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


def _has_id(page: PackedPage, name: str) -> bool:
    return name == "__top" or page.has_id(name)


class _Address(NamedTuple):
    """What a link says: how many folders it leads up, to what below that, and the fragment.

    -1 leads to the root. Nothing below is the page itself.
    """

    up: int
    down: str
    fragment: str


@lru_cache(_MOST_ADDRESSES)
def _read(address: str, base_path: str) -> _Address:
    """Return what an address says on any page of the site at `base_path`."""
    asked, _, quoted = address.partition("#")
    path, fragment = unquote(asked.partition("?")[0]), unquote(quoted)
    if not path:
        return _Address(0, "", fragment)
    is_folder = path.rpartition("/")[2] in ("", ".", "..")
    if path.startswith("/"):
        up, steps = -1, normpath(f"/{path.removeprefix(base_path.rstrip('/'))}").split("/")
    else:
        steps = normpath(path).split("/")
        up = steps.count("..")  # all of them stand first
    below = [step for step in steps[max(up, 0) :] if step not in ("", ".")]
    down = "/".join([*below, *(["index.html"] if is_folder else [])])
    return _Address(up, down, fragment)


def _above(name: str) -> list[str]:
    """Return the folder of a file, the one above, and so on: each with a slash at its end, but the root."""
    parts = name.split("/")[:-1]
    return ["".join([f"{part}/" for part in parts[:number]]) for number in range(len(parts), -1, -1)]


def _problem(name: str, rule: RuleName, ja: str, en: str) -> Problem:
    hint = Text(
        "このページのもとになった記録か docs のファイルを直してください。",
        "Correct the record or the file in docs/ that this page is made from.",
    )
    return Problem(f"site/{name}", 1, 1, rule, Text(f"{ja}。", f"{en}."), hint)
