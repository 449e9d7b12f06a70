"""What is checked before publishing: every link, anchor and asset leads somewhere, and nothing comes from elsewhere."""

from pathlib import Path
from urllib.parse import quote, unquote, urljoin, urlsplit

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from homare.problems import Problem
from homare.site.packed_page import packed_page
from homare.site.page_reading import BuiltPage
from homare.site.verification import SiteLinks, read_page
from tests.site.verified import verify

PAGE = "<!doctype html><html><body>{}</body></html>"


def problems_of(tmp_path: Path, pages: dict[str, str], base_path: str = "/") -> list[Problem]:
    for name, body in pages.items():
        target = tmp_path / name
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(PAGE.format(body) if name.endswith(".html") else body, "utf-8")
    return verify(tmp_path, base_path)


GOOD = {
    "index.html": '<h2 id="見出し">x</h2>',
    "a/b/index.html": "<p id=here>x</p>",
    "style.css": "p {}",
    "data/日本.csv": "x",
}


@pytest.mark.parametrize(
    "link",
    [
        "../../",
        "../../index.html",
        "./",
        "",
        "#here",
        "../../#見出し",
        "../../#%E8%A6%8B%E5%87%BA%E3%81%97",
        "../b/",
        "?q=x",
        "../../data/%E6%97%A5%E6%9C%AC.csv",
        "../../data/日本.csv",
        "/",
        "/a/b/",
        "https://other.example/x",
        "mailto:a@b.example",
        "#__top",
    ],
)
def test_a_link_that_leads_somewhere_is_no_problem(tmp_path: Path, link: str) -> None:
    assert problems_of(tmp_path, GOOD | {"a/b/index.html": f'<p id="here">x</p><a href="{link}">x</a>'}) == []


@pytest.mark.parametrize(
    ("link", "rule"),
    [
        ("../c/", "broken-link"),
        ("../../../", "broken-link"),
        ("../b", "broken-link"),
        ("/c/", "broken-link"),
        ("x.html", "broken-link"),
        ("../../style.CSS", "broken-link"),
        ("#there", "broken-anchor"),
        ("../../#here", "broken-anchor"),
        ("../../index.html#Here", "broken-anchor"),
    ],
)
def test_a_link_that_leads_nowhere_is_named_with_its_page(tmp_path: Path, link: str, rule: str) -> None:
    (problem,) = problems_of(tmp_path, GOOD | {"a/b/index.html": f'<p id="here">x</p><a href="{link}">x</a>'})
    assert (problem.rule, problem.path) == (rule, "site/a/b/index.html")
    assert link in problem.message.ja


@pytest.mark.parametrize(
    "element",
    [
        '<img src="x.png">',
        '<script src="x.js"></script>',
        '<link rel="stylesheet" href="x.css">',
        '<form action="x/"></form>',
        '<map><area href="x/"></map>',
        '<video><source src="x.mp4"></video>',
    ],
)
def test_assets_are_checked_like_links(tmp_path: Path, element: str) -> None:
    assert [problem.rule for problem in problems_of(tmp_path, {"index.html": element})] == ["broken-link"]


@pytest.mark.parametrize(
    "element",
    [
        '<script src="https://cdn.example/x.js"></script>',
        '<img src="//cdn.example/x.png">',
        '<link rel="stylesheet" href="http://fonts.example/x.css">',
        '<form action="https://other.example/"></form>',
    ],
)
def test_what_would_come_from_another_host_is_named(tmp_path: Path, element: str) -> None:
    assert [problem.rule for problem in problems_of(tmp_path, {"index.html": element})] == ["foreign-request"]


@pytest.mark.parametrize(
    "element",
    [
        '<img src="data:image/png;base64,x">',
        '<link rel="canonical" href="https://site.example/">',
        '<a href="https://other.example/">x</a>',
        "<a>x</a>",
    ],
)
def test_what_a_browser_does_not_fetch_from_elsewhere_is_no_problem(tmp_path: Path, element: str) -> None:
    assert problems_of(tmp_path, {"index.html": element}) == []


def test_a_fault_on_every_page_is_reported_once_with_their_number(tmp_path: Path) -> None:
    (problem,) = problems_of(
        tmp_path,
        {
            "index.html": '<img src="x.png">',
            "a/index.html": '<img src="../x.png">',
            "b/index.html": '<img src="../x.png">',
        },
    )
    assert "2ページ" in problem.message.ja
    assert "2 more pages" in problem.message.en


@pytest.mark.parametrize(("base", "ok"), [("/homare/", True), ("/", False), ("/other/", False)])
def test_an_absolute_link_counts_from_the_sites_own_path(tmp_path: Path, base: str, ok: bool) -> None:
    found = problems_of(tmp_path, GOOD | {"404.html": '<a href="/homare/a/b/">x</a><a href="/homare/">y</a>'}, base)
    assert (found == []) == ok


def test_a_page_is_read_for_what_it_offers_and_asks_for() -> None:
    page = read_page('<h1 id="a">x</h1><a href="b/">x</a><script src="//c.example/d.js"></script>')
    assert page.ids == {"a"}
    assert page.references == ("b/",)
    assert page.foreign == ("//c.example/d.js",)


@pytest.mark.parametrize(
    "element",
    [
        "<script>alert(1)</script>",
        "<script type=module>alert(1)</script>",
        "<style>p {}</style>",
        '<p style="color: red">x</p>',
        "<p onclick='x()'>x</p>",
        '<img src="data:," alt="" ONERROR=x>',
        "<iframe></iframe>",
        '<base href="/">',
        '<a href="javascript:x()">x</a>',
        "<a href=' JavaScript:x()'>x</a>",
        '<a href="data:text/html,x">x</a>',
    ],
)
def test_code_in_a_page_is_named(tmp_path: Path, element: str) -> None:
    assert {problem.rule for problem in problems_of(tmp_path, {"index.html": element})} == {"inline-code"}


@pytest.mark.parametrize(
    "element",
    [
        '<script type="application/ld+json">{"a": "onclick=1"}</script>',
        '<p title="&lt;p style=x onclick=y>">&lt;script>x&lt;/script> onclick=1 style=2</p>',
        '<p data-only="x">x</p>',
    ],
)
def test_what_only_looks_like_code_is_no_problem(tmp_path: Path, element: str) -> None:
    assert problems_of(tmp_path, {"index.html": element}) == []


NAMES = st.text("ab.-日", min_size=1, max_size=3).filter(lambda name: name not in (".", ".."))


@given(
    st.lists(NAMES, max_size=3),
    st.lists(st.sampled_from(["..", "."]) | NAMES, max_size=4),
    st.booleans(),
    st.booleans(),
)
def test_links_lead_where_they_lead_in_browsers(folders: list[str], steps: list[str], ends: bool, quoted: bool) -> None:
    name = "/".join([*folders, "index.html"])
    link = "/".join(steps) + ("/" if ends else "")
    assume(not link.startswith("/"))
    url = urlsplit(urljoin(f"https://site.example/root/{name}", quote(link)))
    assume(url.path.startswith("/root/"))  # out of the site there is nothing
    target = unquote(url.path.removeprefix("/root/"))
    files = {target if target and not target.endswith("/") else f"{target}index.html"}
    page = packed_page(BuiltPage(frozenset(), (quote(link) if quoted else link,), ()))
    (part, _) = SiteLinks({name: page}, {}, files, "/").parts()
    assert part() == []
