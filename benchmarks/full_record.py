"""A synthetic record with all parts that real records have, about as many of each."""

import random
from collections.abc import Callable, Mapping, Sequence
from itertools import cycle

STATEMENTS = {
    "challenge": 2,
    "approach": 5,
    "organisation": 3,
    "funding": 2,
    "results": 3,
    "recognition": 2,
    "obstacles": 2,
    "spread": 2,
}
"""Statements in each section. This and the numbers below are what the 54 real records had on 2026-11-29, on average."""
EVENTS, FIGURES, LESSONS, CONDITIONS, NOTES, SOURCES = 8, 8, 3, 3, 5, 13
WITH_SPREAD, SPREADS = 0.2, 2
"""So many records tell of other places that took the programme up, and of so many."""
WITH_RELATED = 0.4
UPDATED = 0.25
_UNITS = (("参加した会社", "社"), ("修了者", "人"), ("試作した品", "点"), ("相談", "件"), ("売上", "百万円"))
_GRADES = ("primary", "primary", "secondary", "secondary", "copy")
Text = Callable[[int], str]
"""Returns so many invented sentences."""


def in_full(
    record: Mapping[str, object], chance: random.Random, text: Text, prefectures: Sequence[str], before: Sequence[str]
) -> dict[str, object]:
    """Return a short synthetic `record` with all that a real one has; it may name records with the ids `before`."""
    sources = {f"s{number}": _source(chance, number) for number in range(1, SOURCES + 1)}
    keys = cycle(sources)
    year = int(str(_part(record, "award")["edition"]))

    def told(**values: object) -> dict[str, object]:
        scope = {"scope": "related"} if chance.random() < 0.1 else {}
        return {**values, **scope, "sources": [next(keys)]}

    statements = {name: [told(text=text(1)) for _ in range(number)] for name, number in STATEMENTS.items()}
    return {
        **record,
        "programme": f"{str(record['title'])[:20]}推進事業",
        "award": {**_part(record, "award"), "evidence": ["s1"]},
        "recipient": {**_part(record, "recipient"), "reading": "みほんしんこうかい", "municipality": "見本市"},
        "partners": ["見本大学", "見本信用金庫"],
        "started": year - chance.randint(2, 9),
        "status": {"state": "continuing", "checked": str(chance.randint(2019, 2026)), "sources": ["s2"]},
        "statements": statements,
        "history": [told(date=str(year - 5 + place), text=text(1)) for place in range(EVENTS)],
        "figures": [_figure(chance, told, year, place) for place in range(FIGURES)],
        "adaptations": _adaptations(chance, told, text, prefectures, before),
        "lessons": [{"text": text(1), "basis": ["approach"]} for _ in range(LESSONS)],
        "conditions": [{"text": text(1), "basis": ["organisation"]} for _ in range(CONDITIONS)],
        "related": _related(chance, before),
        "notes": [text(1) for _ in range(NOTES)],
        "sources": sources,
        **({"updated": "2026-11-20"} if chance.random() < UPDATED else {}),
    }


def _part(record: Mapping[str, object], name: str) -> Mapping[str, object]:
    part = record[name]
    assert isinstance(part, dict)
    return part


def _source(chance: random.Random, number: int) -> dict[str, object]:
    return {
        "title": f"架空の事業の報告（第{number}号）",
        "publisher": chance.choice(("架空の協議会", "架空の新聞", "見本県", "見本市の広報")),
        "url": f"https://example.org/{number}/{chance.randint(1, 10**6)}",
        "published": f"{chance.randint(2012, 2025)}-04-01",
        "accessed": "2026-11-01",
        "grade": _GRADES[number % len(_GRADES)],
    }


def _figure(chance: random.Random, told: Callable[..., dict[str, object]], year: int, place: int) -> dict[str, object]:
    label, unit = _UNITS[place % len(_UNITS)]
    rest: dict[str, object] = {"qualifier": "年度の終わり"} | ({} if place else {"lead": True})
    if place % 2:
        rest["bound"] = "about"
    if not place % 4:
        rest["baseline"] = {"value": chance.randint(1, 90), "date": str(year - 3)}
    return told(label=f"{label}（{place + 1}）", value=chance.randint(2, 900), unit=unit, date=str(year), **rest)


def _adaptations(
    chance: random.Random,
    told: Callable[..., dict[str, object]],
    text: Text,
    prefectures: Sequence[str],
    before: Sequence[str],
) -> list[dict[str, object]]:
    if chance.random() >= WITH_SPREAD or not before:
        return []
    return [
        told(
            to=f"架空{chance.choice('東西南北')}町の商工会",
            prefecture=chance.choice(prefectures),
            date=str(chance.randint(2015, 2025)),
            what=text(1),
            certainty=chance.choice(("documented", "reported", "unclear")),
        )
        for _ in range(SPREADS)
    ]


def _related(chance: random.Random, before: Sequence[str]) -> list[dict[str, object]]:
    if chance.random() >= WITH_RELATED or not before:
        return []
    return [
        {"case": case_id, "reason": "同じ人が始めた取組です。"}
        for case_id in chance.sample(before, min(2, len(before)))
    ]
