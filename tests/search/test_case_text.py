"""The searchable text of a page is what a reader sees of the case, and nothing of other cases."""

import json
import re
from pathlib import Path

import pytest
from selectolax.lexbor import LexborHTMLParser

from homare.site.search.case_text import case_sections
from homare.site.search.tokens import normalise

LAYOUT = (
    ".hm-cite, .hm-toc, .hm-basis, .hm-external, .hm-grade, .hm-reading__label, .hm-sources__accessed, "
    ".hm-unknown, button, dt, figcaption, h2, h3, summary, th, [data-pagefind-ignore]"
)
PAGE = """<!doctype html><body><nav>メニュー</nav><article data-case="2020-a">
<header><p>賞 <b>大臣賞</b></p><h1>題名</h1></header>
<div><section data-section="results"><h2 id="results">成果</h2>
<p>成約は<b>119</b><small>件</small>です。<a class="hm-cite" href="#s">1</a></p>
<ul><li>一つ</li><li>二つ</li></ul></section>
<section data-section="similar" data-pagefind-ignore><h2 id="similar">近い事例</h2><p>よその事例</p></section></div>
<aside><dl><dt>地域</dt><dd>石川県</dd></dl><nav class="hm-toc">目次</nav></aside></article></body>"""


def test_blocks_are_kept_apart_and_inline_elements_join() -> None:
    head, results = case_sections(PAGE) or []
    assert head.blocks == ("賞 大臣賞", "題名", "石川県")
    assert (results.anchor, results.title) == ("results", "成果")
    assert results.blocks == ("成約は119件です。", "一つ", "二つ")


def test_a_line_break_parts_blocks_and_a_place_to_break_does_not() -> None:
    [head] = case_sections('<article data-case="2020-a"><p>一<br>二<wbr>三</p></article>') or []
    assert head.blocks == ("一", "二三")


def test_a_page_that_is_no_case_has_no_searchable_text() -> None:
    assert case_sections("<body><p>文</p></body>") is None


def test_no_text_of_a_real_case_is_left_out(real_site: Path) -> None:
    """Seen from the other side: all the text of the article, but for what the layout says on every page."""
    pages = sorted(real_site.glob("cases/*/index.html"))
    assert len(pages) > 50
    for path in pages:
        html = path.read_text("utf-8")
        article = LexborHTMLParser(html).css_first("article[data-case]")
        for node in article.css(LAYOUT):
            node.decompose()
        visible = sorted(re.sub(r"\s", "", article.text()))
        searched = "".join(block for section in case_sections(html) or [] for block in section.blocks)
        assert sorted(re.sub(r"\s", "", searched)) == visible, path.parent.name


@pytest.mark.parametrize("part", ["data-pagefind-ignore", 'data-section="similar"'])
def test_the_list_of_similar_cases_is_marked_as_such(real_site: Path, part: str) -> None:
    """Search leaves it out by this mark: without it every case would be found by its neighbours' titles."""
    html = (real_site / "cases/2020-jonan-yoi-shigoto/index.html").read_text("utf-8")
    section = re.search(r"<section[^>]*data-section=\"similar\"[^>]*>", html)
    assert section is not None
    assert part in section.group()


@pytest.mark.parametrize(
    "word", ["人材", "資金", "成果", "体制", "印刷", "外部サイト", "一次", "もとにした記述", "引用する"]
)
def test_what_the_layout_says_does_not_make_a_case_a_hit(real_site: Path, word: str) -> None:
    """Each of these stood on all 54 pages; now a case has it only where its record or one of its terms does."""
    vocabulary = json.loads((real_site / "data/vocabulary.json").read_text("utf-8"))
    labels = {
        term["key"]: term["label"]
        for terms in vocabulary.values()
        if isinstance(terms, list)
        for term in terms
        if "label" in term
    }
    for path in sorted(real_site.glob("cases/*-*/index.html")):
        record = (real_site / f"data/cases/{path.parent.name}.json").read_text("utf-8")
        said = [record, *(label for key, label in labels.items() if f'"{key}"' in record)]
        found = any(word in section.normalised for section in case_sections(path.read_text("utf-8")) or [])
        assert not found or word in normalise("\n".join(said)), path.parent.name
