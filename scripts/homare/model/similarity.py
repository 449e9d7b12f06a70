"""Which cases are alike, and why: shared words of the vocabulary, each with a weight and a reason in words."""

import math
from collections.abc import Iterator
from dataclasses import dataclass
from heapq import nlargest

from homare.model.case import Case
from homare.model.catalogue import Catalogue

WEIGHTS = {"methods": 3.0, "challenges": 3.0, "themes": 1.5, "industries": 1.0, "type": 1.0, "prefecture": 1.5}
"""A reader comes with a problem and takes away a method, so these weigh most. A term that few cases have says more
about a pair than one that many have, so the weight of a term or of a type is divided by the square root of its number
of cases. A place says as much however many cases it has: its weight stays, and doubles within one town."""

_REASONS = {"methods": "同じ手法", "challenges": "同じ課題", "themes": "同じテーマ", "industries": "同じ業種"}
_UNTELLING = {"cross-industry"}
_ROUNDING = 1e-9
"""Sums of the same weights in another order may differ by less than this."""


@dataclass(frozen=True)
class Similar:
    """A case that is like another, the score of the pair and the reasons, strongest first."""

    case: Case
    score: float
    reasons: tuple[str, ...]


def similar_cases(catalogue: Catalogue, case: Case, most: int = 4) -> tuple[Similar, ...]:
    """Return up to `most` cases that share at least one term with `case`, most alike first."""
    pairs = (_compare(catalogue, case, catalogue.cases[place]) for place in _likely(catalogue, case, most))
    return tuple(sorted(pairs, key=lambda pair: (-pair.score, pair.case.id))[:most])


def _likely(catalogue: Catalogue, case: Case, most: int) -> list[int]:
    """Return the places in `catalogue.cases` of the `most` highest scores and all that equal the last of them.

    A library of 10,000 has 50 million pairs, and a frequent term has a thousand cases: so the heaviest terms are looked
    at first, and once all that is left weighs less than the last of the highest scores, no further case is taken in.
    """
    terms = sorted(_weighted_terms(catalogue, case), key=lambda term: -term[2])
    left = sum(weight for _, _, weight in terms)
    own, scores, is_open = catalogue.place_by_id[case.id], dict[int, float](), True
    for facet, key, weight in terms:
        left -= weight
        among = catalogue.place_sets_with[facet, key]
        for place in among if is_open else among.intersection(scores):
            scores[place] = scores.get(place, 0) + weight
        if is_open:
            scores.pop(own, None)
            is_open = len(scores) < most or nlargest(most, scores.values())[-1] <= left + _ROUNDING
    least = nlargest(most, scores.values())[-1:]
    return [place for place, score in scores.items() if score >= least[0] - _ROUNDING]


def _weighted_terms(catalogue: Catalogue, case: Case) -> Iterator[tuple[str, str, float]]:
    """Yield what `case` may share with another, and how much that adds to the score of the two."""
    for facet in _REASONS:
        for key in getattr(case, facet):
            if key not in _UNTELLING:
                yield facet, key, weight_of(catalogue, facet, key)
    yield "type", case.recipient.type, weight_of(catalogue, "type", case.recipient.type)
    if prefecture := case.recipient.prefecture:
        yield "prefecture", prefecture, WEIGHTS["prefecture"]
        if town := case.recipient.municipality:
            yield "town", prefecture + town, WEIGHTS["prefecture"]


def _compare(catalogue: Catalogue, case: Case, other: Case) -> Similar:
    scored = sorted(_shared(catalogue, case, other), key=lambda item: -item[0])
    return Similar(other, sum(score for score, _ in scored), tuple(reason for _, reason in scored))


def _shared(catalogue: Catalogue, case: Case, other: Case) -> Iterator[tuple[float, str]]:
    words = catalogue.vocabulary
    for facet, reason in _REASONS.items():
        for key in getattr(case, facet):
            if key in getattr(other, facet) and key not in _UNTELLING:
                label = getattr(words, facet)[key].label
                yield weight_of(catalogue, facet, key), f"{reason}：{label}"
    if case.recipient.type == other.recipient.type:
        label = words.organisation_types[case.recipient.type].label
        yield weight_of(catalogue, "type", case.recipient.type), f"同じ立場：{label}"
    prefecture = case.recipient.prefecture
    if prefecture and prefecture == other.recipient.prefecture:
        same_town = case.recipient.municipality and case.recipient.municipality == other.recipient.municipality
        place = catalogue.place_of(case) if same_town else words.prefectures[prefecture].name
        yield WEIGHTS["prefecture"] * (2 if same_town else 1), f"同じ地域：{place}"


def weight_of(catalogue: Catalogue, facet: str, key: str) -> float:
    """Return what a shared term adds to a score: the rarer the term, the more."""
    return WEIGHTS[facet] / math.sqrt(catalogue.term_counts[facet, key])
