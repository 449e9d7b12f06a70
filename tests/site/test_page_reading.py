"""Plain pages are read tag by tag: that finds what a browser's reading finds, and gives up where it may differ."""

from html import escape
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from homare.site.page_reading import BuiltPage, read_as_browser, read_page, read_plain


def meaning(page: BuiltPage) -> tuple[set[str], ...]:
    """What a page holds; in which order it says so is of no account."""
    return set(page.ids), set(page.references), set(page.foreign), set(page.inline)


def test_all_pages_of_the_real_library_are_read_alike(real_site: Path) -> None:
    pages = [path.read_text("utf-8") for path in sorted(real_site.rglob("*.html"))]
    plain = [(page, found) for page in pages if (found := read_plain(page))]
    assert all(found == read_as_browser(page) for page, found in plain)
    assert len(plain) > 0.9 * len(pages), "the fast way would not be worth having"


NAMES = st.sampled_from(
    ["a", "p", "img", "script", "link", "form", "svg", "title", "style", "textarea", "br", "option"]
)
ATTRIBUTES = st.sampled_from(
    ["href", "src", "action", "id", "style", "type", "rel", "onclick", "data-x", "ONERROR", "Href", "viewBox"]
)
SIGNS = st.text(st.sampled_from("ab 　/#:.<>&\"'=;語\n\r\0\f-!") | st.characters(codec="utf-8"), max_size=8)
VALUES = (
    st.sampled_from(["../x/", "#here", "https://other.example/", "//other.example/x.js", "javascript:x()", "data:,"])
    | st.sampled_from(["application/ld+json", "canonical", "&#104;ttps://a.example/", "a&amp;b", "&copy=1", "&lt"])
    | SIGNS
)


@st.composite
def tags(draw: st.DrawFn) -> str:
    quote = draw(st.sampled_from(['"', '"', '"', "'", ""]))
    safe = draw(st.booleans())
    parts = []
    for name, value in draw(st.lists(st.tuples(ATTRIBUTES, VALUES), max_size=4)):
        parts.append(f" {name}={quote}{escape(value) if safe else value}{quote}" if draw(st.booleans()) else f" {name}")
    return f"<{draw(st.sampled_from(['', '/']))}{draw(NAMES)}{''.join(parts)}{draw(st.sampled_from(['', ' /', ' ']))}>"


@given(st.lists(tags() | SIGNS | SIGNS.map(escape), max_size=8).map("".join))
@example('<p title="a>b" id="c">')
@example('<script type="application/ld+json">{"a": "<b id=x>"}</script>')
@example('<a href="x"href="y">')
@example("<!-- <p id=x> --><p id=y>")
@example('<title><p id="x"></title>')
@example('<p id="a" id="b">')
@example('<math><a href="x"></a></math>')
def test_whatever_is_read_as_plain_means_the_same_to_a_browser(html: str) -> None:
    page = f"<!doctype html><html><body>{html}</body></html>"
    # A browser may see less: it takes tags inside a title for text, and those that stand nowhere for nothing.
    seen, known = meaning(read_as_browser(page)), meaning(read_page(page))
    assert all(part <= whole for part, whole in zip(seen, known, strict=True)), (seen, known)


NOT_PLAIN = (
    "<p id=x>",
    "<P>",
    "<p id='x'>",
    '<p title="<">',
    "a < b",
    "<p",
    "<!-- x -->",
    '<p title="\r">',
    '<a href="\0">',
    "<p\0>",
    '<a href="&copy=1">',
    '<a href="x"href="y">',
)


@pytest.mark.parametrize("html", NOT_PLAIN)
def test_what_a_browser_may_take_for_something_else_is_not_plain(html: str) -> None:
    assert read_plain(html) is None


def test_what_is_in_tags_is_found() -> None:
    page = read_plain('<h1 id="a">x</h1><a href=" b/ ">x</a><img src="//c.example/d.png"><p style="x" onclick="y">')
    assert page == BuiltPage(frozenset("a"), ("b/",), ("//c.example/d.png",), ("onclick", "style="))
