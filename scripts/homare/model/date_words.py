"""Dates as readers see them: 令和2年（2020年）9月. Stored western, said with the era, from this one place."""

from datetime import date
from functools import cache, lru_cache

from homare.model.dates import Point, parse_span
from homare.model.eras import era_year


@cache
def year_words(year: int) -> str:
    """Return 「令和2年（2020年）」; a year in which the era changed, 「平成31年・令和元年（2019年）」."""
    first, last = era_year(date(year, 1, 31)), era_year(date(year, 12, 31))
    return f"{first}年（{year}年）" if first == last else f"{first}年・{last}年（{year}年）"


@lru_cache(maxsize=4096)
def date_words(text: str) -> str:
    """Return a record's date or span in words. Raises ValueError when `text` is not a date of the model."""
    start, end = parse_span(text)
    return _point_words(start) if end is None else f"{_point_words(start)}〜{_point_words(end)}"


def _point_words(point: Point) -> str:
    if point.fiscal:
        return f"{era_year(date(point.year, 12, 31))}年度（{point.year}年度）"
    if point.month is None:
        return year_words(point.year)
    era = era_year(date(point.year, point.month, point.day or 28))
    day = f"{point.day}日" if point.day else ""
    return f"{era}年（{point.year}年）{point.month}月{day}"
