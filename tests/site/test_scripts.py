"""The published scripts: what was written, without its comments, small enough for every kind of page."""

import gzip
import posixpath
import re
from pathlib import Path

import pytest

from homare.site.module_imports import imported_modules
from homare.site.scripts import lightened, with_published_scripts
from tests.browser.page_kinds import KINDS

SOURCES = Path(__file__).parents[2] / "docs"
MODULES = sorted((SOURCES / "assets" / "js").rglob("*.js"))
OF_OTHER_LIBRARIES = ("search/elsewhere_panel.js", "find/elsewhere.js")
"""Asked for only where the settings name other libraries, see tests/browser/test_libraries.py."""
LATER = re.compile(r'\bimport\("(\.[^"]+)"\)')
MOST, MOST_FOR_A_KIT = 26 * 1024, 42 * 1024
"""Bytes of all the scripts that a page may ever ask for, each packed by itself. The kit builder writes Word files."""


def test_comments_and_indentation_go_and_code_stays() -> None:
    script = '// Why.\nconst a = 1; // one\n\n/** What\n * it is. */\nexport const b = "// no";\n  // then\n  go(a);\n'
    assert lightened(script) == 'const a = 1;\nexport const b = "// no";\ngo(a);\n'


@pytest.mark.parametrize("line", ['go("a; // b");', "go(`; // b`);", "go('x', // it's\n", 'go(/a, // b"/);'])
def test_what_may_be_a_text_is_no_comment(line: str) -> None:
    assert lightened(line) == line


def test_only_scripts_of_the_site_are_changed() -> None:
    files = {"assets/js/a.js": b"// x\na();\n", "assets/css/a.css": b"// x\n", "index.md": b"// x\n"}
    assert with_published_scripts(files) == files | {"assets/js/a.js": b"a();\n"}


@pytest.mark.parametrize("module", MODULES, ids=lambda path: path.relative_to(SOURCES).as_posix())
def test_a_module_is_short_and_safe(module: Path) -> None:
    text = module.read_text("utf-8")
    assert text.count("\n") < 250
    assert not any(word in text for word in ("innerHTML", "outerHTML", "insertAdjacentHTML", "document.write", "eval("))
    assert all(line.count("`") % 2 == 0 for line in lightened(text).splitlines() if "\\`" not in line), (
        "a text over several lines would lose its indentation"
    )


def packed(path: Path) -> int:
    return len(gzip.compress(path.read_bytes(), 9))


def all_scripts_of(page: Path, site: Path) -> set[str]:
    """The scripts that a page names, and all that these import, at once or later; find/ only on the search page."""
    html = page.read_text("utf-8")
    asked = {path_in_site(page, name, site) for name in re.findall(r'<script src="([^"]+)"', html)}
    found: set[str] = set()
    while asked - found:
        found |= asked
        asked |= set(imported_modules(sorted(found), site))
        for name in found:
            later = LATER.findall((site / name).read_text("utf-8"))
            there = [path_in_site(site / name, one, site) for one in later]
            others = tuple(f"assets/js/{module}" for module in OF_OTHER_LIBRARIES)
            is_find = "data-find-tools" in html
            asked |= {one for one in there if one not in others and (is_find or "/find/" not in one)}
    return found


def path_in_site(source: Path, address: str, site: Path) -> str:
    """The path of what `source` calls `address`; the 404 page alone names addresses from the root."""
    return posixpath.normpath(posixpath.join(source.parent.relative_to(site).as_posix(), address)).lstrip("/")


@pytest.mark.parametrize("kind", KINDS)
def test_no_page_asks_for_many_scripts(real_site: Path, kind: str) -> None:
    address = KINDS[kind].address.split("?")[0]
    page = real_site / address if address.endswith(".html") else real_site / address / "index.html"
    scripts = {name: packed(real_site / name) for name in all_scripts_of(page, real_site)}
    assert len(scripts) > 10, "search alone has more"
    assert sum(scripts.values()) <= (MOST_FOR_A_KIT if kind == "builder" else MOST), scripts
