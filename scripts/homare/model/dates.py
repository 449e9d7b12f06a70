"""Dates as records write them: as exact as the source is, never more.

`2018` · `2018-12` · `2018-12-01` · `2018年度` (a fiscal year, April to March) · `A/B` (a span of two of these).
"""

import re
from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache
from typing import Annotated

from pydantic import AfterValidator, Field
from pydantic_core import PydanticCustomError

EARLIEST_YEAR, LATEST_YEAR = 1868, 2100
_POINT = re.compile(r"(?P<year>\d{4})(?:年度|-(?P<month>\d{2})(?:-(?P<day>\d{2}))?)?", re.ASCII)
_MOST_KEPT = 4096
"""A library names the same days again and again: what they mean is kept for so many."""


@dataclass(frozen=True)
class Point:
    """A year, month, day or fiscal year."""

    year: int
    month: int | None = None
    day: int | None = None
    fiscal: bool = False


@lru_cache(maxsize=_MOST_KEPT)
def parse_point(text: str) -> Point:
    """Return the Point that `text` writes; raises ValueError for another form or a day that no calendar has."""
    found = _POINT.fullmatch(text)
    if not found:
        raise ValueError(text)
    year = int(found["year"])
    month = int(found["month"]) if found["month"] else None
    day = int(found["day"]) if found["day"] else None
    date(year, month or 1, day or 1)
    if not EARLIEST_YEAR <= year <= LATEST_YEAR:
        raise ValueError(text)
    return Point(year, month, day, text.endswith("年度"))


@lru_cache(maxsize=_MOST_KEPT)
def parse_span(text: str) -> tuple[Point, Point | None]:
    """Return the start and end of `A/B`, or the point and None; raises ValueError, also for an end before its start."""
    first, slash, last = text.partition("/")
    start, end = parse_point(first), parse_point(last) if slash else None
    if end and _order(end, is_end=True) < _order(start):
        raise ValueError(text)
    return start, end


@lru_cache(maxsize=_MOST_KEPT)
def sort_key(text: str) -> tuple[int, int, int]:
    """Return a key that orders dates by their start; a fiscal year counts from April, an unknown month comes first."""
    return _order(parse_span(text)[0])


@lru_cache(maxsize=_MOST_KEPT)
def first_and_last_day(text: str) -> tuple[date, date]:
    """Return the days between which a date or span lies: `2018年度` is 2018-04-01 and 2019-03-31."""
    start, end = parse_span(text)
    return _first_day(start), _last_day(end or start)


def _first_day(point: Point) -> date:
    return date(point.year, 4, 1) if point.fiscal else date(point.year, point.month or 1, point.day or 1)


def _last_day(point: Point) -> date:
    if point.fiscal:
        return date(point.year + 1, 3, 31)
    if point.month and point.day:
        return date(point.year, point.month, point.day)
    month = point.month or 12
    next_month = date(point.year + month // 12, month % 12 + 1, 1)
    return next_month - timedelta(days=1)


def _order(point: Point, is_end: bool = False) -> tuple[int, int, int]:
    """A key that orders points; an unknown month or day comes first, or last for the end of a span."""
    if point.fiscal:
        return (point.year + 1, 3, 31) if is_end else (point.year, 4, 0)
    return point.year, point.month or (12 if is_end else 0), point.day or (31 if is_end else 0)


def _checked_point(text: str) -> str:
    try:
        parse_point(text)
    except ValueError:
        raise PydanticCustomError("wrong_date", "not a date: {text}", {"text": text}) from None
    return text


def _checked_span(text: str) -> str:
    try:
        parse_span(text)
    except ValueError:
        raise PydanticCustomError("wrong_date", "not a date: {text}", {"text": text}) from None
    return text


_WRITTEN = r"[0-9]{4}(年度|-[0-9]{2}(-[0-9]{2})?)?"
"""The form of a point for JSON Schema, which knows no named groups; the calendar is checked by the validators only."""

Date = Annotated[str, AfterValidator(_checked_point), Field(json_schema_extra={"pattern": f"^{_WRITTEN}$"})]
DateOrSpan = Annotated[
    str, AfterValidator(_checked_span), Field(json_schema_extra={"pattern": f"^{_WRITTEN}(/{_WRITTEN})?$"})
]
