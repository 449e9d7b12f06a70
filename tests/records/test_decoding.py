"""Bytes to text: the encodings and invisible characters that office programs leave behind."""

import pytest

from homare.records.characters import HIDDEN, USUAL, in_one_part
from homare.records.decoding import LARGEST_RECORD, decode

TEXT = "title: 余り布\nkind: programme\n"


def faults(content: bytes) -> list[tuple[int, int, str]]:
    return [(problem.line, problem.column, problem.rule) for problem in decode("a.yaml", content)[1]]


@pytest.mark.parametrize(
    ("codec", "name"),
    [("cp932", "Shift_JIS"), ("euc_jp", "EUC-JP"), ("iso2022_jp", "ISO-2022-JP"), ("utf-16", "UTF-16")],
)
def test_another_encoding_is_named(codec: str, name: str) -> None:
    text, problems = decode("a.yaml", TEXT.encode(codec))
    assert text is None
    assert [problem.rule for problem in problems] == ["wrong-encoding"]
    assert name in problems[0].message.ja
    assert "UTF-8" in problems[0].hint.ja


@pytest.mark.parametrize("codec", ["utf-16-le", "utf-16-be"])
def test_utf_16_without_a_mark_is_one_problem_and_not_one_for_every_null(codec: str) -> None:
    assert faults("title: cloth\n".encode(codec)) == [(1, 1, "wrong-encoding")]


def test_bytes_of_no_encoding_are_a_problem_with_their_place() -> None:
    assert faults("title: a\nkind: 余り".encode() + b"\xff\xfe") == [(2, 9, "wrong-encoding")]


def test_a_byte_order_mark_at_the_start_is_accepted() -> None:
    assert decode("a.yaml", b"\xef\xbb\xbf" + TEXT.encode()) == (TEXT, [])


def test_a_byte_order_mark_inside_is_named() -> None:
    assert faults("title: a\n\ufeffkind: b\n".encode()) == [(2, 1, "hidden-character")]


@pytest.mark.parametrize("end", ["\r\n", "\r", "\n"])
def test_every_line_end_becomes_a_line_feed(end: str) -> None:
    assert decode("a.yaml", TEXT.replace("\n", end).encode()) == (TEXT, [])


@pytest.mark.parametrize("hidden", ["\0", "\x1b", "\x85", "\u00ad", "\u200b", "\u200f", "\u202e", "\u2066", "\ufffe"])
def test_a_hidden_character_is_named_by_its_code_and_left_out(hidden: str) -> None:
    text, problems = decode("a.yaml", f"title: あ{hidden}い\n".encode())
    assert text == "title: あい\n"
    assert [(problem.line, problem.column, problem.rule) for problem in problems] == [(1, 9, "hidden-character")]
    assert f"U+{ord(hidden):04X}" in problems[0].message.ja


@pytest.mark.parametrize("text", ["あ　い", "a\tb", "辻\U000e0100", "\ufa19", "髙﨑𠮷", "㈱", "が", "\ufe0f"])
def test_characters_that_mean_something_stay_as_typed(text: str) -> None:
    assert decode("a.yaml", text.encode()) == (text, [])


def test_letters_in_two_parts_become_one_and_look_alikes_stay() -> None:
    assert decode("a.yaml", "か\u3099ハ\u309a \ufa19 ㈱".encode()) == ("がパ \ufa19 ㈱", [])


def test_the_largest_record_is_read_and_one_byte_more_is_refused() -> None:
    assert faults(b"#" * LARGEST_RECORD) == []
    assert faults(b"#" * (LARGEST_RECORD + 1)) == [(1, 1, "file-too-large")]


def test_characters_called_usual_are_neither_hidden_nor_half_of_another() -> None:
    usual = [chr(code) for code in range(0x110000) if USUAL.fullmatch(chr(code))]
    assert len(usual) > 40_000
    assert [char for char in usual if HIDDEN.search(char) or in_one_part(f"か{char}") != f"か{char}"] == []
    assert USUAL.fullmatch("余り布、Ａ社の〈新〉技術　“x”﨑…—～①㈱½é\n")
