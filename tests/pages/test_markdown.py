"""Record text in a page: whatever it holds, the reader sees these characters, and no element comes of them."""

import re
from collections.abc import Callable
from itertools import product

import markdown
import pytest
from cmarkgfm.cmark import Options, markdown_to_html_with_extensions
from hypothesis import example, given
from hypothesis import strategies as st
from jinja2 import UndefinedError
from selectolax.lexbor import LexborHTMLParser

from homare.pages.markdown import Markdown, escape, render
from homare.records.characters import HIDDEN
from homare.site.fast_markdown import html_of
from tests.libraries import ROOT

EXTENSIONS = ["attr_list", "md_in_html", "tables", "toc"]
"""Those of mkdocs.yml; a test below compares the two."""

GITHUB = ["table", "autolink", "strikethrough", "tagfilter", "tasklist"]
"""What GitHub adds to Markdown: our pages are read by other engines too."""

SPECIAL = [
    *"\\`*_{}[]()<>&#|~\"'$^!+-=.:;@%/1 \t\n",
    "http://a.b",
    "www.a.b",
    "a@b.c",
    "&amp;",
    "&#60;",
    "&lt",
    "<b>",
    "</p>",
    "<!--",
    "]]>",
    "![",
    "](",
    "[^1]",
    "*[",
    "{:",
    ": #x }",
    "{{ x }}",
    "{%",
    '--8<-- "x"',
    "---",
    "===",
    "***",
    "1. ",
    "1) ",
    "- ",
    "+ ",
    "> ",
    "    ",
    "\t",
    "# ",
    "``",
    "~~~",
    "| - |",
    ":--",
    "    :",
    "[TOC]",
    "<script>",
    "javascript:",
    "\u3000",
    "布",
]
TEXTS = st.lists(
    st.sampled_from(SPECIAL) | st.text(st.characters(exclude_categories=["Cs"]), max_size=3), max_size=12
).map(lambda parts: HIDDEN.sub("", "".join(parts)).replace("\r", ""))

CONTEXTS: dict[str, tuple[str, str, set[str]]] = {
    "paragraph": ("TEXT\n", "p", {"p"}),
    "after a paragraph": ("before\n\nTEXT\n", "p:last-of-type", {"p"}),
    "list item": ("- TEXT\n", "li", {"ul", "li"}),
    "table cell": ("| a |\n| --- |\n| TEXT |\n", "td", {"table", "thead", "tbody", "tr", "th", "td"}),
    "heading": ("## TEXT {: #x }\n", "h2", {"h2"}),
    "element": ('<p class="x">TEXT</p>\n', "p", {"p"}),
    "strong": ("x **TEXT** y\n", "strong", {"p", "strong"}),
    "link": ("x [TEXT](#a) y\n", "a", {"p", "a"}),
}
RENDERERS: dict[str, Callable[[str], str]] = {
    "python-markdown": lambda text: markdown.markdown(text, extensions=EXTENSIONS),
    "ours": html_of,
    "github": lambda text: markdown_to_html_with_extensions(text, Options.CMARK_OPT_UNSAFE, GITHUB),
}


def folded(text: str) -> str:
    """White space as a browser shows it; Python's strip() takes the wide space at the ends as well, as renderers do."""
    return re.sub(r"[ \t\n\f]+", " ", text).strip()


def assert_shown(text: str, context: str, convert: Callable[[str], str]) -> None:
    template, selector, elements = CONTEXTS[context]
    if context == "strong":
        text = text.strip()  # as the model does; no Markdown takes `** a **` for strong
    body = LexborHTMLParser(convert(template.replace("TEXT", escape(text)))).body
    assert body is not None
    found = {node.tag for node in body.traverse() if not (node.attributes.get("href") or "").startswith("mailto:")}
    assert found - {"body"} <= elements  # GitHub makes a link of every e-mail address, which shows the same text
    shown = body.css_first(selector)
    assert shown is not None
    assert folded(shown.text()) == folded(text)
    assert set(shown.attributes) <= {"class", "id", "href"}


@pytest.mark.parametrize(
    ("renderer", "context"),
    [pair for pair in product(RENDERERS, CONTEXTS) if pair != ("github", "heading")],  # it knows no {: #x }
)
@given(TEXTS.filter(lambda text: folded(text) != ""))
@example("{: onclick=alert(1) }")
@example("1. a")
@example("# a #")
@example("    a")
@example("a\n\n<script>alert(1)</script>")
@example("[a](javascript:alert(1))")
@example("\\*&amp;&#42;")
@example("{: #x }")
def test_what_is_written_is_what_is_seen(renderer: str, context: str, text: str) -> None:
    assert_shown(text, context, RENDERERS[renderer])


@given(TEXTS)
def test_text_in_an_attribute_stays_there(text: str) -> None:
    for convert in RENDERERS.values():
        body = LexborHTMLParser(convert(f'<p title="{escape(text)}">x</p>\n')).body
        assert body is not None
        (paragraph,) = body.css("p")
        assert set(paragraph.attributes) == {"title"}
        assert folded(paragraph.attributes["title"] or "") == folded(text)


@given(TEXTS)
@example("１．")
@example("12. a")
@example(" a")
@example("a  b")
def test_text_that_stays_as_it_is_needs_no_change(text: str) -> None:
    """Most texts are let through after a quick look; all that the patterns would change must get to them."""
    in_one_line = re.sub(r"[ \t\n]+", " ", text)
    if escape(text) == text:
        assert in_one_line == text
        assert not re.search(r"[\\`*_{}\[\]<>&#|~\"'$^]|https?://|www\.|\A\s*(?:[-+=:>]|\d+[.)])", text)


def test_the_extensions_are_those_of_the_site() -> None:
    listed = re.search(r"^markdown_extensions:\n((?:  .*\n)+)", (ROOT / "mkdocs.yml").read_text("utf-8"), re.MULTILINE)
    assert listed is not None
    assert re.findall(r"- (\w+)", listed[1]) == EXTENSIONS


def test_plain_text_stays_readable_as_markdown() -> None:
    """Others may take over the Markdown, so ordinary Japanese text holds no character reference."""
    assert (
        escape("135の信用金庫が、よい仕事おこし（2018年）を始めました。")
        == "135の信用金庫が、よい仕事おこし（2018年）を始めました。"
    )


def test_a_value_that_no_one_escaped_is_escaped_by_the_template_and_ours_is_not() -> None:
    class Facet:
        way_in, lead = "<i>*課題*</i>", Markdown("<i>ours</i>")

    page = render("terms", facet=Facet(), terms=[])
    assert "&#60;i&#62;&#42;課題&#42;" in page
    assert "<i>ours</i>" in page


def test_a_template_that_names_what_is_not_there_fails() -> None:
    with pytest.raises(UndefinedError):
        render("terms")


def test_joining_our_markdown_with_text_escapes_the_text() -> None:
    """Markdown is a Markup: what is added to it is escaped for HTML at least."""
    assert "<b>" not in Markdown("x") + "<b>"
