"""The sessions whose day is known: what a calendar can hold."""

from datetime import date

from homare.model.catalogue import Catalogue
from homare.model.dates import parse_point
from homare.model.session import HeldSession

CALENDAR = "sessions/calendar.ics"
"""Where the calendar stands as soon as one session has a day."""


def session_days(catalogue: Catalogue) -> list[tuple[date, HeldSession]]:
    """Return the sessions with a day, newest first; a month or a year is not enough for a calendar."""
    days = ((exact_day(session.date), session) for session in catalogue.held_sessions if session.date)
    return [(day, session) for day, session in days if day]


def exact_day(text: str) -> date | None:
    """Return the day that a date names, or None when it is a month, a year or a fiscal year."""
    point = parse_point(text)
    return date(point.year, point.month, point.day) if point.month and point.day else None
