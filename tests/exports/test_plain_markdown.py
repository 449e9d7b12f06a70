"""Record text in the Markdown files that people take away shows as exactly that text."""

import html
import re

import pytest
from cmarkgfm.cmark import Options, markdown_to_html_with_extensions
from hypothesis import given
from hypothesis import strategies as st

from homare.exports.plain_markdown import escaped

PLAIN = st.text(st.characters(exclude_categories=("Cc", "Cs", "Zs", "Zl", "Zp", "Cf")), min_size=1).map(str.strip)

HOSTILE = (
    "# 見出しではない",
    "- 並びではない",
    "1. 番号ではない",
    "2013) 年",
    "> 引用ではない",
    "*強調* _でも_ **ない**",
    "[リンク](javascript:alert(1))",
    "<script>alert(1)</script>",
    "&lt;ではない",
    "| 表 | ではない |",
    "`式` と ~~線~~ と \\ と $x$",
    "+ 足す",
    "=== 下線",
    "一行目\n- 二行目",
)
"""Texts that Markdown would take for something else."""


def shown(markdown: str) -> str:
    page = markdown_to_html_with_extensions(markdown, Options.CMARK_OPT_UNSAFE, ["table", "strikethrough"])
    assert re.fullmatch(r"<p>[^<]*</p>\n", page), page
    return html.unescape(page.removeprefix("<p>").removesuffix("</p>\n"))


@pytest.mark.parametrize("text", HOSTILE)
def test_no_sign_in_a_text_acts_as_markup(text: str) -> None:
    assert shown(escaped(text)) == text.replace("\n", " ")


@given(PLAIN.filter(bool))
def test_any_text_is_shown_as_it_stands(text: str) -> None:
    assert shown(escaped(text)) == text
