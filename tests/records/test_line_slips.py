"""Slips of the hand: found where they are, set right, and never seen where text may hold the same characters."""

import pytest

from homare.records.line_slips import set_right


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
