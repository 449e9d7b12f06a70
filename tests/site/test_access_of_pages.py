"""Access, as far as the HTML alone shows it: headings, landmarks, links, tables, languages, states in words."""

import itertools
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from selectolax.lexbor import LexborHTMLParser, LexborNode


@pytest.fixture(scope="session")
def pages(real_site: Path) -> dict[str, LexborHTMLParser]:
    """Every page of the site by its address."""
    files = [path for path in real_site.rglob("*.html") if "pagefind" not in path.parts]
    trees = {path.relative_to(real_site).as_posix(): LexborHTMLParser(path.read_text("utf-8")) for path in files}
    return {name: tree for name, tree in sorted(trees.items()) if tree.css_first("meta[http-equiv=refresh]") is None}


def words(node: LexborNode) -> str:
    return " ".join(node.text(separator=" ").split())


@pytest.mark.criterion(
    "1.3.1", "見出しの段が飛ばないこと、表に見出しの行と名前があることを、全ページのHTMLで確かめます"
)
@pytest.mark.criterion("2.4.6", "見出しが空でなく、h1が1つだけあることを、全ページのHTMLで確かめます")
def test_headings_are_in_order(pages: dict[str, LexborHTMLParser]) -> None:
    faults = []
    for name, page in pages.items():
        levels = [int(node.tag[1]) for node in page.css("h1, h2, h3, h4, h5, h6")]
        empty = [node for node in page.css("h1, h2, h3, h4, h5, h6") if not words(node)]
        jumps = [pair for pair in itertools.pairwise(levels) if pair[1] > pair[0] + 1]
        if levels[:1] != [1] or levels.count(1) != 1 or jumps or empty:
            faults.append((name, levels))
    assert faults == []


@pytest.mark.criterion("2.4.1", "本文へ移動するリンクと、ヘッダー・本文・フッターの目印を、全ページのHTMLで確かめます")
def test_landmarks_are_there_and_have_different_names(pages: dict[str, LexborHTMLParser]) -> None:
    for name, page in pages.items():
        assert len(page.css("main")) == 1, name
        assert len(page.css("body > header")) == 1, name
        assert page.css_first("footer.hm-footer") is not None, name
        assert page.css_first("a.hm-skip[href='#main']") is not None, name
        for kind in ("nav", "form[role=search]", "aside", "section[role=region]"):
            labels = [_label(node, page) for node in page.css(kind)]
            assert all(labels), (name, kind, labels)
            assert len(labels) == len(set(labels)), (name, kind, labels)


def _label(node: LexborNode, page: LexborHTMLParser) -> str:
    by = node.attributes.get("aria-labelledby")
    named = page.css_first(f"#{by}") if by else None
    return words(named) if named else node.attributes.get("aria-label") or ""


@pytest.mark.criterion("2.4.2", "題名が全ページにあり、ページごとに違うことを確かめます")
def test_titles_differ(pages: dict[str, LexborHTMLParser]) -> None:
    titles = [words(page.css_first("title")) for page in pages.values()]
    assert len(titles) == len(set(titles))


@pytest.mark.criterion(
    "2.4.4", "リンクの言葉が空でないこと、外部サイトとPDFへのリンクがそうと書いていることを、全ページで確かめます"
)
def test_links_say_where_they_lead(pages: dict[str, LexborHTMLParser]) -> None:
    faults = set()
    for name, page in pages.items():
        for link in page.css("a[href]"):
            target, label = link.attributes["href"] or "", words(link) + (link.attributes.get("aria-label") or "")
            if not label:
                faults.add((name, target, "no words"))
            if target.startswith("http") and "外部サイト" not in label:
                faults.add((name, target, "does not say that it leaves the site"))
            if re.search(r"\.pdf($|[?#])", target, re.IGNORECASE) and "PDF" not in label:
                faults.add((name, target, "does not say that it is a PDF"))
    assert sorted(faults) == []


def test_tables_have_heads_and_names(pages: dict[str, LexborHTMLParser]) -> None:
    faults = []
    for name, page in pages.items():
        for table in page.css("table"):
            figure = _ancestor(table, "figure")
            named = table.css_first("caption") or (figure and figure.css_first("figcaption"))
            labelled = {"aria-label", "aria-labelledby"} & {*table.attributes, *_region_attributes(table)}
            if not table.css("th") or not (named or labelled):
                faults.append((name, (table.html or "")[:90]))
    assert faults == []


def _region_attributes(table: LexborNode) -> dict[str, str | None]:
    """A table may take its name from the region around it, which scrolls it on narrow screens."""
    parent = table.parent
    return parent.attributes if parent is not None and parent.attributes.get("role") == "region" else {}


def _ancestor(node: LexborNode, tag: str) -> LexborNode | None:
    parent = node.parent
    while parent is not None and parent.tag != tag:
        parent = parent.parent
    return parent


@pytest.mark.criterion("1.4.1", "状態・等級・確かさを示す印が言葉を持ち、色だけに頼らないことを、全ページで確かめます")
def test_states_are_words(pages: dict[str, LexborHTMLParser]) -> None:
    marks = "td[data-state], .hm-grade, .hm-certainty, .hm-state, .hm-tile text, [data-count]"
    seen = 0
    for name, page in pages.items():
        for node in page.css(marks):
            seen += 1
            assert words(node) or node.attributes.get("aria-label"), (name, node.html)
    assert seen > 100


@pytest.mark.criterion("3.1.1", "全ページのHTMLに日本語の印（lang）があることを確かめます")
def test_pages_name_their_language(pages: dict[str, LexborHTMLParser]) -> None:
    assert {page.css_first("html").attributes.get("lang") for page in pages.values()} == {"ja"}


@pytest.mark.criterion("3.1.2", "日本語を含まない長い文に言語の印があることを、全ページのHTMLで確かめます")
def test_passages_in_another_language_name_it(pages: dict[str, LexborHTMLParser]) -> None:
    """Names and titles of five words or fewer count as Japanese text that uses Latin letters."""
    faults = set()
    for name, page in pages.items():
        for node in page.css("p, li, cite, dd, td, h1, h2, h3"):
            text = words(node)
            latin = re.fullmatch(r"[\x00-\x7f’“”–]+", text)
            if latin and len(text.split()) > 5 and not _language(node):
                faults.add((name, text[:80]))
    assert sorted(faults) == []


def _language(node: LexborNode) -> str | None:
    if node.attributes.get("lang"):
        return node.attributes["lang"]
    inner = node.css_first("[lang]")
    return inner.attributes["lang"] if inner else None


@pytest.mark.criterion("1.1.1", "画像と図に代わりの言葉があることを、全ページのHTMLで確かめます")
def test_pictures_have_words(pages: dict[str, LexborHTMLParser]) -> None:
    faults = [
        (name, (node.html or "")[:100])
        for name, page in pages.items()
        for node in page.css("img, svg")
        if not _ancestor(node, "svg") and not _is_named_or_decoration(node)
    ]
    assert faults == []


def _is_named_or_decoration(node: LexborNode) -> bool:
    attributes = node.attributes
    if node.tag == "img":
        return attributes.get("alt") is not None
    return attributes.get("aria-hidden") == "true" or bool(
        attributes.get("aria-label") or attributes.get("aria-labelledby")
    )


@pytest.mark.criterion(
    "3.2.4", "同じ行き先へのメニューとフッターのリンクが、どのページでも同じ言葉であることを確かめます"
)
@pytest.mark.criterion("3.2.3", "メニューとフッターの項目が、どのページでも同じ順に並ぶことを確かめます")
@pytest.mark.criterion("3.2.6", "連絡先へのリンクが、どのページでもフッターの同じ位置にあることを確かめます")
def test_navigation_is_the_same_everywhere(pages: dict[str, LexborHTMLParser]) -> None:
    menus = {tuple(_entries(page, ".hm-menu a")) for page in pages.values()}
    footers = {tuple(_entries(page, ".hm-footer nav a")) for page in pages.values()}
    assert len(menus) == 1
    assert len(footers) == 1


def _entries(page: LexborHTMLParser, selector: str) -> Iterator[str]:
    return (words(node) for node in page.css(selector))


@pytest.mark.criterion("4.1.3", "検索と絞り込みの結果の件数が、状態の通知（role=status）として出ることを確かめます")
def test_pages_that_change_have_a_place_for_messages(pages: dict[str, LexborHTMLParser]) -> None:
    for address, page in pages.items():
        assert page.css("[role=status][data-say]:empty"), f"{address}: nothing here before there is something to say"
    for address in ("find/", "similar/"):
        assert pages[f"{address}index.html"].css("[role=status][data-find-status], [role=status][data-status]"), address


@pytest.mark.criterion("2.4.5", "どの事例にも、検索のほかに2つ以上の一覧からたどれることを確かめます")
def test_every_case_is_reached_in_more_than_one_way(pages: dict[str, LexborHTMLParser]) -> None:
    ways: dict[str, set[str]] = {name: set() for name in pages if name.startswith("cases/")}
    for name, page in pages.items():
        kind = name.split("/")[0]
        if kind in ("awards", "regions", "themes", "methods", "challenges", "organisations", "coverage"):
            for link in page.css("#main a[href*='cases/']"):
                found = re.search(r"cases/[^/#?]+/", link.attributes["href"] or "")
                if found and f"{found[0]}index.html" in ways:
                    ways[f"{found[0]}index.html"].add(kind)
    assert {name: kinds for name, kinds in ways.items() if len(kinds) < 3} == {}


@pytest.mark.criterion(
    "2.5.3", "見える言葉と読み上げの名前が違うとき、名前が見える言葉を含むことを、全ページで確かめます"
)
def test_spoken_names_hold_the_visible_words(pages: dict[str, LexborHTMLParser]) -> None:
    faults = set()
    for name, page in pages.items():
        for node in page.css("a[aria-label], button[aria-label]"):
            visible, spoken = words(node).replace("–", "0"), node.attributes["aria-label"] or ""
            if not all(part in spoken for part in visible.split()):
                faults.add((name, visible, spoken))
    assert sorted(faults) == []


@pytest.mark.criterion(
    "1.4.5", "文字を画像にしたものがないこと（手引きの操作画面の図を除く）を、全ページのHTMLで確かめます"
)
def test_no_text_is_a_picture(pages: dict[str, LexborHTMLParser]) -> None:
    """A screen of a program is more than its words; the guide shows some, each described and with a caption."""
    others = "#main img:not(.hm-picture > img), header img"
    assert [name for name, page in pages.items() if page.css(others)] == []
    for page in pages.values():
        for figure in page.css("figure.hm-picture"):
            assert figure.css("img[alt]:not([alt=''])")
            assert figure.css("figcaption")


@pytest.mark.criterion("2.5.2", "押した瞬間に働く操作がないことを、すべてのスクリプトで確かめます")
def test_nothing_acts_on_the_down_event(real_site: Path) -> None:
    """A listener on the down event may only put something away that is in the way."""
    for script in (real_site / "assets" / "js").rglob("*.js"):
        for line in script.read_text("utf-8").splitlines():
            if re.search(r"\b(mousedown|pointerdown|touchstart)\b", line):
                assert "hide()" in line or "close()" in line, (script.name, line)
