"""The coverage page: what is recorded, what is thin, what is missing, and what never was."""

from dataclasses import replace

import pytest
from selectolax.lexbor import LexborHTMLParser

from homare.model.catalogue import Catalogue
from homare.pages.coverage_page import coverage_cell, coverage_page
from homare.site.fast_markdown import html_of
from tests.pages.library import fixture_catalogue


@pytest.fixture
def catalogue() -> Catalogue:
    return fixture_catalogue()


def state(catalogue: Catalogue, year: int, prize: str) -> tuple[str, int | None]:
    words = catalogue.vocabulary
    cell = coverage_cell(catalogue, words.editions[year], words.prizes[prize])
    return cell.state, cell.missing


def test_a_cell_tells_recorded_missing_and_not_yet_founded_apart(catalogue: Catalogue) -> None:
    assert state(catalogue, 2020, "gold") == ("recorded", 1)
    assert state(catalogue, 2020, "person") == ("recorded", 0)
    assert state(catalogue, 2021, "gold") == ("missing", None)
    assert state(catalogue, 2021, "person") == ("missing", None)
    assert state(catalogue, 2019, "person") == ("", None)
    assert catalogue.vocabulary.prizes["person"].since == 2020
    nobody = replace(catalogue, cases=())
    assert state(nobody, 2020, "person") == ("missing", 1), "in its first year it was given"


def test_a_winner_whose_programme_no_source_describes_is_thin(catalogue: Catalogue) -> None:
    festival = catalogue.by_id["2019-festival"]
    gold = festival.model_copy(update={"award": festival.award.model_copy(update={"prize": "gold"})})
    assert state(replace(catalogue, cases=(gold,)), 2019, "gold") == ("thin", None)


def test_every_prize_that_existed_has_a_marked_cell(catalogue: Catalogue) -> None:
    tree = LexborHTMLParser(html_of(coverage_page(catalogue).body))
    cells = tree.css("td[data-edition][data-prize][data-state]")
    assert {(cell.attributes["data-edition"], cell.attributes["data-prize"]) for cell in cells} == {
        ("2019", "gold"),
        ("2020", "gold"),
        ("2020", "person"),
        ("2021", "gold"),
        ("2021", "person"),
    }


def test_winners_without_an_edition_or_a_prize_are_not_lost(catalogue: Catalogue) -> None:
    """A winner that fits no cell of the table must still be named on the page."""
    body = coverage_page(catalogue).body
    for case in catalogue.cases:
        assert f"cases/{case.id}/" in body, case.id
