"""The study sessions that have a day, as iCalendar (RFC 5545)."""

from collections.abc import Iterator
from datetime import date, timedelta
from urllib.parse import urlsplit

from homare.exports.dataset import Dataset
from homare.model.session import HeldSession
from homare.model.session_days import exact_day, session_days
from homare.model.site_words import LIBRARY

_MOST_OCTETS = 75
"""RFC 5545, 3.1: a longer line goes on in the next, after a space."""


def sessions_calendar(dataset: Dataset) -> str:
    """Return the calendar, or "" when no session has a day: an empty calendar is none."""
    events = [line for day, session in session_days(dataset.catalogue) for line in _event(dataset, day, session)]
    if not events:
        return ""
    head = ("BEGIN:VCALENDAR", "VERSION:2.0", f"PRODID:-//homare//{LIBRARY}//JA", "CALSCALE:GREGORIAN")
    return "".join(f"{_folded(line)}\r\n" for line in (*head, *events, "END:VCALENDAR"))


def _event(dataset: Dataset, day: date, session: HeldSession) -> Iterator[str]:
    address = f"{dataset.site}sessions/{session.id}/"
    stamp = exact_day(session.updated or session.recorded) or dataset.changed
    yield "BEGIN:VEVENT"
    yield f"UID:{session.id}@{urlsplit(dataset.site).netloc}"
    yield f"DTSTAMP:{stamp:%Y%m%d}T000000Z"
    yield f"DTSTART;VALUE=DATE:{day:%Y%m%d}"
    yield f"DTEND;VALUE=DATE:{day + timedelta(days=1):%Y%m%d}"
    yield f"SUMMARY:{_escaped(session.title)}"
    yield f"LOCATION:{_escaped(session.place)}"
    if session.theme:
        yield f"DESCRIPTION:{_escaped(session.theme)}"
    yield f"URL:{address}"
    yield "END:VEVENT"


def _escaped(text: str) -> str:
    one_line = " ".join(text.split("\n"))
    return one_line.replace("\\", "\\\\").replace(";", "\\;").replace(",", "\\,")


def _folded(line: str) -> str:
    """Break a line after at most 75 octets, never within a character."""
    parts, octets = [""], 0
    for character in line:
        size = len(character.encode())
        if octets + size > _MOST_OCTETS:
            parts.append(" ")
            octets = 1
        parts[-1] += character
        octets += size
    return "\r\n".join(parts)
