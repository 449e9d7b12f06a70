"""Pages in our shells must mean the same as pages that MkDocs rendered whole: heads, bodies, and where links lead."""

import os
import re
from pathlib import Path

import pytest
from selectolax.lexbor import LexborHTMLParser

from homare.model.catalogue import Catalogue
from homare.pages.all_pages import page_groups
from homare.pages.case_excerpt import excerpt_groups
from homare.site.kept_pages import KeptPages
from homare.site.mkdocs_run import run_mkdocs
from homare.site.page_files import PageWriter, write_pages
from homare.site.shell import Shell, shell_from, shell_key, stand_ins
from homare.site.staging import stage, written_by_hand
from homare.site.stylesheet import with_published_styles
from tests.libraries import ROOT
from tests.site.meaning import meaning_of

SITE = "https://homare.example/"
MENU = ("themes/", "challenges/")
MARKED = "<a><!--homare:head--><b><!--homare:content--><i><!--homare:address--><u><!--homare:scripts--></u>"


def meaning(html: str, address: str) -> tuple[list[object], list[object]]:
    """Return the elements and texts of the head in any order, and of the body in theirs."""
    tree = LexborHTMLParser(html)
    assert tree.head is not None
    assert tree.body is not None
    return sorted(meaning_of(tree.head, address), key=str), meaning_of(tree.body, address)


@pytest.fixture(scope="module")
def both(real_catalogue: Catalogue, tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path, list[str]]:
    """The real library as we make it, as MkDocs and Python-Markdown make it, and the addresses of our pages."""
    folder = tmp_path_factory.mktemp("shell")
    by_hand = with_published_styles(written_by_hand(ROOT / "docs"))
    stage(by_hand, folder / "docs")
    os.environ["SOURCE_DATE_EPOCH"] = "1750000000"
    try:
        frame, problems = run_mkdocs(ROOT / "mkdocs.yml", folder / "docs", folder / "ours", by_hand)
        assert frame
        records = {case.id: case.id for case in real_catalogue.cases}
        kept = KeptPages(folder / "ours")
        writer = PageWriter(frame, SITE, kept, folder, "", records)
        pages = write_pages(excerpt_groups(real_catalogue), page_groups(real_catalogue), writer, {})
        problems += run_mkdocs(ROOT / "mkdocs.yml", folder / "docs", folder / "theirs", None)[1]
        assert problems == []
    finally:
        del os.environ["SOURCE_DATE_EPOCH"]
    return folder / "ours", folder / "theirs", list(pages)


def test_every_page_means_what_mkdocs_makes_of_it(both: tuple[Path, Path, list[str]]) -> None:
    ours, theirs, addresses = both
    for address in addresses:
        file = f"{address}index.html"
        one, other = (meaning((site / file).read_text("utf-8"), address) for site in (ours, theirs))
        assert one[0] == other[0], file
        first = next(
            (place for place, pair in enumerate(zip(*[one[1], other[1]], strict=False)) if pair[0] != pair[1]), None
        )
        assert first is None, (file, one[1][first - 2 : first + 2], other[1][first - 2 : first + 2])
        assert len(one[1]) == len(other[1]), file


def test_the_sitemap_lists_the_same_pages(both: tuple[Path, Path, list[str]]) -> None:
    ours, theirs, _ = both
    listed = [sorted(re.findall(r"<loc>(.*?)</loc>", (site / "sitemap.xml").read_text())) for site in (ours, theirs)]
    assert listed[0] == listed[1]


def test_nothing_of_the_stand_ins_is_left(both: tuple[Path, Path, list[str]]) -> None:
    ours, _, _ = both
    assert not list(ours.rglob("shell"))
    assert not [page for page in ours.rglob("*.html") if "<!--homare:" in page.read_text("utf-8")]


def test_pages_of_one_place_share_a_shell() -> None:
    assert shell_key("cases/2020-a/", MENU) == shell_key("evidence/figures/", MENU) == "2:"
    assert shell_key("themes/finance/", MENU) == "2:themes/"
    assert {shell_key(address, MENU) for address in ("", "find/", "themes/")} == {"", "find/", "themes/"}


def test_a_shared_shell_is_rendered_where_no_page_is() -> None:
    found = stand_ins(MENU)
    assert {key: found[key] for key in ("", "find/", "themes/")} == {"": "", "find/": "find/", "themes/": "themes/"}
    assert found["1:"] == "shell/"
    assert found["2:themes/"] == "themes/shell/"
    assert found["3:themes/"] == "themes/shell/shell/"


def test_there_is_a_shell_for_every_page(both: tuple[Path, Path, list[str]]) -> None:
    assert {shell_key(address, MENU) for address in both[2]} <= set(stand_ins(MENU))


def test_a_shell_is_filled() -> None:
    assert shell_from(MARKED).around(str.upper) == "<a>HEAD<b>CONTENT<i>ADDRESS<u>SCRIPTS</u>"
    assert Shell(("x",)).around(str.upper) == "x"


@pytest.mark.parametrize("html", ["", MARKED + MARKED, MARKED.replace("address", "adress")])
def test_a_theme_without_the_marks_is_refused(html: str) -> None:
    with pytest.raises(ValueError, match="marks"):
        shell_from(html)
