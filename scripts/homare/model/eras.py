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
"""First day of each era, newest first (Meiji from the start of its first year, as the Cabinet's ordinances count)."""

_ERA_DATE = re.compile(
    r"(?P<era>令和|平成|昭和|大正|明治)(?P<year>元|\d{1,2})年"
    r"(?:(?P<fiscal>度)|(?P<month>\d{1,2})月(?:(?P<day>\d{1,2})日)?)?",
    re.ASCII,
)
_WESTERN_DATE = re.compile(
    r"(?P<year>\d{4})(?:年|[-./](?=\d))(?:(?P<month>\d{1,2})(?:月|[-./](?=\d)|$)(?:(?P<day>\d{1,2})日?)?)?", re.ASCII
)


def era_year(day: date) -> str:
    """Return the year of `day` in its era: 令和2, 平成元; 西暦1860 before Meiji."""
    for start, name in ERAS:
        if day >= start:
            number = day.year - start.year + 1
            return f"{name}{'元' if number == 1 else number}"
    return f"西暦{day.year}"


def likely_date(text: str) -> str | None:
    """Return a date as the model writes it for 平成31年4月30日, 2018年12月 or 2018.12.1, exactly as precise as written.

    None for anything else, for a day that no calendar has and for one that its era does not have (平成32年).
    """
    typed = unicodedata.normalize("NFKC", text).replace(" ", "")
    if found := _ERA_DATE.fullmatch(typed):
        start = next(start for start, name in ERAS if name == found["era"])
        year, fiscal = start.year - 1 + (1 if found["year"] == "元" else int(found["year"])), bool(found["fiscal"])
    elif found := _WESTERN_DATE.fullmatch(typed):
        year, fiscal = int(found["year"]), False
    else:
        return None
    month, day = int(found["month"] or 0), int(found["day"] or 0)
    try:
        possible = {era_year(date(year, month or first, day or 1)) for first in (4 if fiscal else 1, 12)}
        possible.add(era_year(date(year, month or 12, day or 28)))
    except ValueError:
        return None
    if "era" in found.groupdict() and not any(name.startswith(found["era"]) for name in possible):
        return None
    return "-".join([str(year), *(f"{part:02}" for part in (month, day) if part)]) + ("年度" if fiscal else "")
