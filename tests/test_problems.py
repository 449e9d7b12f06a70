"""Problems are values: their order, the three ways to print them, both languages."""

import json
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from homare.problems import Language, Problem, ReportFormat, Text, report

FIRST = Problem(
    "a.yaml", 2, 3, "unknown-key", Text("「titel」という項目はありません。", "No key."), Text("直す。", "Mend it.")
)
LATER = Problem("a.yaml", 10, 1, "wrong-date", Text("日付ではない。", "Not a date."), Text("書く。", "Write it."))
ELSEWHERE = Problem("b.yaml", 1, 1, "empty-file", Text("空です。", "Empty."), Text("消す。", "Delete it."))


def test_the_first_line_stands_alone_and_the_second_says_what_to_do() -> None:
    assert report([FIRST], "text", "ja") == "a.yaml:2:3: [unknown-key] 「titel」という項目はありません。\n    → 直す。"
    assert report([FIRST], "text", "en") == "a.yaml:2:3: [unknown-key] No key.\n    → Mend it."


def test_problems_come_by_file_line_and_column_each_once() -> None:
    printed = report([ELSEWHERE, LATER, FIRST, LATER], "text", "ja")
    assert re.findall(r"\[([a-z-]+)\]", printed) == ["unknown-key", "wrong-date", "empty-file"]


def test_nothing_to_report_is_nothing_and_an_empty_list_in_json() -> None:
    assert report([], "text", "ja") == ""
    assert report([], "github", "ja") == ""
    assert json.loads(report([], "json", "ja")) == []


@pytest.mark.parametrize(
    ("language", "message", "hint"), [("ja", FIRST.message.ja, "直す。"), ("en", "No key.", "Mend it.")]
)
def test_json_holds_every_part(language: Language, message: str, hint: str) -> None:
    assert json.loads(report([FIRST], "json", language)) == [
        {"path": "a.yaml", "line": 2, "column": 3, "rule": "unknown-key", "message": message, "hint": hint}
    ]


def test_a_github_command_has_its_place_and_title() -> None:
    assert report([FIRST], "github", "ja") == (
        "::error file=a.yaml,line=2,col=3,title=unknown-key::「titel」という項目はありません。 直す。"
    )


def test_a_github_command_cannot_be_broken_by_text_or_path() -> None:
    problem = Problem("a,b:c%.yaml", 1, 1, "rule", Text("一\n::error::二%", ""), Text("三\r", ""))
    assert report([problem], "github", "ja") == (
        "::error file=a%2Cb%3Ac%25.yaml,line=1,col=1,title=rule::一%0A::error::二%25 三%0D"
    )


def test_a_problem_is_two_lines_whatever_the_text_quoted_in_it() -> None:
    problem = Problem("a\nb.yaml", 1, 1, "rule", Text("一\n二", ""), Text("三\u2028四", ""))
    assert report([problem], "text", "ja") == "a b.yaml:1:1: [rule] 一 二\n    → 三 四"


@pytest.mark.parametrize("format", ["text", "github"])
def test_nothing_in_a_record_or_a_name_drives_the_terminal(format: ReportFormat) -> None:
    bad = "\x1b]0;pwned\x07\x9b2J\u202e\x7f"
    printed = report([Problem(f"{bad}.yaml", 1, 1, "unknown-key", Text(bad, bad), Text(bad, bad))], format, "ja")
    assert printed.count("<U+001B>]0;pwned<U+0007><U+009B>2J<U+202E><U+007F>") == 3
    assert not set(printed) & set(bad) - set("]0;pwned2J")


@given(st.text(st.characters(), max_size=20), st.sampled_from(["text", "json", "github"]))
def test_any_name_can_be_printed(name: str, format: ReportFormat) -> None:
    """File names may hold bytes that are no characters; Python shows those as halves of a pair."""
    printed = report([Problem(name, 1, 1, "rule", Text(name, name), Text("", ""))], format, "ja")
    printed.encode()
    if format == "json":
        assert len(json.loads(printed)) == 1
