"""The Japanese eras: a year or date as 令和2年, and a date written so as a western one."""

import re
import unicodedata
from datetime import date

ERAS = (
    (date(2019, 5, 1), "令和"),
    (date(1989, 1, 8), "平成"),
    (date(1926, 12, 25), "昭和"),
    (date(1912, 7, 30), "大正"),
    (date(1868, 1, 25), "明治"),
)
"""First day of each era, newest first (Meiji counted from the start of its first year, as the Cabinet's ordinances do)."""

_WRITTEN = re.compile(r"(?P<era>令和|平成|昭和|大正|明治)(?P<year>元|\d{1,2})年(?:(?P<month>\d{1,2})月(?:(?P<day>\d{1,2})日)?)?")


def era_year(day: date) -> str:
    """Return the year of `day` in its era: 令和2, 平成元; 西暦1860 before Meiji."""
    for start, name in ERAS:
        if day >= start:
            number = day.year - start.year + 1
            return f"{name}{'元' if number == 1 else number}"
    return f"西暦{day.year}"


def western(text: str) -> str | None:
    """Return 平成31年4月30日 as 2019-04-30, as exact as it is written; None for anything else and for days no era has."""
    found = _WRITTEN.fullmatch(unicodedata.normalize("NFKC", text).replace(" ", ""))
    if not found:
        return None
    start = next(start for start, name in ERAS if name == found["era"])
    year = start.year - 1 + (1 if found["year"] == "元" else int(found["year"]))
    month, day = int(found["month"] or 0), int(found["day"] or 0)
    try:
        possible = [date(year, month or 12, day or 28), date(year, month or 1, day or 1)]
    except ValueError:
        return None
    if not any(era_year(day_of_year).startswith(found["era"]) for day_of_year in possible):
        return None
    return "-".join([str(year), *(f"{part:02}" for part in (month, day) if part)])
