"""Overviews of a large library show the first cases of each group and say where the others are."""

import re

import pytest
from selectolax.lexbor import LexborHTMLParser

from homare.model import spreads
from homare.model.catalogue import Catalogue
from homare.pages import gathered, home_page, ledger_pages, transfers_pages
from homare.pages.case_excerpt import excerpt_groups
from homare.pages.case_page import case_page
from homare.pages.coverage_page import coverage_page
from homare.pages.listing import in_a_row
from homare.pages.page import Page
from homare.pages.page_excerpt import PageExcerpt
from homare.pages.place_pages import place_pages
from homare.pages.term_pages import FACETS, term_pages
from homare.site.fast_markdown import html_of
from tests.libraries import SMALLEST, catalogue_of

CASES = 7
PRIZED = SMALLEST.replace("  edition: 2020\n", "  edition: 2020\n  prize: excellence\n").replace(
    "summary:",
    "challenges: [subcontracting]\nmethods: [matching]\nthemes: [manufacturing]\n"
    "figures:\n  - {label: 取引, value: 120, unit: 件, sources: [report]}\nsummary:",
)


@pytest.fixture(scope="module")
def catalogue() -> Catalogue:
    return catalogue_of(
        {f"2020/case-{number}.yaml": PRIZED.replace("振興センター", f"振興会{number}") for number in range(CASES)}
    )


@pytest.fixture(params=[3, 20])
def most(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> int:
    """How many cases of a group are listed: fewer than there are, and more."""
    monkeypatch.setattr(gathered, "MOST_LISTED", request.param)
    return int(request.param)


def shown(page: Page, within: str) -> tuple[list[str], list[tuple[str, str]]]:
    """Return the cases that a part of the page links, and text and target of the links to the search page."""
    links = LexborHTMLParser(html_of(page.body)).css(f"{within} a")
    targets = [(link.text(), link.attributes.get("href") or "") for link in links]
    cases = [found[1] for _, target in targets if (found := re.search(r"cases/([^/]+)/", target))]
    return cases, [(text, target) for text, target in targets if "find/?" in target]


def term_page(catalogue: Catalogue, facet: str, key: str) -> Page:
    """Return the first page of a term."""
    found = next(one for one in FACETS if one.name == facet)
    return next(term_pages(catalogue, found, getattr(catalogue.vocabulary, facet)[key])).make()


def expected(most: int, asked: str) -> list[tuple[str, str]]:
    return [(f"ほか{CASES - most}件もさがす", f"../../find/?{asked}")] if most < CASES else []


def test_a_method_on_the_page_of_a_challenge(catalogue: Catalogue, most: int) -> None:
    cases, links = shown(term_page(catalogue, "challenges", "subcontracting"), "#method-matching + ul.hm-answers")
    assert len(cases) == min(most, CASES)
    assert links == expected(most, "challenge=subcontracting&method=matching")


def test_a_region_on_the_page_of_a_theme(catalogue: Catalogue, most: int) -> None:
    cases, links = shown(term_page(catalogue, "themes", "manufacturing"), "#region-kanto + dd")
    assert len(cases) == min(most, CASES)
    assert links == expected(most, "theme=manufacturing&region=kanto")


def test_a_cell_of_the_coverage_page(catalogue: Catalogue, most: int) -> None:
    cases, links = shown(coverage_page(catalogue), "td[data-edition='2020'][data-prize='excellence']")
    assert len(cases) == min(most, CASES)
    assert links == [(text, target[3:]) for text, target in expected(most, "edition=2020&prize=excellence")]


@pytest.mark.parametrize("most", [3, 24])
def test_the_newest_winners_on_the_home_page(catalogue: Catalogue, monkeypatch: pytest.MonkeyPatch, most: int) -> None:
    monkeypatch.setattr(home_page, "MOST_NEWEST", most)
    page = LexborHTMLParser(html_of(home_page.home_page(catalogue).body))
    newest = len(catalogue.of_edition(2020))
    assert len(page.css("ul.hm-cards > li")) == min(most, newest)
    assert [link.attributes["href"] for link in page.css(".hm-rest a")] == (["awards/2020/"] if most < newest else [])


def test_pages_in_a_row_name_the_one_before_and_the_one_after() -> None:
    assert [in_a_row(number, 3, str) for number in (1, 2, 3)] == [
        {"next": "2"},
        {"prev": "1", "next": "3"},
        {"prev": "2"},
    ]
    assert in_a_row(1, 1, str) == {}


def test_a_long_row_of_pages_shows_its_ends_and_the_neighbours(
    catalogue: Catalogue, monkeypatch: pytest.MonkeyPatch
) -> None:
    rows = [*ledger_pages.ledger(catalogue)] * 3
    monkeypatch.setattr(ledger_pages, "ROWS", 1)
    monkeypatch.setattr(ledger_pages, "ledger", lambda _: rows)
    page = list(ledger_pages.ledger_pages(catalogue))[9].make()
    numbers = [item.text() for item in LexborHTMLParser(html_of(page.body)).css(".hm-pager li")]
    assert numbers == ["1", "…", "7", "8", "9", "10", "11", "12", "13", "…", "21"]
    assert page.extra["prev"] == "../page-9/"
    assert 'rel="next">11<' in page.body


def test_a_figure_more_in_an_earlier_case_moves_the_figures_of_a_page(monkeypatch: pytest.MonkeyPatch) -> None:
    """The page then shows the same records and another part of them, which its excerpt has to tell."""
    monkeypatch.setattr(ledger_pages, "ROWS", 2)
    figure = "  - {label: 取引, value: 120, unit: 件, sources: [report]}\n"

    def second_page(first: int, last: int) -> PageExcerpt:
        numbers = {"2020/case-0.yaml": first, "2020/case-1.yaml": 3, "2020/case-2.yaml": last}
        files = {
            path: PRIZED.replace(figure, figure * number).replace("取引", "開業", 1) for path, number in numbers.items()
        }
        several = catalogue_of({path: text.replace("振興センター", path) for path, text in files.items()})
        return list(ledger_pages.ledger_pages(several))[1]

    one, other = second_page(1, 2), second_page(2, 1)
    assert [case.id for case in one.cases] == [case.id for case in other.cases] == ["2020-case-1"]
    assert one.make() != other.make()
    assert one.beside_records != other.beside_records


ADAPTATION = """  - to: 見本県みほん町
    prefecture: "47"
    what: 見本帳を送り、布に合わせて作り替えました。
    certainty: documented
    sources: [report]
"""


@pytest.fixture
def spread_pages(monkeypatch: pytest.MonkeyPatch) -> list[LexborHTMLParser]:
    """Return the pages of transfers of a library with two from each of its cases, three on a page."""
    monkeypatch.setattr(spreads, "ON_PAGE", 3)
    monkeypatch.setattr(transfers_pages, "ON_PAGE", 3)
    pages = [page.make() for page in transfers_pages.transfers_pages(with_transfers())]
    assert [page.address for page in pages] == ["transfers/", *(f"transfers/page-{place}/" for place in range(2, 6))]
    return [LexborHTMLParser(html_of(page.body)) for page in pages]


def with_transfers() -> Catalogue:
    text = PRIZED.replace("sources:\n", f"adaptations:\n{ADAPTATION}{ADAPTATION}sources:\n", 1)
    return catalogue_of(
        {f"2020/case-{number}.yaml": text.replace("センター", f"会{number}") for number in range(CASES)}
    )


def test_a_long_list_of_transfers_has_several_pages_each_with_its_picture(spread_pages: list[LexborHTMLParser]) -> None:
    rows = [[row.attributes["id"] for row in page.css("tr[id]")] for page in spread_pages]
    numbers = [f"transfer-{number}" for number in range(1, 2 * CASES + 1)]
    assert rows == [numbers[start : start + 3] for start in range(0, len(numbers), 3)]
    for page in spread_pages:
        shown = len(page.css("tr[id]"))
        in_table = [cell.text() for cell in page.css("td.hm-transfers__number")]
        in_picture = [text.text() for text in page.css(".hm-flow__end text")]
        assert in_table == in_picture == [str(place) for place in range(1, shown + 1)]
        assert len(page.css(".hm-flow__list li")) == shown
    assert "14" in spread_pages[0].css_first(".hm-stats").text()
    assert not spread_pages[1].css(".hm-stats")


def test_the_page_of_a_case_and_of_a_place_lead_to_the_page_that_has_their_transfers(
    spread_pages: list[LexborHTMLParser],
) -> None:
    catalogue = with_transfers()
    ids = {
        f"transfers/{f'page-{place}/' if place > 1 else ''}": {node.attributes["id"] for node in page.css("[id]")}
        for place, page in enumerate(spread_pages, start=1)
    }
    excerpts = [excerpt for group in excerpt_groups(catalogue) for excerpt in group() if excerpt.case.adaptations]
    for excerpt in excerpts:
        assert f"from-{excerpt.case.id}" in ids[excerpt.transfers]
        assert f'href="../../{excerpt.transfers}#from-{excerpt.case.id}"' in case_page(excerpt, "").body
    assert len({excerpt.transfers for excerpt in excerpts}) == len(spread_pages)
    for spread in spreads.spreads(catalogue):
        page, _, anchor = spread.address.partition("#")
        assert anchor in ids[page]


def test_a_place_and_a_method_show_the_first_transfers_and_how_many_more_there_are(most: int) -> None:
    catalogue, total = with_transfers(), 2 * CASES
    okinawa = next(page.make() for page in place_pages(catalogue) if page.address.endswith("/okinawa/"))
    for page, within in (
        (okinawa, "#arrived + ul"),
        (term_page(catalogue, "methods", "matching"), "#transfers + ul"),
    ):
        items = LexborHTMLParser(html_of(page.body)).css(f"{within} > li")
        shown = [item for item in items if item.attributes.get("class") != "hm-rest"]
        assert len(shown) == min(most, total)
        rest = [item.text() for item in items if item.attributes.get("class") == "hm-rest"]
        assert rest == ([f"ほか{total - most}件"] if most < total else [])


def test_numbers_that_find_no_room_in_a_square_of_the_picture_are_left_out_and_that_is_said() -> None:
    (page,) = (page.make() for page in transfers_pages.transfers_pages(with_transfers()))
    picture = LexborHTMLParser(html_of(page.body)).css_first("figure")
    assert [text.text() for text in picture.css(".hm-flow__end text")] == ["1", "2", "3", "4", "5", "6"]
    assert len(picture.css("svg > path.hm-flow__arc")) >= 2 * CASES
    assert "枠に入りきらない番号は、図では省きました" in picture.text()
