"""How useful errors are, counted over everything that the tests know to be wrong: place, line, and what to do next."""

import re
from collections.abc import Iterator
from functools import cache

from homare.problems import Problem
from tests.imports.broken_files import BROKEN
from tests.libraries import problems_of
from tests.matrix import ROWS
from tests.model.test_explanations import OF_IMPORTS, RUN, explanations, problems_in
from tests.test_examples import GENERATED, REJECTED, problems_with

LEAST_WITH_LINE = 0.95
WITHOUT_LINES = {
    "bad-name": "the name of a file",
    "misplaced-file": "the place of a file",
    "stray-file": "the name of a file",
    "empty-file": "a file in which nothing stands",
    "file-too-large": "a file that is not read",
    "not-a-workbook": "a file that cannot be opened",
    "workbook-too-large": "a workbook that is not opened",
    "workbook-with-entities": "a workbook that is not opened",
    "no-known-sheet": "a sheet that is not there",
    "too-many-cases": "the number of all lines",
    "cannot-edit": "the way in which a whole record is written",
}
"""Rules about a file as a whole, which has no line to blame: they name the file."""


@cache
def every_problem() -> tuple[Problem, ...]:
    return tuple(_all())


def _all() -> Iterator[Problem]:
    for example in REJECTED:
        yield from problems_with(example)
    for make in GENERATED.values():
        yield from problems_of(make())
    for row in ROWS:
        yield from problems_of(row.files)
    for broken in BROKEN.values():
        yield from broken()
    for rule in OF_IMPORTS & set(RUN):
        yield from problems_in(explanations()[rule], explanations()[rule].wrong)


def test_all_name_the_file_or_cell_and_say_in_japanese_what_to_do() -> None:
    assert len(every_problem()) > 200
    for problem in every_problem():
        assert problem.path, problem
        assert re.search("[ぁ-ん]", problem.message.ja), problem
        assert re.search("[ぁ-ん]", problem.hint.ja), problem


def test_nearly_all_name_the_line_or_cell() -> None:
    """The first character of a file stands for the whole of it: that is no line."""
    inside = [problem for problem in every_problem() if problem.rule not in WITHOUT_LINES]
    without = [problem for problem in inside if not problem.cell and (problem.line, problem.column) == (1, 1)]
    assert 1 - len(without) / len(inside) >= LEAST_WITH_LINE, without
    assert len(inside) / len(every_problem()) > 0.85, "most errors are about what stands in a file"
