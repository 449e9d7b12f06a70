"""Cases for a reader's own situation, with the reasons in words.

The page /similar/ does the same in the browser with the same numbers (`situation_data`); a test compares the two.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from math import sqrt
from typing import Any

from homare.model.case import Case
from homare.model.catalogue import Catalogue
from homare.model.means import MEANS, Means
from homare.model.similarity import WEIGHTS, Similar, weight_of

PLACE_WEIGHTS = {"prefecture": 0.6, "neighbour": 0.4, "region": 0.2}
"""How near a case is. Less than between two cases: the reader asks about a problem, and the place only tells apart what
answers it equally well."""

DECIMALS = 6
"""Scores are compared to so many decimals: sums of fractions differ in the last digits between two languages."""

_FACETS = {"challenges": "同じ課題", "themes": "同じテーマ"}


@dataclass(frozen=True)
class Situation:
    """What a reader says of home; `means` are keys of MEANS."""

    prefecture: str = ""
    type: str = ""
    challenges: tuple[str, ...] = ()
    means: tuple[str, ...] = ()
    themes: tuple[str, ...] = ()


def cases_for(catalogue: Catalogue, situation: Situation) -> tuple[Similar, ...]:
    """Return the cases with at least one reason, best first; of equal score the newer one stands first."""
    found = [_scored(catalogue, case, situation) for case in catalogue.cases]
    return tuple(sorted((entry for entry in found if entry.reasons), key=lambda entry: -entry.score))


def _scored(catalogue: Catalogue, case: Case, situation: Situation) -> Similar:
    parts = sorted(_reasons(catalogue, case, situation), key=lambda part: -round(part[0], DECIMALS))
    return Similar(case, round(sum(score for score, _ in parts), DECIMALS), tuple(reason for _, reason in parts))


def _reasons(catalogue: Catalogue, case: Case, situation: Situation) -> Iterator[tuple[float, str]]:
    words = catalogue.vocabulary
    for facet, reason in _FACETS.items():
        for key in getattr(situation, facet):
            if key in getattr(case, facet):
                yield weight_of(catalogue, facet, key), f"{reason}：{getattr(words, facet)[key].label}"
    for means in MEANS:
        labels = [words.methods[key].label for key in means.methods if key in case.methods]
        if labels and means.key in situation.means:
            yield WEIGHTS["methods"] / sqrt(_using(catalogue, means)), f"手元のものを生かす手法：{'・'.join(labels)}"
    if situation.type and situation.type == case.recipient.type:
        yield (
            weight_of(catalogue, "type", situation.type),
            f"同じ立場：{words.organisation_types[situation.type].label}",
        )
    yield from _nearness(catalogue, case, situation.prefecture)


def _nearness(catalogue: Catalogue, case: Case, home: str) -> Iterator[tuple[float, str]]:
    prefectures, there = catalogue.vocabulary.prefectures, case.recipient.prefecture
    if home not in prefectures:
        return
    region = catalogue.region_of(case)
    if there == home:
        yield PLACE_WEIGHTS["prefecture"], f"同じ地域：{prefectures[home].name}"
    elif there in prefectures[home].neighbours:
        yield PLACE_WEIGHTS["neighbour"], f"隣の地域：{prefectures[there].name}"
    elif region and region == catalogue.vocabulary.region_of(home):
        yield PLACE_WEIGHTS["region"], f"同じ地方：{region.label}"


def _using(catalogue: Catalogue, means: Means) -> int:
    """How many cases use a method that builds on `means`."""
    return len(catalogue.where(lambda case: bool(set(case.methods) & set(means.methods))))


def situation_data(catalogue: Catalogue) -> dict[str, Any]:
    """Return what the browser needs besides the cases: the weights, the labels, who is whose neighbour."""
    words = catalogue.vocabulary
    labels = {facet: getattr(words, facet) for facet in ("challenges", "themes", "methods", "organisation_types")}
    return {
        "weights": {key: WEIGHTS[key] for key in ("challenges", "themes", "methods", "type")} | PLACE_WEIGHTS,
        "decimals": DECIMALS,
        "labels": {facet: {key: term.label for key, term in terms.items()} for facet, terms in labels.items()},
        "means": [[means.key, [key for key in means.methods if key in words.methods]] for means in MEANS],
        "prefectures": {
            code: [entry.name, region.key if (region := words.region_of(code)) else "", entry.neighbours]
            for code, entry in words.prefectures.items()
        },
        "regions": {region.key: region.label for region in words.regions},
    }
