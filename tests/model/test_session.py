"""Study sessions: which files count, how a kind is read, what a kit must hold together."""

import pytest

from homare.model.catalogue import Catalogue
from homare.model.kit_view import KitView
from homare.model.library import build_library, check_sessions
from homare.model.session import HeldSession, clock
from homare.records.disk import Folder
from tests.libraries import EXAMPLES, library_files, marks, problems_of

RECORDS = {
    f"2020/{path.stem}.yaml": path.read_bytes()
    for path in (EXAMPLES / "accepted").glob("*.yaml")
    if path.stem in ("complete", "dates", "person")
}
KIT = "".join(
    line
    for line in (EXAMPLES / "rejected/agenda-sum/ten-minutes-too-long.yaml")
    .read_text("utf-8")
    .splitlines(keepends=True)
    if not line.startswith("#")
).replace("minutes: 60", "minutes: 70")
HELD = """\
kind: held
title: 架空の研究会（金沢）
place: 金沢
prefecture: "17"
facts:
  - {text: 金沢で開かれました。, sources: [report]}
sources:
  report: {title: 報告, publisher: 主催者, accessed: 2026-01-15, grade: primary}
recorded: 2026-01-15
"""


def with_sessions(**sessions: str) -> dict[str, bytes | str]:
    return {**RECORDS, **{f"sessions/{name}.yaml": text for name, text in sessions.items()}}


def catalogue_with(**sessions: str) -> Catalogue:
    folder = Folder("sessions", {f"{name}.yaml": text.encode() for name, text in sessions.items()})
    catalogue, problems = build_library("cases", library_files(RECORDS), folder)
    assert catalogue is not None, problems
    return catalogue


def test_a_kit_and_a_meeting_become_part_of_the_catalogue() -> None:
    catalogue = catalogue_with(kanazawa=HELD, leftovers=KIT)
    assert [kit.id for kit in catalogue.kits] == ["leftovers"]
    assert [meeting.id for meeting in catalogue.held_sessions] == ["kanazawa"]


def test_a_library_without_sessions_is_whole() -> None:
    catalogue, problems = build_library("cases", library_files(RECORDS))
    assert problems == []
    assert catalogue is not None
    assert catalogue.sessions == ()


def test_meetings_stand_newest_first_and_those_without_a_date_from_north_to_south() -> None:
    def held(prefecture: str, date: str = "") -> str:
        return HELD.replace('"17"', f'"{prefecture}"') + date

    catalogue = catalogue_with(
        south=held("34"), north=held("04"), older=held("17", "date: 2026-03\n"), newer=held("15", "date: 2027-02-01\n")
    )
    assert [meeting.id for meeting in catalogue.held_sessions] == ["newer", "older", "north", "south"]


@pytest.mark.parametrize(
    ("name", "rule"),
    [("builder", "bad-name"), ("guide", "bad-name"), ("Ｋit", "bad-name"), ("2027/kanazawa", "misplaced-file")],
)
def test_a_file_whose_name_cannot_be_an_address_is_refused(name: str, rule: str) -> None:
    assert [problem.rule for problem in problems_of(with_sessions(**{name: HELD}))] == [rule]


@pytest.mark.parametrize(("kind", "rule"), [("kind: helt\n", "not-a-choice"), ("", "missing-field")])
def test_a_file_of_no_known_kind_says_which_kinds_there_are(kind: str, rule: str) -> None:
    (problem,) = problems_of(with_sessions(kanazawa=HELD.replace("kind: held\n", kind)))
    assert problem.rule == rule
    assert "held" in problem.hint.ja


def test_what_belongs_to_the_other_kind_is_an_unknown_key() -> None:
    assert "unknown-key" in {problem.rule for problem in problems_of(with_sessions(a_kit=KIT + "place: 金沢\n"))} - {
        "bad-name"
    }


@pytest.mark.parametrize("minutes", ["一時間", "60分", "-5", "1e2", "70.5"])
def test_minutes_are_whole_numbers_and_the_hint_says_so(minutes: str) -> None:
    problems = problems_of(with_sessions(leftovers=KIT.replace("minutes: 70", f"minutes: {minutes}")))
    assert [problem.rule for problem in problems] == ["wrong-value"]
    assert "半角の数字" in problems[0].hint.ja


def test_a_question_must_rest_on_something_that_one_of_its_cases_has() -> None:
    wrong = KIT.replace("cases: [2020-dates], basis: [history]", "cases: [2020-dates], basis: [adaptations]")
    assert [problem.rule for problem in problems_of(with_sessions(leftovers=wrong))] == ["empty-basis"]


def test_the_basis_of_a_case_with_faults_of_its_own_is_not_doubted() -> None:
    files = with_sessions(leftovers=KIT.replace("basis: [history]", "basis: [adaptations]"))
    broken = files | {"2020/dates.yaml": "title: a\n"}
    assert {problem.path for problem in problems_of(broken)} == {"cases/2020/dates.yaml"}


def test_a_prefecture_by_its_name_is_answered_with_its_code() -> None:
    (problem,) = problems_of(with_sessions(kanazawa=HELD.replace('"17"', "石川県")))
    assert (problem.rule, "17" in problem.hint.ja) == ("unknown-term", True)


def test_sources_of_a_meeting_are_defined_and_used() -> None:
    missing = HELD.replace("sources: [report]", "sources: [reprot]")
    assert {problem.rule for problem in problems_of(with_sessions(kanazawa=missing))} == {
        "unknown-source",
        "unused-source",
    }


def test_sessions_alone_can_be_checked_against_the_whole_library() -> None:
    folder = Folder("sessions", {"a-kit.yaml": KIT.replace("2020-person", "2020-persn").encode(), "b.yaml": b"x"})
    files = library_files(RECORDS | {"2020/broken.yaml": b"title: a\n"})
    problems = check_sessions("cases", files, folder, ["a-kit.yaml"])
    assert {problem.path for problem in problems} == {"sessions/a-kit.yaml"}
    assert "unknown-case" in {mark.split()[1] for mark in marks(problems)}


def test_the_clock_of_an_agenda_runs_without_a_gap() -> None:
    catalogue = catalogue_with(leftovers=KIT)
    steps = KitView(catalogue, catalogue.kits[0]).steps
    assert [(clock(step.start), clock(step.end)) for step in steps] == [
        ("0:00", "0:10"),
        ("0:10", "1:00"),
        ("1:00", "1:10"),
    ]


def test_a_meeting_needs_no_more_than_what_is_known() -> None:
    meeting = catalogue_with(kanazawa=HELD).held_sessions[0]
    assert isinstance(meeting, HeldSession)
    assert (meeting.date, meeting.theme, meeting.lectures, meeting.cases) == (None, None, (), ())
