"""Which cases are alike, and why: shared words of the vocabulary, each with a weight and a reason in words."""

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import reduce
from heapq import heappop, heappush
from operator import or_
from typing import NamedTuple

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


class _Term(NamedTuple):
    """What a case may share with another: how much that adds to the score of the two, the reason, and who shares it.

    `places` are those in `catalogue.cases`, as bits.
    """

    weight: float
    reason: str
    places: int
    is_town: bool = False


def similar_cases(catalogue: Catalogue, case: Case, most: int = 4) -> tuple[Similar, ...]:
    """Return up to `most` cases that share at least one term with `case`, most alike first.

    They hang on the ids and terms of all cases alone, and on `reason_words`.
    """
    terms = list(_terms(catalogue, case))
    places = _likely(terms, catalogue.place_by_id[case.id], most)
    pairs = [
        _compared(catalogue.cases[place], [term for term in terms if term.places >> place & 1]) for place in places
    ]
    return tuple(sorted(pairs, key=lambda pair: (-pair.score, pair.case.id))[:most])


def reason_words(catalogue: Catalogue) -> Iterator[str]:
    """Yield the words of the vocabulary that reasons are made of."""
    words = catalogue.vocabulary
    for facet in (*_REASONS, "organisation_types"):
        yield from (term.label for term in getattr(words, facet).values())
    yield from (prefecture.name for prefecture in words.prefectures.values())


def _likely(terms: Sequence[_Term], own: int, most: int) -> list[int]:
    """Return the places of the `most` highest scores and all that equal the last of them; `own` is not one of them.

    A library of 10,000 has 50 million pairs, so none is looked at by itself: places that share the same terms stay
    together, term by term from the heaviest on, and whichever can still reach the highest score go on first.
    """
    terms = sorted(terms, key=lambda term: -term.weight)
    sharing = reduce(or_, (term.places for term in terms)) & ~(1 << own)
    groups = [(-sum(term.weight for term in terms), 0, sharing)]  # each with the score in reach, negative for the heap
    found, last = list[int](), 0.0
    while groups:
        reach, depth, places = heappop(groups)
        if len(found) >= most and reach > last + _ROUNDING:
            break
        for term in terms[depth:]:
            depth += 1
            shared = places & term.places
            if shared != places:
                heappush(groups, (reach + term.weight, depth, places ^ shared))
            places = shared
        if places:
            last = last if len(found) >= most else reach
            found += _places_of(places)
    return found


def _places_of(bits: int) -> Iterator[int]:
    while bits:
        lowest = bits & -bits
        yield lowest.bit_length() - 1
        bits ^= lowest


def _terms(catalogue: Catalogue, case: Case) -> Iterator[_Term]:
    words, places_with = catalogue.vocabulary, catalogue.place_bits_with
    for facet, reason in _REASONS.items():
        labels = getattr(words, facet)
        for key in getattr(case, facet):
            if key not in _UNTELLING:
                weight = weight_of(catalogue, facet, key)
                yield _Term(weight, f"{reason}：{labels[key].label}", places_with[facet, key])
    kind = case.recipient.type
    label = words.organisation_types[kind].label
    yield _Term(weight_of(catalogue, "type", kind), f"同じ立場：{label}", places_with["type", kind])
    if prefecture := case.recipient.prefecture:
        reason = f"同じ地域：{words.prefectures[prefecture].name}"
        yield _Term(WEIGHTS["prefecture"], reason, places_with["prefecture", prefecture])
        if town := case.recipient.municipality:
            reason, places = f"同じ地域：{catalogue.place_of(case)}", places_with["town", prefecture + town]
            yield _Term(WEIGHTS["prefecture"], reason, places, is_town=True)


def _compared(other: Case, shared: Sequence[_Term]) -> Similar:
    """Return the pair with its score and reasons; a town counts with its prefecture, which stands before it."""
    reasons = [(term.weight, term.reason) for term in shared]
    if shared[-1].is_town:
        reasons[-2:] = [(2 * WEIGHTS["prefecture"], shared[-1].reason)]
    reasons.sort(key=lambda entry: -entry[0])
    return Similar(other, sum(score for score, _ in reasons), tuple(reason for _, reason in reasons))


def weight_of(catalogue: Catalogue, facet: str, key: str) -> float:
    """Return what a shared term adds to a score: the rarer the term, the more."""
    return WEIGHTS[facet] / math.sqrt(catalogue.term_counts[facet, key])
