"""Slips of the hand: found where they are, set right, and never seen where text may hold the same characters."""

import pytest

from homare.records.line_slips import set_right, unclosed_quote
from homare.records.reader import read_document


@pytest.mark.parametrize(
    ("line", "mended", "mark"),
    [
        ("\ttitle: a", "  title: a", (1, "tab-indent")),
        ("  \t- a", "    - a", (3, "tab-indent")),
        ("　title: a", "  title: a", (1, "wide-space-indent")),
        ("  \u00a0title: a", "    title: a", (3, "wide-space-indent")),
        ("題名：a", "題名: a", (3, "wide-colon")),
        ("  title：", "  title: ", (8, "wide-colon")),
        ("  - text：a", "  - text: a", (9, "wide-colon")),
        ("title:a", "title: a", (6, "no-space-after-colon")),
        ("  - text:あ", "  - text: あ", (9, "no-space-after-colon")),
    ],
)
def test_a_slip_is_named_and_set_right(line: str, mended: str, mark: tuple[int, str]) -> None:
    text, problems = set_right("a.yaml", line)
    assert text == mended
    assert [(problem.column, problem.rule) for problem in problems] == [mark]


def test_two_slips_in_one_line_are_both_named() -> None:
    text, problems = set_right("a.yaml", "　title：a")
    assert text == "  title: a"
    assert [problem.rule for problem in problems] == ["wide-space-indent", "wide-colon"]


@pytest.mark.parametrize(
    "text",
    [
        "# 題名：注釈",
        "text: 注意：文の中の全角コロン",
        "- 注意：一覧の中の文",
        "url: https://kakuu.example/a:b",
        "- https://kakuu.example/",
        "time: 12:30",
        "a: >-\n  題名：x\n  kind:y\n\n  \tz",
        "a: |2\n    題名：x",
        "- >-\n  題名：x",
        "- - a: >\n      題名：x",
        'a: "b\n  題名：x\n  \\"kind:y\n  c"',
        "a: 'b\n  題名：x\n  it''s\n  c'",
        "- 'b\n  題名：x'",
        "\t",
        "　",
    ],
)
def test_text_may_hold_what_would_be_a_slip_in_a_key(text: str) -> None:
    assert set_right("a.yaml", text) == (text, [])


@pytest.mark.parametrize("closed", ['a: "b"', "a: 'b'", "a: ''", "a: >-\n  b", "- >-\n  b", "- a: >-\n    b\n  c: d"])
def test_keys_after_a_closed_text_are_looked_at_again(closed: str) -> None:
    assert [problem.rule for problem in set_right("a.yaml", f"{closed}\n題名：x")[1]] == ["wide-colon"]


def test_a_key_after_a_block_in_a_list_item_is_looked_at() -> None:
    text, problems = set_right("a.yaml", "- text: >-\n    題名：x\n  sources：[a]")
    assert text == "- text: >-\n    題名：x\n  sources: [a]"
    assert [problem.line for problem in problems] == [3]


def test_a_key_that_was_set_right_can_open_a_block() -> None:
    assert [problem.line for problem in set_right("a.yaml", "text：>-\n  題名：x")[1]] == [1]


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ('a: "b', (1, 4)),
        ("a: 1\nb:\n  - c: 'd\n    e: 2\n", (3, 8)),
        ('title: "新しい題名にします\nkind: programme\nprefecture: "13"\nb: c', (1, 8)),
        ('a: "b\n  c"\nd: "e\nf: "g"', (3, 4)),
        ("a: 'it''s\nb: 'c'", (1, 4)),
        ('a: "b\n  c"  # 注釈\nd: e', None),
        ('a: "b"\nc: >-\n  "d\ne: "f"', None),
        ('a: 彼の言う"b\nc: d', None),
    ],
)
def test_a_quote_that_is_not_closed_is_found_where_it_begins(text: str, place: tuple[int, int] | None) -> None:
    assert unclosed_quote(text) == place


@pytest.mark.parametrize("text", ['a: 1\nb: "c\nd: 2\n', 'a: 1\nb: "c\nd: "e"\nf: 2\n', 'a: 1\nb: [c, "d]\ne: 2\n'])
def test_yamls_complaint_about_an_open_quote_is_told_in_its_line(text: str) -> None:
    _, [problem] = read_document("a.yaml", text.encode())
    assert (problem.line, problem.rule) == (2, "yaml-syntax")
    assert text.count('"') == 1 or problem.message.ja == "この行で始まる引用符が閉じていません。"


CONFLICT = "a: 1\n<<<<<<< HEAD\nb: 注意：2\n=======\nb: 3\n>>>>>>> theirs/change\nc: 4\n"


@pytest.mark.parametrize(
    ("text", "data", "lines"),
    [
        (CONFLICT, {"a": "1", "b": "注意：2", "c": "4"}, [2]),
        (CONFLICT.replace("=======", "||||||| 1f2e3d\nb: 0\n======="), {"a": "1", "b": "注意：2", "c": "4"}, [2]),
        (f"{CONFLICT}<<<<<<< HEAD\n=======\nd: 5\n>>>>>>> x\n", {"a": "1", "b": "注意：2", "c": "4"}, [2, 8]),
        ("a: 1\n=======\nb: 2\n>>>>>>> x\n", {"a": "1", "b": "2"}, [2, 4]),
        ("a: 1\n<<<<<<< HEAD\nb: 2\n=======\nc: 3\n", {"a": "1", "b": "2", "c": "3"}, [2]),
        ("a: >-\n  一行目\n<<<<<<< HEAD\n  題名：二行目\n=======\n  別の行\n>>>>>>> x\n", None, [3]),
    ],
)
def test_the_marks_of_a_conflict_are_named_and_the_first_side_is_read(
    text: str, data: dict[str, str] | None, lines: list[int]
) -> None:
    document, problems = read_document("a.yaml", text.encode())
    assert [(problem.line, problem.rule) for problem in problems] == [(line, "yaml-syntax") for line in lines]
    assert "ぶつかった印" in problems[0].message.ja
    assert document is not None
    assert data is None or document.data == data


def test_a_text_may_hold_what_looks_like_a_mark() -> None:
    text = "a: >-\n  <<<<<<< HEAD\n  =======\nb: '======='\n"
    assert read_document("a.yaml", text.encode())[1] == []
