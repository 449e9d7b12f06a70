"""The test matrix, rows 01–33: every row behaves as its last column says, within its limits of time and memory."""

import os
import re
import subprocess
import sys
import time

import pytest
from selectolax.lexbor import LexborHTMLParser

from homare.model.library import build_library
from homare.pages.case_excerpt import excerpt_of
from homare.pages.case_page import case_page
from homare.site.fast_markdown import html_of
from tests.libraries import ROOT, SMALLEST, catalogue_of, library_files, marks, problems_of
from tests.matrix import BOMBS, LITERAL, PATH, ROWS, Row

MOST_SECONDS, MOST_SECONDS_OF_A_BOMB = 5.0, 0.1
MOST_MEMORY = 300 * 1024
"""Kilobytes, as the system counts a process's largest resident set."""


def named(row: Row) -> str:
    return f"{row.number} {row.what[:40]}"


@pytest.mark.parametrize("row", ROWS, ids=named)
def test_a_row_is_accepted_or_refused_with_its_place_and_advice(row: Row) -> None:
    started = time.process_time()
    problems = problems_of(row.files)
    assert time.process_time() - started < MOST_SECONDS
    assert tuple(marks(problems)) == row.marks
    for problem in problems:
        assert problem.path.removeprefix("cases/") in row.files
        assert re.search("[ぁ-ん]", problem.hint.ja)
        assert re.search("[ぁ-ん]", problem.message.ja)
    assert not row.says or any(row.says in f"{problem.message.ja} {problem.hint.ja}" for problem in problems)


@pytest.mark.parametrize("row", BOMBS, ids=named)
def test_a_bomb_is_named_and_never_goes_off(row: Row) -> None:
    problems_of(row.files)  # the vocabulary and the code are warm then
    without = min(_seconds({}) for _ in range(3))
    costs = min(_seconds(dict(row.files)) for _ in range(3)) - without
    assert costs < MOST_SECONDS_OF_A_BOMB
    assert {problem.rule for problem in problems_of(row.files)} & {"alias", "too-deep", "yaml-syntax"}


def _seconds(files: dict[str, bytes]) -> float:
    started = time.process_time()
    problems_of(files)
    return time.process_time() - started


@pytest.mark.parametrize(("number", "text"), LITERAL, ids=lambda value: value[:24])
def test_text_that_looks_like_markup_is_read_as_typed_and_does_nothing(number: str, text: str) -> None:
    assert number in {"28", "29", "30", "31", "33"}
    quoted = text.replace("'", "''")
    lines = f"statements:\n  approach:\n    - text: '{quoted}'\n      sources: [report]\n"
    catalogue = catalogue_of({PATH: SMALLEST + lines})
    page = LexborHTMLParser(html_of(case_page(excerpt_of(catalogue, catalogue.by_id["2020-row"])).body))
    (section,) = page.css("section[data-section=approach]")
    assert text in re.sub(r"\s+", " ", section.text())
    assert section.css("script, img, iframe, form, meta, div, table, h1") == []
    for node in section.css("*"):
        assert not [name for name in node.attributes if name.startswith("on") or name == "style"]
    assert {link.attributes["href"] for link in section.css("a[href]")} == {"#source-report"}


def test_names_stay_as_typed_and_letters_in_two_parts_become_one() -> None:
    """Rows 05 and 06."""
    text = SMALLEST + "partners: [か\u3099くれ町, 神, 髙橋, 𠮷野, 辻\U000e0100, ㈱布野]\n"
    case = catalogue_of({PATH: text}).by_id["2020-row"]
    assert case.partners == ("がくれ町", "神", "髙橋", "𠮷野", "辻\U000e0100", "㈱布野")


def test_words_that_yaml_changes_are_text_as_typed() -> None:
    """Row 15."""
    case = catalogue_of({PATH: SMALLEST + "partners: [yes, 01, 12:30, 1_000, 1e3]\n"}).by_id["2020-row"]
    assert case.partners == ("yes", "01", "12:30", "1_000", "1e3")


def test_every_row_from_01_to_33_is_here() -> None:
    covered = {row.number for row in (*ROWS, *BOMBS)} | {number for number, _ in LITERAL}
    assert covered == {f"{number:02}" for number in range(1, 34)}


def test_no_row_takes_more_than_its_memory() -> None:
    """All rows in one process of its own, so that its largest size is theirs."""
    environment = os.environ | {"PYTHONPATH": os.pathsep.join([str(ROOT), str(ROOT / "scripts")])}
    run = subprocess.run(
        [sys.executable, "-m", "tests.matrix_memory"],
        capture_output=True,
        text=True,
        env=environment,
        cwd=ROOT,
        check=True,
    )
    assert int(run.stdout) < MOST_MEMORY


def test_a_library_of_hostile_files_names_every_one_of_them() -> None:
    """All faults of all files in one run: no file hides another's."""
    every = {path: content for row in ROWS if row.marks and len(row.files) == 1 for path, content in row.files.items()}
    files = {f"2020/row-{number}.yaml": content for number, content in enumerate(every.values())}
    problems = build_library("cases", library_files(files))[1]
    assert {problem.path for problem in problems} >= {
        f"cases/{path}" for path, content in files.items() if content != SMALLEST.encode()
    }
