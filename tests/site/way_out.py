"""Compare two built sites page by page: the same pages, and on each the same title, headings, links, anchors and words.

`python -m tests.site.way_out SITE OTHER` is what `make way-out` runs; it prints what differs and exits 1 when something
does.
"""

import sys
from collections.abc import Iterator
from dataclasses import dataclass, fields
from pathlib import Path
from urllib.parse import urljoin

from selectolax.lexbor import LexborHTMLParser, LexborNode

LEFT_OUT = ".hm-external, .md-toggle, .md-overlay, .md-dialog, [data-md-component=skip], [data-md-component=announce]"
"""Where a link leads is said by homare, after any engine; the rest are hidden parts of the theme's own shell."""


@dataclass(frozen=True)
class Facts:
    """What an engine may not change about a page."""

    title: str
    ids: frozenset[str]
    links: tuple[str, ...]
    headings: tuple[str, ...]
    words: str


def facts_of(html: str, address: str = "") -> Facts:
    """Return the facts of the page at `address`; links as where they lead: ./ and ../data/ may be the same."""
    tree = LexborHTMLParser(html)
    for node in tree.css(LEFT_OUT):
        node.decompose()
    return Facts(
        _text(tree.css_first("title")),
        frozenset(node.attributes["id"] or "" for node in tree.css("[id]")),
        tuple(
            urljoin(f"https://site.example/{address}", node.attributes["href"] or "") for node in tree.css("a[href]")
        ),
        tuple(f"{node.tag} {node.attributes.get('id')} {_text(node)}" for node in tree.css("h1, h2, h3, h4")),
        _text(tree.body),
    )


def _text(node: LexborNode | None) -> str:
    """The characters of a node: how engines break lines between blocks says nothing."""
    return "".join(node.text().split()) if node else ""


def differences(site: Path, other: Path) -> Iterator[str]:
    """Yield a line for each difference between the pages of two sites; pages that only `site` has may be redirects."""
    pages = {
        path.relative_to(site).as_posix()
        for path in site.rglob("*.html")
        if 'http-equiv="refresh"' not in path.read_text("utf-8")
    }
    others = {path.relative_to(other).as_posix() for path in other.rglob("*.html")}
    yield from (f"only in one of them: {name}" for name in sorted(pages ^ others))
    for name in sorted(pages & others):
        one, two = (facts_of((folder / name).read_text("utf-8"), name) for folder in (site, other))
        yield from (
            f"{name}: {field.name}" for field in fields(Facts) if getattr(one, field.name) != getattr(two, field.name)
        )


def main(site: Path, other: Path) -> int:
    """Print what differs; returns the exit code."""
    found = list(differences(site, other))
    print("\n".join(found[:40]))
    print(f"{len(found)} differences in {len(list(other.rglob('*.html')))} pages")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1]), Path(sys.argv[2])))
