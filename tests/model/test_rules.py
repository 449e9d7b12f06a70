"""Rules over a whole record, where an example file would be too long or too odd."""

import pytest

from tests.libraries import SMALLEST, problems_of

REPORT = "[report]"
MANY = ", ".join(f"s{number}" for number in range(101))


@pytest.mark.parametrize(
    ("entries", "line"),
    [
        ("lessons:\n" + "  - {text: 十文字より長い学びです。, basis: [figures]}\n" * 101, 2),
        ("statements:\n  results:\n" + f"    - text: 十文字より長い文です。\n      sources: {REPORT}\n" * 101, 3),
        (f"status:\n  state: unknown\n  sources: [{MANY}]\n", 3),
    ],
    ids=["in the record", "one level down", "between brackets"],
)
def test_a_list_of_more_than_100_entries_is_named_where_it_stands(entries: str, line: int) -> None:
    found = problems_of({"2020/long.yaml": SMALLEST + entries})
    (problem,) = (problem for problem in found if problem.rule == "too-many")
    assert problem.line == SMALLEST.count("\n") + line


def test_a_list_of_100_entries_is_not_too_long() -> None:
    assert problems_of({"2020/long.yaml": SMALLEST + "notes:\n" + "- これは注記です。\n" * 100}) == []


@pytest.mark.parametrize("twice", ["[report, report]", "{a: report, b: report}"])
def test_a_value_twice_in_one_list_is_named_whatever_its_form(twice: str) -> None:
    text = f"{SMALLEST}history:\n  - date: 2019\n    text: できごと\n    sources: {twice}\n"
    assert "repeated-value" in {problem.rule for problem in problems_of({"2020/twice.yaml": text})}
    assert problems_of({"2020/once.yaml": text.replace(twice, REPORT)}) == []
