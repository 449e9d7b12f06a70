"""What must be right before a site is published: counts, a search that answers, and faults named with their record."""

import gzip
import json
import shutil
from collections.abc import Callable
from dataclasses import replace
from itertools import accumulate
from pathlib import Path
from typing import Any

import cbor2
import pytest

from homare.model.news import News, NewsText
from homare.problems import Problem
from homare.site.release_check import check_release
from homare.site.search.index_layout import packed, read_values
from homare.site.verification import links_of
from tests.pages.library import fixture_catalogue


@pytest.fixture
def site(built_once: Path, tmp_path: Path) -> Path:
    """A copy of the small library's site, to be damaged."""
    return Path(shutil.copytree(built_once / "site", tmp_path / "site"))


def check(site: Path) -> list[Problem]:
    return check_release(site, fixture_catalogue(), links_of(site, "/"))


def test_what_a_build_makes_passes(site: Path) -> None:
    assert check(site) == []


def _drop_line(path: Path) -> None:
    path.write_bytes(b"".join(path.read_bytes().splitlines(keepends=True)[:-1]))


def _drop_search_row(path: Path) -> None:
    data = json.loads(gzip.decompress(path.read_bytes()))
    path.write_bytes(gzip.compress(json.dumps({**data, "cases": data["cases"][1:]}).encode()))


def _drop_case(path: Path) -> None:
    data = json.loads(path.read_bytes())
    path.write_text(json.dumps({**data, "cases": data["cases"][1:]}), "utf-8")


@pytest.mark.parametrize(
    ("path", "damage"),
    [
        ("data/cases.json", _drop_case),
        ("data/cases.jsonl", _drop_line),
        ("data/cases.csv", _drop_line),
        ("data/cases.csv", Path.unlink),
        ("assets/search/cases.json.gz", lambda path: path.write_bytes(b"x")),
        ("data/cases/2019-festival.json", Path.unlink),
        ("assets/search/cases.json.gz", _drop_search_row),
    ],
)
def test_a_part_with_another_number_of_cases_is_named(site: Path, path: str, damage: Callable[[Path], None]) -> None:
    damage(site / path)
    found = [problem for problem in check(site) if problem.rule == "count-differs"]
    assert len(found) == 1
    assert f"site/{path}".startswith(found[0].path)
    assert "4件" in found[0].message.ja


def test_a_page_of_a_case_that_is_no_more_is_named(site: Path) -> None:
    shutil.copytree(site / "cases/2019-festival", site / "cases/2018-gone")
    assert [(problem.path, problem.rule) for problem in check(site)] == [("site/cases/", "count-differs")]


def test_an_index_that_finds_nothing_is_named(site: Path) -> None:
    for path in (site / "pagefind/index").iterdir():
        content = gzip.decompress(path.read_bytes())
        path.write_bytes(
            gzip.compress(content.replace("布".encode(), "帛".encode()).replace("織".encode(), "綾".encode()))
        )
    problems = check(site)
    assert {problem.rule for problem in problems} == {"search-index"}
    assert "をさがしても" in problems[0].message.ja


def _without_the_ends_of_pages(rows: list[list[Any]]) -> list[list[Any]]:
    kept = []
    for page, places, weights in rows:
        ends = accumulate(at for at in places if at >= 0)
        weight, *steps = places
        kept.append([page, [weight, *(step for step, end in zip(steps, ends, strict=True) if end < 200)], weights])
    return kept


def test_an_index_that_finds_titles_and_has_lost_the_ends_of_pages_is_named(site: Path) -> None:
    for path in (site / "pagefind/index").iterdir():
        [entries] = read_values(path)
        damaged = [
            [word, _without_the_ends_of_pages(rows), [[form, _without_the_ends_of_pages(of)] for form, of in forms]]
            for word, rows, forms in entries
        ]
        path.write_bytes(packed(cbor2.dumps([damaged])))
    titles = {case.title for case in fixture_catalogue().cases}
    problems = check(site)
    assert {problem.rule for problem in problems} == {"search-index"}
    assert not any(title in problem.message.ja for problem in problems for title in titles)


def test_a_site_without_an_index_is_named(site: Path) -> None:
    shutil.rmtree(site / "pagefind")
    found = check(site)
    assert "search-index" in {problem.rule for problem in found}


@pytest.mark.parametrize("pattern", ["pagefind/*.pf_meta", "pagefind/index/*.pf_index"])
def test_an_index_that_cannot_be_read_is_named(site: Path, pattern: str) -> None:
    for path in site.glob(pattern):
        path.write_bytes(b"x" * 100)
    assert [problem.rule for problem in check(site)] == ["search-index"]


@pytest.mark.parametrize(
    "broken", ['<a href="../missing/">x</a>', '<a href="#missing">x</a>', '<img src="x.png" alt="">']
)
def test_row_44_a_broken_link_anchor_or_picture_is_named_with_page_and_record(site: Path, broken: str) -> None:
    page = site / "cases/2019-festival/index.html"
    page.write_text(page.read_text("utf-8").replace("</body>", f"{broken}</body>"), "utf-8")
    (problem,) = check(site)
    assert problem.path == "site/cases/2019-festival/index.html"
    assert "cases/2019/festival.yaml" in problem.hint.ja
    assert "cases/2019/festival.yaml" in problem.hint.en


@pytest.mark.parametrize("link", ["guide/exsel/", "coverage/#no-such-place"])
def test_a_link_of_the_news_that_leads_nowhere_is_named_with_the_file_of_that_news(site: Path, link: str) -> None:
    texts: Any = {"title": "記録ができました", "date": "2026-11-23", "text": ["見本のお知らせの文です。"]}
    news = [
        News(f"2026-11-23-{name}", NewsText(**texts, link=to)) for name, to in (("good", "coverage/"), ("bad", link))
    ]
    page = site / "news/2026/index.html"
    page.parent.mkdir(parents=True)
    shown = (site / "awards/2019/index.html").read_text("utf-8").replace("../../awards/2019/", "./")
    page.write_text(
        shown.replace("</body>", f'<a href="../../coverage/"></a><a href="../../{link}"></a></body>'), "utf-8"
    )
    catalogue = replace(fixture_catalogue(), news=tuple(news))
    (problem,) = check_release(site, catalogue, links_of(site, "/"))
    assert problem.path == "site/news/2026/index.html"
    assert "cases/news/2026-11-23-bad.yaml" in problem.hint.ja
