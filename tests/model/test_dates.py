"""Dates as exact as the source: the forms, their order, and what is no date."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from homare.model.dates import Point, parse_point, parse_span, sort_key


@pytest.mark.parametrize(
    ("text", "point"),
    [
        ("2018", Point(2018)),
        ("2018-12", Point(2018, 12)),
        ("2018-12-01", Point(2018, 12, 1)),
        ("2018年度", Point(2018, fiscal=True)),
        ("2020-02-29", Point(2020, 2, 29)),
    ],
)
def test_a_point_is_as_exact_as_it_is_written(text: str, point: Point) -> None:
    assert parse_point(text) == point


@pytest.mark.parametrize(
    "text",
    [
        "",
        "2018-13",
        "2018-02-30",
        "2019-02-29",
        "2018-1",
        "18",
        "2018年",
        "２０１８",
        "1867",
        "2101",
        "0000",
        "2018-12-01 ",
        "2018-12年度",
        "2018/",
        "/2018",
        "2018/2019/2020",
        "2019/2018",
        "2018-12/2018-11",
        "2018年度/2018-03",
        "no",
    ],
)
def test_what_is_no_date_is_refused(text: str) -> None:
    with pytest.raises(ValueError):  # noqa: PT011 — the text is the whole message
        parse_span(text)


@pytest.mark.parametrize("text", ["2018/2019", "2018/2018", "2018年度/2018-12", "2018-12/2018", "2018年度/2018年度"])
def test_a_span_may_end_in_the_time_in_which_it_began(text: str) -> None:
    first, _, last = text.partition("/")
    assert parse_span(text) == (parse_point(first), parse_point(last))


def test_dates_sort_by_their_start_and_a_fiscal_year_from_april() -> None:
    ordered = ["2017-12-31", "2018", "2018-01", "2018-03-31", "2018年度", "2018-04-01", "2018-05/2019", "2019"]
    backwards = ordered[::-1]
    assert sorted(backwards, key=sort_key) == ordered


@given(st.dates(date(1868, 1, 1), date(2100, 12, 31)))
def test_every_day_of_the_calendar_is_a_date(day: date) -> None:
    assert parse_point(day.isoformat()) == Point(day.year, day.month, day.day)


@given(st.text(max_size=12) | st.from_regex(r"[0-9]{1,4}(-[0-9]{1,2}){0,2}(年度)?(/[0-9-]{0,10})?", fullmatch=True))
def test_any_text_is_a_span_or_refused(text: str) -> None:
    try:
        start, end = parse_span(text)
    except ValueError:
        return
    assert 1868 <= start.year <= 2100
    assert end is None or end.year >= start.year
