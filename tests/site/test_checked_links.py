"""Links of pages that were taken over are not looked at again, unless something that they may lead to has gone."""

import os
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

import pytest

from homare.site.checked_links import checked_before
from homare.site.marker import MARKER, mark_whole
from homare.site.packed_page import PackedPage
from homare.site.verification import links_of
from homare.site.writing import link_file

TAKEN = "cases/one/index.html"
CHANGED = "cases/two/index.html"
PAGES = {
    TAKEN: '<a href="../two/#results">結果</a><a href="../../data/cases.json">データ</a>',
    CHANGED: '<h2 id="results">成果</h2><h2 id="history">経緯</h2>',
    "404.html": '<h1 id="title">ありません</h1>',
}
FILES = {**PAGES, "data/cases.json": "[]", "pagefind/index/und_1a2b.pf_index": "語"}


def site_with(folder: Path, files: Mapping[str, str], earlier: Path | None = None) -> Path:
    """Write a site with these files; those that say the same in the earlier one are taken over from there."""
    for name, text in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        if earlier and (earlier / name).is_file() and (earlier / name).read_text("utf-8") == text:
            link_file(earlier / name, path)
        else:
            path.write_text(text, "utf-8")
    return folder


@pytest.fixture
def earlier(tmp_path: Path) -> Path:
    site = site_with(tmp_path / "earlier", FILES)
    mark_whole(site, FILES, "inputs")
    return site


def found(earlier: Path, files: Mapping[str, str]) -> set[str]:
    """Return the pages of a site with these files that need no check, when one page was taken over."""
    site = site_with(earlier.with_name("site"), files, earlier)
    links = links_of(site, "/")
    return set(checked_before(links, site, {TAKEN}, earlier))


def without(name: str) -> Mapping[str, str]:
    return {path: text for path, text in FILES.items() if path != name}


@pytest.mark.parametrize(
    "files",
    [
        FILES,
        {**FILES, CHANGED: PAGES[CHANGED] + '<h2 id="more">ほか</h2>'},
        {**FILES, CHANGED: '<b id="history"></b><b id="results"></b>'},
        {**FILES, "cases/three/index.html": "<p>新しい</p>"},
        {**FILES, "data/cases.json": "[1]"},
        {**without("pagefind/index/und_1a2b.pf_index"), "pagefind/index/und_3c4d.pf_index": "言葉"},
    ],
    ids=["the same", "an id more", "ids elsewhere", "a page more", "a file that says something else", "another index"],
)
def test_where_nothing_has_gone_what_was_taken_over_needs_no_check(earlier: Path, files: Mapping[str, str]) -> None:
    assert found(earlier, files) == {TAKEN}


@pytest.mark.parametrize(
    "files",
    [
        without("data/cases.json"),
        without("404.html"),
        {**FILES, CHANGED: '<h2 id="history">経緯</h2>'},
        {**FILES, "404.html": "<h1>ありません</h1>"},
    ],
    ids=["a file gone", "a page gone", "an id gone", "an id gone from a page that nobody made"],
)
def test_where_something_has_gone_all_pages_are_looked_at(earlier: Path, files: Mapping[str, str]) -> None:
    assert found(earlier, files) == set()


def test_a_release_that_does_not_name_its_files_tells_nothing(earlier: Path) -> None:
    (earlier / MARKER).write_text("inputs\n", "utf-8")
    assert found(earlier, FILES) == set()


def test_a_page_that_is_the_same_file_is_not_read(earlier: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def read(text: str) -> PackedPage:
        raise AssertionError(text)

    site = site_with(earlier.with_name("site"), FILES, earlier)
    links = links_of(site, "/")
    monkeypatch.setattr("homare.site.checked_links.read_page", read)
    assert checked_before(links, site, {TAKEN}, earlier)
    os.utime(site / "404.html", ns=(1, 1))  # the same file in both: its time tells nothing
    assert checked_before(links, site, {TAKEN}, earlier)


def test_pages_that_need_no_check_are_left_out(earlier: Path) -> None:
    links = links_of(site_with(earlier.with_name("site"), without("data/cases.json")), "/")
    for checked, expected in ((set(), [f"site/{TAKEN}"]), ({TAKEN}, [])):
        found = [problem.path for part in replace(links, checked=checked).parts() for problem in part()]
        assert found == expected
