"""A folder of files to a catalogue: all is checked in one run, and nothing is made from a library with a fault."""

import time
from pathlib import Path

import pytest

from homare.model.library import build_library, check_draft, check_some
from homare.records.disk import read_folder
from tests.libraries import EXAMPLES, SMALLEST, catalogue_of, library_files, marks, problems_of, write_library

PRIZE = SMALLEST.replace("  edition: 2020", "  edition: 2020\n  prize: meti")


def test_a_library_without_fault_becomes_a_catalogue() -> None:
    catalogue = catalogue_of({"2020/complete.yaml": (EXAMPLES / "accepted/complete.yaml").read_bytes()})
    assert [case.id for case in catalogue.cases] == ["2020-complete", "2020-smallest"]


def test_one_fault_anywhere_and_there_is_no_catalogue() -> None:
    catalogue, problems = build_library("cases", library_files({"2020/bad.yaml": "title: a\n"}))
    assert catalogue is None
    assert problems


def test_the_faults_of_all_files_come_in_one_run_and_in_the_order_of_the_files() -> None:
    problems = problems_of(
        {
            "2019/late.yaml": SMALLEST,
            "2020/B.yaml": SMALLEST.replace("meti", "mety"),
            "2020/broken.yaml": "a: [\n",
            "2020/typo.yaml": SMALLEST.replace("kind:", "kinds:"),
            "stray.yaml": SMALLEST,
            "vocabulary/themes.yaml": "- key: X\n",
        }
    )
    assert [(problem.path.removeprefix("cases/"), problem.rule) for problem in problems] == [
        ("2019/late.yaml", "edition-folder"),
        ("2020/B.yaml", "bad-name"),
        ("2020/broken.yaml", "yaml-syntax"),
        ("2020/typo.yaml", "missing-field"),
        ("2020/typo.yaml", "unknown-key"),
        ("stray.yaml", "misplaced-file"),
        ("vocabulary/themes.yaml", "missing-field"),
        ("vocabulary/themes.yaml", "missing-field"),
        ("vocabulary/themes.yaml", "missing-field"),
        ("vocabulary/themes.yaml", "wrong-value"),
    ]


def test_all_kinds_of_fault_in_one_record_come_in_one_run() -> None:
    """Faults of YAML, of the model and between the parts of the record: one must not hide the others."""
    text = (
        SMALLEST.replace("title: ", "titel: ", 1)
        .replace("  edition: 2020", "\tedition: 2020")
        .replace("kind: programme", "kind：programme\nkind: person")
        .replace("evidence: [report]", "evidence: [reprot]")
        .replace(
            "recorded: 2026-01-15", "recorded: 2026-02-30\nthemes: [talant]\nstarted: &a 2018\nlessons: [{text: 短い}]"
        )
    )
    assert {problem.rule for problem in problems_of({"2020/bad.yaml": text})} == {
        "alias",
        "duplicate-key",
        "missing-basis",
        "missing-field",
        "tab-indent",
        "text-too-short",
        "unknown-key",
        "unknown-source",
        "unknown-term",
        "unused-source",
        "wide-colon",
        "wrong-date",
    }


def test_the_content_of_a_record_with_a_bad_name_is_checked_too() -> None:
    problems = problems_of({"2020/Cloth.yaml": SMALLEST.replace("kind: programme", "kind: team")})
    assert [problem.rule for problem in problems] == ["bad-name", "not-a-choice"]


def test_a_value_that_is_wrong_in_itself_is_one_problem_and_not_looked_up() -> None:
    problems = problems_of({"2020/year.yaml": SMALLEST.replace("edition: 2020", "edition: 20")})
    assert [problem.rule for problem in problems] == ["wrong-value"]


def test_the_same_award_twice_is_a_copy_and_both_files_are_named() -> None:
    files = {"2020/one.yaml": PRIZE, "2020/two.yaml": PRIZE}
    one, two = problems_of(files)
    assert [(found.rule, found.path) for found in (one, two)] == [
        ("duplicate-case", "cases/2020/one.yaml"),
        ("duplicate-case", "cases/2020/two.yaml"),
    ]
    assert "cases/2020/two.yaml" in one.message.ja
    assert "cases/2020/one.yaml" in two.message.ja


def test_a_former_id_that_two_cases_claim_is_told_in_both() -> None:
    files = dict.fromkeys(("2020/one.yaml", "2019/two.yaml"), f"{PRIZE}formerly: [2019-cloth]\n")
    files["2019/two.yaml"] = files["2019/two.yaml"].replace("edition: 2020", "edition: 2019")
    problems = problems_of(files)
    assert [(found.rule, found.path) for found in problems] == [
        ("former-id", "cases/2019/two.yaml"),
        ("former-id", "cases/2020/one.yaml"),
    ]


@pytest.mark.parametrize("path", ["2020/one.yaml", "2020/two.yaml"])
@pytest.mark.parametrize("status", ["", "status: draft\n"])
def test_what_a_build_refuses_a_check_of_that_file_alone_refuses(path: str, status: str) -> None:
    files = library_files({"2020/one.yaml": PRIZE, "2020/two.yaml": f"{PRIZE}{status}"})
    assert [problem.rule for problem in check_some("cases", files, [path])] == ["duplicate-case"]
    assert check_some("cases", files, ["2020/smallest.yaml"]) == []


def test_two_recipients_may_share_a_prize_and_one_recipient_may_win_again() -> None:
    catalogue = catalogue_of(
        {
            "2020/one.yaml": PRIZE,
            "2020/two.yaml": PRIZE.replace("架空市織物", "見本市織物"),
            "2019/one.yaml": PRIZE.replace("edition: 2020", "edition: 2019"),
        }
    )
    assert len(catalogue.cases) == 4


def test_a_relation_may_lead_to_a_case_that_has_faults_of_its_own() -> None:
    """Whether a case exists is known from its file; its faults are its own."""
    text = SMALLEST + "related: [{case: 2020-other, reason: 同じ年の取組}]\n"
    problems = problems_of({"2020/first.yaml": text, "2020/other.yaml": "title: a\n"})
    assert {problem.path for problem in problems} == {"cases/2020/other.yaml"}


def test_some_files_are_checked_against_the_whole_library_and_only_they_are_reported() -> None:
    files = library_files(
        {
            "2020/one.yaml": SMALLEST + "related: [{case: 2020-two, reason: 同じ年の取組}]\nthemes: [nothing]\n",
            "2020/two.yaml": "broken",
            "2020/B.yaml": SMALLEST,
        }
    )
    assert {problem.path for problem in check_some("cases", files, ["2020/one.yaml"])} == {"cases/2020/one.yaml"}
    assert [problem.rule for problem in check_some("cases", files, ["2020/B.yaml"])] == ["bad-name"]


def test_a_draft_outside_of_the_library_is_checked_as_if_filed_under_its_edition() -> None:
    files = library_files({})
    assert check_draft("draft.yaml", SMALLEST.encode(), "cases", files) == []
    text = SMALLEST.replace("edition: 2020", "edition: 2019").replace("[report]", "[raport]")
    problems = check_draft("draft.yaml", text.encode(), "cases", files)
    assert {(problem.path, problem.rule) for problem in problems} == {
        ("draft.yaml", "unknown-source"),
        ("draft.yaml", "unused-source"),
    }


@pytest.mark.parametrize(
    "text",
    [
        "".join(f"titel{number}: a\n" for number in range(15_000)),
        SMALLEST + "themes: [" + ", ".join(f"talant{number}" for number in range(15_000)) + "]\n",
        SMALLEST + "related:\n" + "  - {case: 2020-smalest, reason: つながり}\n" * 4_000,
    ],
    ids=["keys", "terms", "relations"],
)
def test_a_record_full_of_faults_is_checked_in_seconds(text: str) -> None:
    started = time.process_time()
    problems = problems_of({"2020/full.yaml": text})
    assert time.process_time() - started < 5
    assert 0 < len(problems) <= 1000


def test_a_folder_is_read_by_suffix_in_the_order_of_its_paths(tmp_path: Path) -> None:
    folder = write_library(tmp_path, {"2020/b.YML": "x", "2020/notes.txt": "x", "2019/a.yaml": "x"})
    (folder / "2018.yaml").mkdir()
    names = list(read_folder(folder))
    assert names == sorted(names)
    assert {name for name in names if "vocabulary" not in name} == {"2019/a.yaml", "2020/b.YML", "2020/smallest.yaml"}


def test_places_are_those_of_the_file_and_not_of_a_rewritten_text() -> None:
    text = SMALLEST.replace("\n", "\r\n").replace("kind: programme", "kind: team")
    content = b"\xef\xbb\xbf" + text.encode()
    assert marks(problems_of({"2020/windows.yaml": content})) == ["3:7 not-a-choice"]
