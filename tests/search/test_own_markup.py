"""Our own markup is cut into parts as the parser's tree would be, and whatever is not of our form is left to it."""

from pathlib import Path

import pytest
from hypothesis import event, given
from hypothesis import strategies as st

from homare.site.search.case_text import Section, case_sections, parsed_sections
from homare.site.search.own_markup import own_parts
from homare.site.search.own_tags import INSIDE

PAGE = """<!doctype html><html lang="ja"><head><title>題</title></head><body><header><p>書庫</p></header>
<main><article class="hm-case" data-case="2020-a">{}</article></main><footer><p>脚</p></footer></body></html>"""
SECTION = '<section data-section="results"><h2 id="results">成果</h2>{}</section>'


def own_sections(page: str) -> list[Section] | None:
    parts = own_parts(page)
    return parts and [Section(*part) for part in parts]


def test_every_real_page_is_of_our_form_and_says_what_the_parser_reads(real_site: Path) -> None:
    pages = [path.read_text("utf-8") for path in sorted(real_site.glob("cases/*-*/index.html"))]
    assert len(pages) > 50
    for page in pages:
        assert own_sections(page) == parsed_sections(page) is not None


@pytest.mark.parametrize(
    "inside",
    [
        "一<p>二<b>三</b> 四\n五</p>六",
        f"<h1>題<wbr>名</h1>{SECTION.format('<p>一</p>')}間{SECTION.format('二<h3>三</h3>')}<aside><h2>四</h2></aside>",
        SECTION.format('<p>一<a class="hm-cite" href="#s">1</a>二</p><ul><li>三<ul><li>四</li></ul></li></ul>'),
        '<section data-section="a"><h2 id="a">一<br>二<wbr>三</h2></section>',
        '<details class="hm-take" data-pagefind-ignore><summary>一</summary><h2 id="a">二</h2></details>三',
        f"<div data-pagefind-ignore>{SECTION.format('一')}</div>二",
        "<table><thead>\n<tr><th>一</th></tr></thead><tbody><tr><td>二<br>三</td></tr></tbody></table>",
        "<p>&lt;b&gt; &#38;amp; &quot;&#104;ttps&#58;//x&quot; <ruby>字<rp>（</rp><rt>じ</rt><rp>）</rp></ruby></p>",
    ],
)
def test_what_is_of_our_form_is_cut_without_the_parser(inside: str) -> None:
    page = PAGE.format(inside)
    assert own_sections(page) == parsed_sections(page) is not None


@pytest.mark.parametrize(
    "inside",
    [
        "<P>一</P>",
        "<p>一",
        "一</p>",
        "<b>一<i>二</b>三</i>",
        "<p>一<p>二</p></p>",
        '<p class="hm-cite">一<div>二</div></p>',
        '<p class=hm-cite>一</p><p class="a" class="b">二</p>',
        '<p class="hm&#45;cite">一</p>',
        "<table>一<tr><td>二</td></tr></table>",
        "<table><tbody>一<tr><td>二</td></tr></tbody></table>",
        "<table><tbody><tr><td>一</td>二</tr></tbody></table>",
        '<a href="a">一<span><a href="b">二</a></span></a>',
        "<a>一<a>二</a></a>",
        "<ul><li>一<li>二</li></li></ul>",
        "<!-- 一 --><p>二</p>",
        "<script>一</script><template>二</template><svg><p>三</p></svg>",
        "一 & 二 &copy 三 &#128; &am<b>p;</b>",
        "一 < 二 > 三",
        '<p title="一 > 二">三</p>',
        "<p<b>>一</b></p>",
        "一\0二\1三\2四\3五",
        '<section data-section="a">一</section>',
        f'<section data-section="a"><h2 id="a">一</h2>{SECTION.format("二")}</section>',
        "<article>一</article>",
        "<div>" * 40 + "</div>" * 40,
    ],
)
def test_any_other_markup_is_left_to_the_parser(inside: str) -> None:
    page = PAGE.format(inside)
    assert own_parts(page) is None
    assert case_sections(page) == parsed_sections(page)


def test_an_article_in_a_comment_or_of_another_kind_is_left_to_the_parser() -> None:
    article = '<article data-case="2020-a"><p>一</p></article>'
    assert case_sections(f"<body><!-- {article} --></body>") is None
    for page in (f"<body><article>零</article>{article}</body>", f"<body>{article[:-10]}</body>"):
        assert own_parts(page) is None
        assert case_sections(page) == parsed_sections(page) is not None


ATTRIBUTES = ["", "", ' class="a"', ' class="b hm-cite"', " data-pagefind-ignore", ' id="x"', ' data-section="s"', " A"]
MARKS = ("字", " ", "\n", "\u3000", "&amp;", "&#38;", "&", "<", ">", '"', "<!--", "\0", "\x85")
NAMES = sorted([*INSIDE, "svg", "select"])
PIECES = st.sampled_from([*(f"<{name}>" for name in NAMES), *(f"</{name}>" for name in NAMES), *MARKS])
TEXT = st.text(st.sampled_from("一二三、 \n"), max_size=4) | st.sampled_from(["&#38;", "&amp;", "&", ""])


@st.composite
def held(draw: st.DrawFn, parent: str, depth: int = 0) -> str:
    """What an element of this name may hold, and now and then something else."""
    names = [name for name in NAMES if parent in INSIDE.get(name, ())]
    content = [draw(TEXT) if parent not in ("table", "tbody", "thead", "tr") else "\n"]
    for _ in range(draw(st.integers(0, 3)) if depth < 6 and names else 0):
        name = draw(st.sampled_from(names if draw(st.integers(0, 40)) else NAMES))
        start = f"<{name}{draw(st.sampled_from(ATTRIBUTES[:-1] if draw(st.integers(0, 20)) else ATTRIBUTES))}>"
        content.append(start if name in ("br", "wbr") else f"{start}{draw(held(name, depth + 1))}</{name}>")
        content.append(draw(TEXT) if parent not in ("table", "tbody", "thead", "tr") else "\n")
    return "".join(content)


@given(st.lists(PIECES, max_size=12).map("".join) | held("article") | held("section").map(SECTION.format))
def test_whatever_is_cut_without_the_parser_is_cut_as_the_parser_does(inside: str) -> None:
    page = PAGE.format(inside)
    own = own_sections(page)
    if own is not None:
        event("of our form")
        assert own == parsed_sections(page)
