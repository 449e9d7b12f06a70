"""Dates as pages show them: era and western year in words, the western date for machines."""

import pytest

from homare.pages.dates import date_markdown, date_words, year_markdown, year_words


@pytest.mark.parametrize(
    ("year", "words"),
    [
        (2020, "令和2年（2020年）"),
        (2019, "平成31年・令和元年（2019年）"),
        (2018, "平成30年（2018年）"),
        (1989, "平成元年（1989年）"),
        (1926, "大正15年・昭和元年（1926年）"),
        (1912, "明治45年・大正元年（1912年）"),
        (1868, "明治元年（1868年）"),
    ],
)
def test_a_year_with_its_era(year: int, words: str) -> None:
    """1989 began with seven days of 昭和64年, which no one means by the year."""
    assert year_words(year) == words


@pytest.mark.parametrize(
    ("date", "words"),
    [
        ("2019-04-30", "平成31年（2019年）4月30日"),
        ("2019-05-01", "令和元年（2019年）5月1日"),
        ("2019-04", "平成31年（2019年）4月"),
        ("2019-05", "令和元年（2019年）5月"),
        ("2018年度", "平成30年度（2018年度）"),
        ("2019年度", "令和元年度（2019年度）"),
        ("2011年度/2017年度", "平成23年度（2011年度）〜平成29年度（2017年度）"),
        ("2018/2020-02-29", "平成30年（2018年）〜令和2年（2020年）2月29日"),
        ("1868-01-01", "西暦1868年（1868年）1月1日"),
        ("2100-12-31", "令和82年（2100年）12月31日"),
    ],
)
def test_a_date_is_shown_as_exactly_as_it_is_known(date: str, words: str) -> None:
    assert date_words(date) == words


def test_machines_get_the_western_date_where_there_is_one() -> None:
    assert date_markdown("2020-02") == '<time datetime="2020-02">令和2年（2020年）2月</time>'
    assert date_markdown("2018年度") == "平成30年度（2018年度）"
    assert date_markdown("2018/2020") == "平成30年（2018年）〜令和2年（2020年）"
    assert year_markdown(2020) == '<time datetime="2020">令和2年（2020年）</time>'
