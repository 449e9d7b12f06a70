"""The records that we ship: whole, without fault, every known winner there, and a vocabulary that divides them."""

import re
import unicodedata
from collections import Counter

import pytest
import yaml
from click.testing import CliRunner

from homare.cli.main import homare as homare_command
from homare.model.case import Case
from homare.model.case_facts import is_thin
from homare.model.catalogue import Catalogue
from homare.model.similarity import similar_cases
from tests.libraries import ROOT

FACETS = ("challenges", "themes", "methods", "industries")
WINNERS = yaml.safe_load((ROOT / "tests/library/winners.yaml").read_text("utf-8"))


def same_name(one: str, other: str) -> bool:
    """Compare names as people do: full-width and half-width letters and spaces make no difference."""
    first, second = (re.sub(r"\s", "", unicodedata.normalize("NFKC", name)) for name in (one, other))
    return first == second


def test_check_prints_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(ROOT)
    result = CliRunner().invoke(homare_command, ["check"], catch_exceptions=False)
    assert (result.exit_code, result.output) == (0, "")


def test_there_is_a_record_for_each_known_winner_and_none_is_lost(real_catalogue: Catalogue) -> None:
    assert len(WINNERS) == 53
    assert len(real_catalogue.cases) >= len(WINNERS)


@pytest.mark.parametrize("winner", WINNERS, ids=lambda winner: f"{winner['edition']}-{winner['recipient']}")
def test_a_known_winner_is_there_with_its_edition_prize_and_evidence(
    winner: dict[str, object], real_catalogue: Catalogue
) -> None:
    found = [
        case
        for case in real_catalogue.cases
        if (case.award.edition, case.award.prize) == (winner["edition"], winner["prize"])
        and same_name(case.recipient.name, str(winner["recipient"]))
    ]
    assert len(found) == 1
    case = found[0]
    assert case.award.evidence
    assert winner["evidence"] in {case.sources[key].url for key in case.award.evidence}


@pytest.mark.parametrize("facet", [*FACETS, "organisation_types"])
def test_no_term_is_without_a_case(facet: str, real_catalogue: Catalogue) -> None:
    empty = [key for key in getattr(real_catalogue.vocabulary, facet) if not real_catalogue.with_term(facet, key)]
    assert empty == []


def keys_of(catalogue: Catalogue, case: Case, facet: str) -> tuple[str, ...]:
    if facet == "organisation_types":
        return (case.recipient.type,)
    if facet == "regions":
        region = catalogue.region_of(case)
        return (region.key,) if region else ()
    keys: tuple[str, ...] = getattr(case, facet)
    return keys


@pytest.mark.parametrize("facet", [*FACETS, "organisation_types", "regions"])
def test_no_term_holds_more_than_a_third_of_the_cases(facet: str, real_catalogue: Catalogue) -> None:
    counts = Counter(key for case in real_catalogue.cases for key in keys_of(real_catalogue, case, facet))
    limit = len(real_catalogue.cases) / 3
    assert {key: number for key, number in counts.items() if number > limit} == {}


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("2013-hirosaki-proteoglycan", "2020-hirosaki-coi"),
        ("2014-tsuyama-stainless", "2020-tsuyama-open-factory"),
        ("2016-iida-aerospace", "2017-hagimoto-norifumi"),
        ("2018-noto-meister", "2018-uozu-santaro"),
    ],
)
def test_cases_that_belong_together_find_each_other(one: str, other: str, real_catalogue: Catalogue) -> None:
    for first, second in ((one, other), (other, one)):
        similar = [entry.case.id for entry in similar_cases(real_catalogue, real_catalogue.by_id[first])]
        assert second in similar, (first, similar)


def test_every_case_but_those_of_which_nothing_is_known_has_similar_cases(real_catalogue: Catalogue) -> None:
    for case in real_catalogue.cases:
        assert similar_cases(real_catalogue, case) or is_thin(case), case.id


def test_what_a_reader_sees_first_is_complete(real_catalogue: Catalogue) -> None:
    titles = Counter(case.title for case in real_catalogue.cases)
    assert [title for title, number in titles.items() if number > 1] == []
    for case in real_catalogue.cases:
        assert case.summary.strip().endswith("。"), case.id
        assert real_catalogue.place_of(case), case.id
        assert all(case.sources[key].accessed for key in case.sources), case.id


def test_a_record_of_which_the_programme_is_unknown_says_so(real_catalogue: Catalogue) -> None:
    """The reader must not take what is known of the recipient for the awarded programme."""
    for case in real_catalogue.cases:
        if is_thin(case):
            said = case.summary + "".join(case.notes)
            assert re.search(
                r"未確認|見つかって|見つかり|分かりません|わかりません|確認でき|確かめ|明らかでは", said
            ), case.id


def test_text_is_japanese_prose_without_traces_of_tools(real_catalogue: Catalogue) -> None:
    """No line of a summary was folded into a space, no stop is doubled, no placeholder is left."""
    folded = re.compile(r"[ぁ-んァ-ヶ一-龠、。] +[ぁ-んァ-ヶ一-龠、。]")
    slip = re.compile(r"。。|、、|、。|TODO|FIXME|XXX|\?\?")
    for case in real_catalogue.cases:
        assert not folded.search(case.summary), case.id
        for text in _texts(case.model_dump(exclude={"sources", "id"})):
            assert not slip.search(text), (case.id, text)


def _texts(value: object) -> list[str]:
    if isinstance(value, str):
        return [value]
    parts = value.values() if isinstance(value, dict) else value if isinstance(value, tuple | list) else ()
    return [text for part in parts for text in _texts(part)]
