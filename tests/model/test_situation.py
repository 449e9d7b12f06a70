"""Cases for a reader's own situation: what weighs more, which reasons are given, and that they are true."""

import pytest

from homare.model.catalogue import Catalogue
from homare.model.means import MEANS
from homare.model.situation import Situation, cases_for
from tests.libraries import SMALLEST, catalogue_of, vocabulary_files


def record(extra: str, place: str = '"47"', kind: str = "bank") -> str:
    return SMALLEST.replace('"13"', place).replace("local-agency", kind) + extra


def found(catalogue: Catalogue, situation: Situation) -> list[tuple[str, tuple[str, ...]]]:
    return [(entry.case.id, entry.reasons) for entry in cases_for(catalogue, situation)]


def test_the_problem_weighs_more_than_the_place() -> None:
    catalogue = catalogue_of(
        {
            "2020/near.yaml": record("", '"17"'),
            "2020/problem.yaml": record("challenges: [successors]\n"),
        }
    )
    assert found(catalogue, Situation(prefecture="17", challenges=("successors",))) == [
        ("2020-problem", ("同じ課題：担い手と人口の減少",)),
        ("2020-near", ("同じ地域：石川県",)),
    ]


def test_a_place_is_the_same_the_next_or_in_the_same_region() -> None:
    catalogue = catalogue_of(
        {
            "2020/same.yaml": record("", '"17"'),
            "2020/next.yaml": record("", '"16"'),
            "2020/region.yaml": record("", '"22"'),
            "2020/far.yaml": record("", '"47"'),
        }
    )
    assert found(catalogue, Situation(prefecture="17")) == [
        ("2020-same", ("同じ地域：石川県",)),
        ("2020-next", ("隣の地域：富山県",)),
        ("2020-region", ("同じ地方：中部",)),
    ]


def test_what_is_at_hand_leads_to_methods_that_use_it() -> None:
    catalogue = catalogue_of({"2020/school.yaml": record("methods: [schools, matching]\n")})
    assert found(catalogue, Situation(means=("teachers", "visitors"))) == [
        ("2020-school", ("手元のものを生かす手法：提案型マッチング", "手元のものを生かす手法：塾・履修プログラム"))
    ]


def test_nothing_chosen_finds_nothing_and_unknown_words_do_not_matter() -> None:
    catalogue = catalogue_of({"2020/school.yaml": record("methods: [schools]\n")})
    assert found(catalogue, Situation()) == []
    assert found(catalogue, Situation("99", "nobody", ("nothing",), ("nothing",), ("nothing",))) == []


def test_every_method_of_the_vocabulary_builds_on_something_that_can_be_ticked() -> None:
    methods = set(catalogue_of({}).vocabulary.methods)
    assert {key for means in MEANS for key in means.methods} == methods


def test_neighbours_are_neighbours_both_ways_and_none_is_its_own() -> None:
    prefectures = catalogue_of({}).vocabulary.prefectures
    assert vocabulary_files()
    for code, prefecture in prefectures.items():
        assert code not in prefecture.neighbours
        for other in prefecture.neighbours:
            assert code in prefectures[other].neighbours, (prefecture.name, prefectures[other].name)
    assert [entry.name for entry in prefectures.values() if not entry.neighbours] == ["沖縄県"]


@pytest.mark.parametrize(
    ("situation", "expected"),
    [
        (Situation("17", challenges=("successors",), means=("teachers",)), "2018-noto-meister"),
        (Situation("33", "local-agency", ("subcontracting",), ("trades",)), "2014-tsuyama-stainless"),
        (Situation("02", "university", ("health-and-care",), ("data",)), "2020-hirosaki-coi"),
        (Situation("38", "town-company", ("town-and-tourism",), ("data",)), "2021-matsuyama-machipay"),
        (Situation("28", "bank", ("finance-and-credit",), ("money",)), "undated-hyogo-appraisal"),
    ],
)
def test_sensible_questions_find_the_case_that_answers_them(
    real_catalogue: Catalogue, situation: Situation, expected: str
) -> None:
    assert expected in [entry.case.id for entry in cases_for(real_catalogue, situation)][:3]


def test_every_reason_is_true_of_its_record(real_catalogue: Catalogue) -> None:
    """Recomputed from the record alone, for every prefecture with everything ticked."""
    words = real_catalogue.vocabulary
    labels = {
        "同じ課題": ("challenges", words.challenges),
        "同じテーマ": ("themes", words.themes),
        "手元のものを生かす手法": ("methods", words.methods),
    }
    everything = (tuple(words.challenges), tuple(means.key for means in MEANS), tuple(words.themes))
    for code in words.prefectures:
        for entry in cases_for(real_catalogue, Situation(code, "bank", *everything)):
            case = entry.case
            assert entry.reasons
            for reason in entry.reasons:
                kind, _, what = reason.partition("：")
                if kind in labels:
                    facet, terms = labels[kind]
                    own = {terms[key].label for key in getattr(case, facet)}
                    assert what in own or set(what.split("・")) <= {part for label in own for part in label.split("・")}
                elif kind == "同じ立場":
                    assert words.organisation_types[case.recipient.type].label == what
                elif kind == "同じ地方":
                    region = real_catalogue.region_of(case)
                    assert region is not None
                    assert region.label == what
                else:
                    assert kind in ("同じ地域", "隣の地域")
                    assert words.prefectures[case.recipient.prefecture or ""].name == what
