"""Similar cases: what is shared, how much it weighs, and the reasons in words."""

import random

import pytest

from homare.model.case import Case
from homare.model.catalogue import Catalogue
from homare.model.similarity import WEIGHTS, similar_cases, weight_of
from tests.libraries import SMALLEST, catalogue_of


def record(extra: str, place: str = '"13"', kind: str = "local-agency") -> str:
    return SMALLEST.replace('"13"', place).replace("local-agency", kind) + extra


# The smallest record is in every library; it shares its type and prefecture with the records that keep those.
FAR = {"place": '"47"', "kind": "bank"}


def test_a_shared_method_weighs_more_than_a_shared_theme() -> None:
    catalogue = catalogue_of(
        {
            "2020/one.yaml": record("methods: [matching]\nthemes: [talent]\n", **FAR),
            "2020/method.yaml": record("methods: [matching]\n", '"01"', "company"),
            "2020/theme.yaml": record("themes: [talent]\n", '"02"', "university"),
            "2020/nothing.yaml": record("", '"03"', "chamber"),
        }
    )
    found = similar_cases(catalogue, catalogue.by_id["2020-one"])
    assert [(entry.case.id, entry.reasons) for entry in found] == [
        ("2020-method", ("同じ手法：提案型マッチング",)),
        ("2020-theme", ("同じテーマ：人材育成",)),
    ]


def test_a_term_that_few_cases_have_weighs_more() -> None:
    common = {
        f"2020/common-{number}.yaml": record("methods: [schools]\n", f'"{number:02}"', "company")
        for number in range(1, 6)
    }
    catalogue = catalogue_of(
        common
        | {
            "2020/one.yaml": record("methods: [schools, matching]\n", **FAR),
            "2020/rare.yaml": record("methods: [matching]\n", '"20"', "university"),
        }
    )
    assert similar_cases(catalogue, catalogue.by_id["2020-one"])[0].case.id == "2020-rare"


def test_the_same_town_weighs_more_than_the_same_prefecture_and_is_named() -> None:
    town = '"47"\n  municipality: 那覇市'
    catalogue = catalogue_of(
        {
            "2020/one.yaml": record("", town, "bank"),
            "2020/town.yaml": record("", town, "company"),
            "2020/prefecture.yaml": record("", '"47"', "university"),
        }
    )
    found = similar_cases(catalogue, catalogue.by_id["2020-one"])
    assert [(entry.case.id, entry.reasons) for entry in found] == [
        ("2020-town", ("同じ地域：沖縄県那覇市",)),
        ("2020-prefecture", ("同じ地域：沖縄県",)),
    ]


def test_a_case_is_not_like_itself_and_likeness_goes_both_ways() -> None:
    catalogue = catalogue_of({f"2020/case-{name}.yaml": record("methods: [matching]\n") for name in "abc"})
    scores = {
        (case.id, entry.case.id): entry.score
        for case in catalogue.cases
        for entry in similar_cases(catalogue, case, most=9)
    }
    assert all(one != other for one, other in scores)
    assert all(scores[one, other] == scores[other, one] for one, other in scores)


def test_no_more_than_asked_for_and_strongest_reason_first() -> None:
    text = "methods: [matching]\nthemes: [talent]\nindustries: [cross-industry]\n"
    catalogue = catalogue_of({f"2020/case-{n}.yaml": record(text, f'"{n:02}"') for n in range(1, 8)})
    found = similar_cases(catalogue, catalogue.by_id["2020-case-1"])
    assert len(found) == 4
    assert found[0].reasons[0] == "同じ手法：提案型マッチング"
    assert not any("業種" in reason for entry in found for reason in entry.reasons), "cross-industry tells nothing"


def test_of_those_that_are_equally_alike_the_first_by_id_are_found_whatever_they_share() -> None:
    shared = {
        f"2020/case-{number}.yaml": record(
            f"methods: [{'matching' if number % 2 else 'schools'}]\n", f'"{number:02}"', "company"
        )
        for number in range(1, 9)
    }
    catalogue = catalogue_of(shared | {"2020/one.yaml": record("methods: [matching, schools]\n", **FAR)})
    found = similar_cases(catalogue, catalogue.by_id["2020-one"])
    assert [entry.case.id for entry in found] == [f"2020-case-{number}" for number in range(1, 5)]


@pytest.mark.parametrize("seed", range(6))
def test_the_most_alike_of_all_pairs_are_found(seed: int) -> None:
    """Groups of cases are left out as soon as they cannot reach the highest scores; here every pair is looked at."""
    chance = random.Random(seed)
    texts = {}
    for number in range(80):
        terms = (
            f"{facet}: [{', '.join(chance.sample(keys, chance.randint(0, 2)))}]\n" for facet, keys in SOME_TERMS.items()
        )
        place = chance.choice(['"47"', '"01"', '"47"\n  municipality: 那覇市', '"01"\n  municipality: 小樽市'])
        kind = chance.choice(["bank", "company", "university"])
        texts[f"2020/case-{number:02}.yaml"] = record("".join(terms), place, kind)
    catalogue = catalogue_of(texts)
    for case in catalogue.cases:
        pairs = [(_score(catalogue, case, other), other.id) for other in catalogue.cases if other is not case]
        best = sorted((-round(score, 9), other) for score, other in pairs if score)[:4]
        found = [(-round(entry.score, 9), entry.case.id) for entry in similar_cases(catalogue, case)]
        assert found == best


SOME_TERMS = {
    "methods": ["matching", "schools", "branding"],
    "challenges": ["successors", "capability"],
    "themes": ["talent", "finance", "global"],
}


def _score(catalogue: Catalogue, one: Case, other: Case) -> float:
    shared = [(facet, key) for facet in SOME_TERMS for key in getattr(one, facet) if key in getattr(other, facet)]
    shared += [("type", one.recipient.type)] if one.recipient.type == other.recipient.type else []
    score = sum(weight_of(catalogue, facet, key) for facet, key in shared)
    if one.recipient.prefecture == other.recipient.prefecture:
        town = one.recipient.municipality
        score += WEIGHTS["prefecture"] * (2 if town and town == other.recipient.municipality else 1)
    return score
