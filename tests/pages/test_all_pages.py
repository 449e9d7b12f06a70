"""All pages together: one page per address, every link leads to a page, one heading of the first level."""

import re
from itertools import pairwise
from urllib.parse import urljoin, urlsplit

from selectolax.lexbor import LexborHTMLParser

from homare.model.case_view import PAGE_TITLES
from homare.model.catalogue import Catalogue
from homare.pages.all_pages import all_pages
from homare.pages.page import Page
from homare.site.fast_markdown import html_of
from tests.libraries import ROOT
from tests.pages.library import fixture_catalogue, fixture_pages

BASIS = re.compile(r"もとにした記述：([^<]+)<")
SITE = "https://site.example/under/a/path/"
BY_HAND = {path.relative_to(ROOT / "docs").parent.as_posix() + "/" for path in (ROOT / "docs").rglob("index.md")}


def page_tree(page: Page) -> LexborHTMLParser:
    return LexborHTMLParser(html_of(page.body))


def test_no_two_pages_share_an_address() -> None:
    addresses = [page.address for page in all_pages(fixture_catalogue())]
    assert len(addresses) == len(set(addresses))


def test_the_same_records_give_the_same_pages() -> None:
    assert [page.markdown() for page in all_pages(fixture_catalogue())] == [
        page.markdown() for page in fixture_pages().values()
    ]


def test_there_is_a_page_for_every_case_term_place_and_edition() -> None:
    catalogue, addresses = fixture_catalogue(), set(fixture_pages())
    words = catalogue.vocabulary
    expected = {f"cases/{case.id}/" for case in catalogue.cases}
    for folder, terms in (
        ("challenges", words.challenges),
        ("themes", words.themes),
        ("methods", words.methods),
        ("organisations", words.organisation_types),
    ):
        expected |= {f"{folder}/", *(f"{folder}/{key}/" for key in terms)}
    expected |= {"awards/undated/", *(f"awards/{year}/" for year in words.editions)}
    expected |= {
        "regions/north/",
        "regions/north/tokyo/",
        "regions/south/okinawa/",
        "regions/",
        "awards/",
        "coverage/",
        "",
    }
    assert expected <= addresses


def test_every_link_to_a_page_leads_to_one_and_every_anchor_to_its_place() -> None:
    """Links to data files are checked on the built site."""
    known = {*fixture_pages(), *BY_HAND}
    for address, page in fixture_pages().items():
        tree = page_tree(page)
        ids = [node.attributes["id"] for node in tree.css("[id]")]
        assert len(ids) == len(set(ids)), address
        links = [str(node.attributes["href"]) for node in tree.css("a[href]")] + [
            crumb.url for crumb in page.breadcrumb
        ]
        for link in links:
            target = urlsplit(urljoin(SITE + address, link))
            path = target.path.removeprefix("/under/a/path/")
            if target.netloc == "site.example" and (path.endswith("/") or not path):
                assert path in known, (address, link)
                if path == address and target.fragment:
                    assert target.fragment in ids, (address, link)


def test_every_page_has_one_title_a_description_and_headings_in_order() -> None:
    for address, page in fixture_pages().items():
        levels = [int(str(node.tag)[1]) for node in page_tree(page).css("h1, h2, h3, h4, h5, h6")]
        assert levels.count(1) == 1, address
        assert levels[0] == 1, address
        assert all(after - before <= 1 for before, after in pairwise(levels)), address
        assert page.title.strip(), address
        assert page.description.strip(), address


def test_text_of_a_record_makes_no_element_and_no_attribute() -> None:
    """The made-up person's record is full of text that looks like HTML, Markdown and templates."""
    for address, page in fixture_pages().items():
        tree = page_tree(page)
        assert tree.css("script, i, img, iframe, style") == [], address
        for node in tree.css("*"):
            assert not [name for name in node.attributes if name.startswith("on")], address
            assert not str(node.attributes.get("href") or "").lower().startswith(("javascript:", "data:")), address


def test_text_that_looks_like_markup_is_read_as_written() -> None:
    tree = page_tree(fixture_pages()["cases/2020-nuno-tsunagu/"])
    heading = tree.css_first("h1")
    assert heading is not None
    assert heading.text().strip() == "<b>布</b>と*音*の間を|つなぐ #1"
    text = re.sub(r"\s+", " ", tree.body.text() if tree.body else "")
    for written in (
        "<script>alert(1)</script> という名の催しには、{{ 人数 }} 人が",
        "&amp; も、そのまま",
        "1. 番号で始まる文。[押す](javascript:alert(1)) と {: onclick=alert(1) } は",
        "| 表 | ではありません。</section> で終わりもしません。",
        "来た人 | 数",
        "約1,234.5 人*",
        "# 見出しではない最初の公開の日",
        "- 戸を開けるだけで",
        '`code` と **強調** と --8<-- "../secret" は',
        "「<i>公開</i>の日」の[記録]",
        "[架空] 社長",
    ):
        assert written in text, written
    (link,) = tree.css(".hm-sources a")
    assert link.attributes["href"] == "https://kakuu.example/a_b*c?d=e&f=[g]"


def test_what_a_reading_rests_on_has_the_name_of_a_heading(real_catalogue: Catalogue) -> None:
    """Or of a part for which the page says that there is none yet: a reader looks for it there."""
    names, headings = set(), {"数字", *PAGE_TITLES.values()}
    for page in all_pages(real_catalogue):
        if page.address.startswith("cases/"):
            names |= {name for basis in BASIS.findall(page.body) for name in basis.split("・")}
    assert len(names) > 5
    assert names <= headings
    assert not names & {"波及とその後", "横展開"}, "both stand under one heading"
