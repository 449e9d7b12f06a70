"""The Japanese eras: their first and last days, and dates that people write in other ways."""

from datetime import date, timedelta
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from homare.model.eras import ERAS, era_year, likely_date


@pytest.mark.parametrize(
    ("day", "words"),
    [
        (date(2019, 4, 30), "平成31"),
        (date(2019, 5, 1), "令和元"),
        (date(1989, 1, 7), "昭和64"),
        (date(1989, 1, 8), "平成元"),
        (date(1926, 12, 24), "大正15"),
        (date(1912, 7, 29), "明治45"),
        (date(2026, 1, 1), "令和8"),
        (date(1860, 1, 1), "西暦1860"),
    ],
)
def test_an_era_begins_and_ends_on_its_day(day: date, words: str) -> None:
    assert era_year(day) == words


@pytest.mark.parametrize(
    ("written", "date_of_model"),
    [
        ("平成31年4月30日", "2019-04-30"),
        ("令和元年5月1日", "2019-05-01"),
        ("昭和64年", "1989"),
        ("平成30年12月", "2018-12"),
        ("平成３０年 度", "2018年度"),
        ("2018年12月1日", "2018-12-01"),
        ("2018/12", "2018-12"),
        ("2018.12.1", "2018-12-01"),
        ("2018年", "2018"),
        ("２０１８－１２", "2018-12"),
    ],
)
def test_a_date_written_otherwise_is_understood(written: str, date_of_model: str) -> None:
    assert likely_date(written) == date_of_model


@pytest.mark.parametrize(
    "written",
    [
        "平成32年",
        "令和元年4月30日",
        "平成31年5月",
        "昭和65年",
        "平成0年",
        "平成30年2月30日",
        "2024-13-45",
        "平成",
        "春",
        "12月",
        "2018-",
        "",
    ],
)
def test_a_day_that_its_era_or_the_calendar_does_not_have_is_not(written: str) -> None:
    assert likely_date(written) is None


@given(st.dates(ERAS[-1][0], date(2099, 12, 31)))
def test_every_day_written_in_its_era_comes_back(day: date) -> None:
    assert likely_date(f"{era_year(day)}年{day.month}月{day.day}日") == day.isoformat()


def test_each_era_follows_the_last_day_of_the_one_before() -> None:
    for (start, name), (_, before) in pairwise(ERAS):
        assert era_year(start) == f"{name}元"
        assert era_year(start - timedelta(days=1)).startswith(before)
