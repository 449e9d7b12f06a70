"""Every file under tests/examples is a test: accepted records have no problem, rejected ones exactly those they state.

A rejected example opens with its problems, `# expect: LINE:COLUMN RULE`, a line each. `# at: PATH` says where it stands
within the library (vocabulary/…, methods/…) or in sessions/ beside it; else it is 2020/<name>.yaml. Sessions and method
cards stand beside all accepted examples, records beside 2020-smallest alone.
"""

import re
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

from homare.model.library import build_library
from homare.problems import Problem
from tests.libraries import EXAMPLES, ROOT, SMALLEST, library_files, marks, problems_of, vocabulary_files
from tests.rule_names import EVERY, rule_names

ACCEPTED = sorted((EXAMPLES / "accepted").glob("*.yaml"))
REJECTED = sorted((EXAMPLES / "rejected").glob("*/*.yaml"))
OF_RECORDS = rule_names(ROOT / "scripts/homare/model") | rule_names(ROOT / "scripts/homare/records")


def place_of(example: Path) -> str:
    """Return where the example stands in the library."""
    stated = re.search(r"^# at: (\S+)$", example.read_text("utf-8"), re.MULTILINE)
    return stated[1] if stated else f"2020/{example.stem}.yaml"


def named(path: Path) -> str:
    return f"{path.parent.name}/{path.stem}"


def problems_with(example: Path) -> list[Problem]:
    place = place_of(example)
    is_about_cases = place.startswith(("sessions/", "methods/", "evidence/", "news/"))
    neighbours = {place_of(path): path.read_bytes() for path in ACCEPTED if is_about_cases}
    return problems_of(neighbours | {place: example.read_bytes()})


@pytest.mark.parametrize("example", ACCEPTED, ids=named)
def test_an_accepted_example_has_no_problem(example: Path) -> None:
    assert problems_with(example) == []


@pytest.mark.parametrize("example", REJECTED, ids=named)
def test_a_rejected_example_has_exactly_the_problems_that_it_states(example: Path) -> None:
    stated = re.findall(r"^# expect: (\d+:\d+ [a-z-]+)$", example.read_text("utf-8"), re.MULTILINE)
    problems = problems_with(example)
    assert sorted(marks(problems)) == sorted(stated)
    assert {problem.path.removeprefix("cases/") for problem in problems} == {place_of(example)}
    assert example.parent.name in {problem.rule for problem in problems}


GENERATED: Mapping[str, Callable[[], dict[str, bytes | str]]] = {
    "wrong-encoding": lambda: {"2020/sjis.yaml": SMALLEST.encode("cp932")},
    "file-too-large": lambda: {"2020/large.yaml": SMALLEST + "#" * 300_000},
    "too-many": lambda: {"2020/long.yaml": SMALLEST + "notes:\n" + "- これは注記です。\n" * 101},
    "bad-name": lambda: {"2020/Ａ１.yaml": SMALLEST},
    "misplaced-file": lambda: {"stray.yaml": SMALLEST},
    "duplicate-case": lambda: {
        f"2020/{name}.yaml": SMALLEST.replace("  edition: 2020", "  edition: 2020\n  prize: meti")
        for name in ("one", "two")
    },
}
"""Rules about bytes, file names and pairs of files: examples that no text file could hold."""


@pytest.mark.parametrize("rule", GENERATED)
def test_a_generated_example_shows_its_rule_and_no_other(rule: str) -> None:
    assert {problem.rule for problem in problems_of(GENERATED[rule]())} == {rule}


def test_a_missing_vocabulary_file_is_named_and_its_terms_are_not_called_unknown() -> None:
    path = "vocabulary/organisation_types.yaml"
    assert path in vocabulary_files()
    files = {name: content for name, content in library_files({}).items() if name != path}
    assert [(problem.path, problem.rule) for problem in build_library("cases", files)[1]] == [
        (f"cases/{path}", "missing-vocabulary")
    ]


def test_a_library_with_more_records_than_can_be_built_is_refused_before_they_are_read(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("homare.model.library.MOST_RECORDS", 2)
    problems = problems_of({f"2020/{name}.yaml": "not: [even, yaml" for name in ("one", "two")})
    assert [(problem.path, problem.rule) for problem in problems] == [("cases", "too-many-records")]
    assert "3件" in problems[0].message.ja


def test_every_rule_of_the_records_has_a_rejected_example() -> None:
    shown = {path.parent.name for path in REJECTED} | set(GENERATED) | {"missing-vocabulary", "too-many-records"}
    assert shown == OF_RECORDS


def test_every_rule_of_the_site_and_of_imports_is_tested_by_name() -> None:
    """Those of imports have an example that is run as well: tests/model/test_explanations.py."""
    tests = "".join(path.read_text("utf-8") for path in (ROOT / "tests").rglob("test_*.py"))
    assert {rule for rule in EVERY - OF_RECORDS if not re.search(rf'[" ]{rule}"', tests)} == set()
