"""Titles break between phrases: no word is cut, and what stands in brackets stays in one piece."""

import pytest

from homare.model.catalogue import Catalogue
from homare.model.phrases import WHOLE, phrases_of
from homare.site.search.browser_data import title_breaks


def test_the_phrases_of_every_title_are_the_title_and_cut_no_word(real_catalogue: Catalogue) -> None:
    for case in real_catalogue.cases:
        phrases = phrases_of(case.title)
        assert "".join(phrases) == case.title
        assert [word for word in WHOLE if word in case.title and not any(word in part for part in phrases)] == []


@pytest.mark.parametrize(
    ("title", "whole"),
    [
        ("呉市の産業支援機関の常務理事（取組の内容は未確認）", "（取組の内容は未確認）"),
        ("町（旧村）の工場を開く", "（旧村）の"),
    ],
)
def test_what_stands_in_brackets_stays_whole(title: str, whole: str) -> None:
    assert whole in phrases_of(title)


def test_brackets_too_long_for_a_line_may_break() -> None:
    phrases = phrases_of("地域の力（大学と企業と市役所が毎月集まって話し合う場を持つこと）")
    assert len([part for part in phrases if part in "（大学と企業と市役所が毎月集まって話し合う場を持つこと）"]) > 2


def test_a_browser_counts_a_rare_character_as_two() -> None:
    assert title_breaks("吉野の町で") == [3]
    assert title_breaks("𠮷野の町で") == [4]
