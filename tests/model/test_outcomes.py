"""What records tell of the time after an award."""

from collections import Counter

import pytest

from homare.model.outcomes import first_with_individuals, later_events, ledger, rounds, states
from tests.libraries import SMALLEST, catalogue_of

EVENT = "history:\n  - {{date: {date}, text: 隣の市も加入, sources: [report]{scope}}}\nsources:\n"


@pytest.mark.parametrize(
    ("date", "scope", "expected"),
    [
        ("2021", "", "own"),
        ("2021年度", "", "own"),
        ("2020-12", "", "none"),
        ("2020/2022", "", "none"),
        ("2021", ", scope: related", "related"),
    ],
)
def test_an_event_of_a_later_year_counts_as_later_for_what_it_is_about(date: str, scope: str, expected: str) -> None:
    record = SMALLEST.replace("sources:\n", EVENT.format(date=date, scope=scope), 1)
    assert later_events(catalogue_of({"2020/later.yaml": record})) == Counter([expected, "none"])


def test_a_record_without_a_state_counts_as_unknown() -> None:
    assert states(catalogue_of({})) == {"continuing": 0, "changed": 0, "ended": 0, "unknown": 1}


def test_every_edition_is_a_round_with_its_recorded_winners() -> None:
    catalogue = catalogue_of({})
    recorded = {row.edition.year: row.recorded for row in rounds(catalogue)}
    assert list(recorded) == sorted(recorded)
    assert {year: number for year, number in recorded.items() if number} == {2020: 1}
    assert first_with_individuals(catalogue) == 2017


def test_a_library_without_figures_has_an_empty_ledger() -> None:
    assert ledger(catalogue_of({})) == []
