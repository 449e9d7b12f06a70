"""Which cases are alike, and why: shared words of the vocabulary, each with a weight and a reason in words."""

import math
from collections.abc import Iterator
from dataclasses import dataclass

from homare.model.case import Case
from homare.model.catalogue import Catalogue

WEIGHTS = {"methods": 3.0, "challenges": 3.0, "themes": 1.5, "industries": 1.0, "type": 1.0, "prefecture": 1.5}
"""A reader comes with a problem and takes away a method, so these weigh most. A term that few cases have says more
about a pair than one that many have, so each weight is divided by the square root of the term's number of cases."""

_REASONS = {"methods": "同じ手法", "challenges": "同じ課題", "themes": "同じテーマ", "industries": "同じ業種"}
_UNTELLING = {"cross-industry"}


@dataclass(frozen=True)
class Similar:
    """A case that is like another, the score of the pair and the reasons, strongest first."""

    case: Case
    score: float
    reasons: tuple[str, ...]


def similar_cases(catalogue: Catalogue, case: Case, most: int = 4) -> tuple[Similar, ...]:
    """Return up to `most` cases that share at least one term with `case`, most alike first."""
    pairs = (_compare(catalogue, case, other) for other in catalogue.cases if other.id != case.id)
    found = [pair for pair in pairs if pair.reasons]
    return tuple(sorted(found, key=lambda pair: (-pair.score, pair.case.id))[:most])


def _compare(catalogue: Catalogue, case: Case, other: Case) -> Similar:
    scored = sorted(_shared(catalogue, case, other), key=lambda item: -item[0])
    return Similar(other, sum(score for score, _ in scored), tuple(reason for _, reason in scored))


def _shared(catalogue: Catalogue, case: Case, other: Case) -> Iterator[tuple[float, str]]:
    words = catalogue.vocabulary
    for facet, reason in _REASONS.items():
        for key in getattr(case, facet):
            if key in getattr(other, facet) and key not in _UNTELLING:
                label = getattr(words, facet)[key].label
                yield _weight(catalogue, facet, key), f"{reason}：{label}"
    if case.recipient.type == other.recipient.type:
        label = words.organisation_types[case.recipient.type].label
        yield WEIGHTS["type"] / _spread(catalogue, "type", case.recipient.type), f"同じ立場：{label}"
    prefecture = case.recipient.prefecture
    if prefecture and prefecture == other.recipient.prefecture:
        same_town = case.recipient.municipality and case.recipient.municipality == other.recipient.municipality
        place = catalogue.place_of(case) if same_town else words.prefectures[prefecture].name
        yield WEIGHTS["prefecture"] * (2 if same_town else 1), f"同じ地域：{place}"


def _weight(catalogue: Catalogue, facet: str, key: str) -> float:
    return WEIGHTS[facet] / _spread(catalogue, facet, key)


def _spread(catalogue: Catalogue, facet: str, key: str) -> float:
    return math.sqrt(catalogue.term_counts[facet, key])
