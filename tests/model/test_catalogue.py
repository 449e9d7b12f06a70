"""The catalogue: its order, its counts, and what it says of a case."""

import pytest

from homare.model.case_facts import is_thin
from homare.model.catalogue import Catalogue
from homare.model.completeness import sourced_count
from tests.libraries import EXAMPLES, SMALLEST, catalogue_of

COMPLETE = (EXAMPLES / "accepted/complete.yaml").read_text("utf-8")


def record(edition: str, prize: str = "", extra: str = "") -> str:
    text = SMALLEST.replace("  edition: 2020\n", f"  edition: {edition}\n" if edition else "")
    return text.replace("  evidence:", f"  prize: {prize}\n  evidence:" if prize else "  evidence:") + extra


@pytest.fixture(scope="module")
def catalogue() -> Catalogue:
    return catalogue_of(
        {
            "2019/old.yaml": record("2019", "excellence", "themes: [talent, finance]\n"),
            "2020/high.yaml": record("2020", "meti", "themes: [talent]\n"),
            "2020/mid.yaml": record("2020", "chair"),
            "2020/complete.yaml": COMPLETE.replace("prize: meti", "prize: mext"),
            "undated/some.yaml": record("").replace('prefecture: "13"', "region: kyushu"),
        }
    )


def test_cases_stand_newest_first_then_by_prize_then_by_id(catalogue: Catalogue) -> None:
    assert [case.id for case in catalogue.cases] == [
        "2020-high",
        "2020-complete",
        "2020-mid",
        "2020-smallest",
        "2019-old",
        "undated-some",
    ]


def test_terms_are_counted_over_all_cases(catalogue: Catalogue) -> None:
    assert catalogue.term_counts["themes", "talent"] == 2
    assert catalogue.term_counts["type", "local-agency"] == 6
    assert catalogue.term_counts["themes", "health"] == 0
    assert [case.id for case in catalogue.with_term("themes", "talent")] == ["2020-high", "2019-old"]
    assert len(catalogue.with_term("organisation_types", "local-agency")) == 6


def test_a_place_is_as_exact_as_the_record(catalogue: Catalogue) -> None:
    places = {case.id: catalogue.place_of(case) for case in catalogue.cases}
    assert places["2020-complete"] == "東京都架空市"
    assert places["2020-smallest"] == "東京都"
    assert places["undated-some"] == "九州・沖縄"


def test_editions_prizes_and_regions_select_their_cases(catalogue: Catalogue) -> None:
    assert [case.id for case in catalogue.of_edition(None)] == ["undated-some"]
    assert [case.id for case in catalogue.of_prize("mext")] == ["2020-complete"]
    kanto = catalogue.vocabulary.region("kanto")
    assert kanto is not None
    assert len(catalogue.in_region(kanto)) == 5
    assert len(catalogue.in_prefecture("13")) == 5
    assert catalogue.prize_of(catalogue.by_id["2020-smallest"]) is None


def test_a_case_is_thin_until_a_source_says_how_its_programme_works() -> None:
    approach = "statements: {approach: [{text: 担当者が工場を月に一度回ります。, sources: [report]%s}]}\n"
    made = catalogue_of(
        {"2020/own.yaml": SMALLEST + approach % "", "2020/only-related.yaml": SMALLEST + approach % ", scope: related"}
    )
    assert {case.id: is_thin(case) for case in made.cases} == {
        "2020-own": False,
        "2020-only-related": True,
        "2020-smallest": True,
    }
    assert sourced_count(made) == 2
