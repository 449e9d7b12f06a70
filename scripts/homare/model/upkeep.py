"""What needs the editors' care: records with gaps, states not looked at for long, terms that have drifted."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from difflib import SequenceMatcher
from itertools import combinations
from typing import Literal

from homare.model.case import Case
from homare.model.case_facts import PARTS
from homare.model.catalogue import Catalogue
from homare.model.dates import first_and_last_day
from homare.model.vocabulary import Term

STALE_YEARS = 3
"""A state that nobody has looked at for so long is no longer news to a reader who wants to call."""
FACETS = {
    "challenges": "課題",
    "themes": "テーマ",
    "methods": "手法",
    "industries": "業種",
    "organisation_types": "立場",
}
TOO_BROAD = 1 / 3
"""A term that more than a third of all cases have tells no two cases apart (data model)."""
LIKE_LABELS, LIKE_CASES, FEWEST_SHARED = 0.75, 0.6, 3
"""From which likeness on two terms may be one: of their labels, and of their sets of cases when these are not tiny."""

DriftKind = Literal["unused", "broad", "same-name", "like-label", "like-cases"]


@dataclass(frozen=True)
class Gap:
    """A record and the parts in which it says nothing about the awarded programme."""

    case: Case
    empty: tuple[str, ...]


@dataclass(frozen=True)
class Stale:
    """A record whose state was last shown by a source of `checked`; None: no source shows it."""

    case: Case
    checked: str | None


@dataclass(frozen=True)
class Drift:
    """A term, or two of a facet, to look at. `cases` is how many cases it is about."""

    kind: DriftKind
    facet: str
    keys: tuple[str, ...]
    cases: int


@dataclass(frozen=True)
class Upkeep:
    """Everything to look at; each list with the most urgent first."""

    cases: int
    gaps: tuple[Gap, ...]
    thin: tuple[Case, ...]
    stale: tuple[Stale, ...]
    drift: tuple[Drift, ...]


def upkeep(catalogue: Catalogue, today: date) -> Upkeep:
    """Return what needs care in `catalogue` as seen on `today`."""
    facts = catalogue.facts
    gaps = (
        Gap(case, tuple(part for part, state in facts[case.id].filled.items() if state != "own"))
        for case in catalogue.cases
    )
    return Upkeep(
        len(catalogue.cases),
        tuple(sorted((gap for gap in gaps if gap.empty), key=lambda gap: (-len(gap.empty), gap.case.id))),
        catalogue.where(lambda case: facts[case.id].is_thin),
        tuple(sorted(_stale(catalogue, today), key=lambda entry: (entry.checked or "", entry.case.id))),
        tuple(drift for facet in FACETS for drift in _drift(catalogue, facet)),
    )


def part_title(part: str) -> str:
    """Return what people call a part of a record."""
    return PARTS[part]


def _stale(catalogue: Catalogue, today: date) -> Iterator[Stale]:
    for case in catalogue.cases:
        if case.status and case.status.state == "ended":
            continue
        checked = case.status.checked if case.status else None
        last = first_and_last_day(checked)[1] if checked else None
        if last is None or (today - last).days > STALE_YEARS * 365:
            yield Stale(case, checked)


def _drift(catalogue: Catalogue, facet: str) -> Iterator[Drift]:
    terms: dict[str, Term] = dict(getattr(catalogue.vocabulary, facet))
    cases = {key: {case.id for case in catalogue.with_term(facet, key)} for key in terms}
    broader = {term.broader for term in terms.values()}
    for key, found in cases.items():
        if not found and key not in broader:
            yield Drift("unused", facet, (key,), 0)
        elif len(found) > len(catalogue.cases) * TOO_BROAD:
            yield Drift("broad", facet, (key,), len(found))
    for one, other in combinations(terms, 2):
        if one == terms[other].broader or other == terms[one].broader:
            continue
        kind = _likeness(terms[one], terms[other], cases[one], cases[other])
        if kind:
            yield Drift(kind, facet, (one, other), len(cases[one] & cases[other]))


def _likeness(one: Term, other: Term, cases: set[str], others: set[str]) -> DriftKind | None:
    if {one.label, *one.alt} & {other.label, *other.alt}:
        return "same-name"
    if SequenceMatcher(None, one.label, other.label).ratio() >= LIKE_LABELS:
        return "like-label"
    shared = len(cases & others)
    return "like-cases" if shared >= FEWEST_SHARED and shared >= LIKE_CASES * len(cases | others) else None
