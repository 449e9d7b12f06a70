"""Figures in words: separators, no needless decimals, and what stands before and after."""

import pytest

from homare.model.case import Figure
from homare.model.numbers import number_words, value_words


@pytest.mark.parametrize(
    ("value", "words"),
    [
        (5200.0, "5,200"),
        (6.7, "6.7"),
        (0.0, "0"),
        (-5.0, "-5"),
        (1234567.5, "1,234,567.5"),
        (12345678901.25, "12,345,678,901.25"),
        (999999999999999.0, "999,999,999,999,999"),
        (0.000001, "0.000001"),
        (-0.5, "-0.5"),
    ],
)
def test_a_number_is_written_as_people_write_it(value: float, words: str) -> None:
    assert number_words(value) == words


@pytest.mark.parametrize(
    ("bound", "words"),
    [
        (None, ("120", "件")),
        ("about", ("約120", "件")),
        ("over", ("120", "件超")),
        ("at-least", ("120", "件以上")),
        ("nearly", ("120", "件近く")),
        ("up-to", ("120", "件以下")),
    ],
)
def test_every_bound_has_its_word(bound: str | None, words: tuple[str, str]) -> None:
    figure = Figure.model_validate({"label": "件数", "value": 120, "unit": "件", "bound": bound, "sources": ["a"]})
    assert value_words(figure) == words
