"""Method cards and evidence: a library may have neither, wrong names are refused, one file can be checked alone."""

from homare.model.library import build_library, check_some
from tests.libraries import SMALLEST, catalogue_of, library_files, marks, problems_of

CLAIM = "  - text: 余りものは、どこに何があるか分からないと捨てられます。\n    basis: [2020-smallest]\n"
STEP = "  - title: 聞く\n    text: 工場を回り、余り布の色と長さを聞き取ります。\n    basis: [2020-smallest]\n"
NEED = "  - kind: people\n    text: 工場を回る専任の担当者。\n    basis: [2020-smallest]\n"
CARD = f"problem:\n{CLAIM}steps:\n{STEP * 3}partners:\n{CLAIM}needs:\n{NEED}questions:\n{CLAIM * 3}"
USER = SMALLEST + "methods: [matching]\n"


def test_a_library_without_cards_and_evidence_is_whole() -> None:
    knowledge = catalogue_of({}).knowledge
    assert (dict(knowledge.cards), knowledge.evidence.report) == ({}, None)


def test_a_card_that_rests_on_a_case_with_the_method_is_taken() -> None:
    catalogue = catalogue_of({"2020/smallest.yaml": USER, "methods/matching.yaml": CARD})
    assert [claim.basis for claim in catalogue.knowledge.cards["matching"].claims()] == [("2020-smallest",)] * 9


def test_a_card_is_not_blamed_for_a_fault_in_the_record_that_it_rests_on() -> None:
    broken = USER.replace("kind: programme", "kind: program")
    problems = problems_of({"2020/smallest.yaml": broken, "methods/matching.yaml": CARD})
    assert {problem.path for problem in problems} == {"cases/2020/smallest.yaml"}


def test_one_card_can_be_checked_alone_against_all_cases() -> None:
    files = library_files({"methods/matching.yaml": CARD, "2020/other.yaml": "title: 途中"})
    problems = check_some("cases", files, ["methods/matching.yaml"])
    assert {problem.path for problem in problems} == {"cases/methods/matching.yaml"}
    assert {problem.rule for problem in problems} == {"card-without-basis"}


def test_the_shape_of_a_card_is_checked_like_a_record() -> None:
    problems = build_library("cases", library_files({"methods/matching.yaml": "problem: []\nstep: []\n"}))[1]
    assert "2:1 unknown-key" in marks(problems)
    assert {problem.rule for problem in problems} >= {"missing-field", "unknown-key"}


def test_an_empty_file_of_evidence_is_a_problem_and_no_crash() -> None:
    assert {problem.rule for problem in problems_of({"evidence/links.yaml": "\n"})} == {"empty-file"}
