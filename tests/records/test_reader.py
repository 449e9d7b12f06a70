"""YAML as records may use it: every scalar as typed, every fault named, nothing that hangs or explodes."""

import time

import pytest
import yaml
from hypothesis import example, given
from hypothesis import strategies as st

from homare.problems import MOST_PROBLEMS
from homare.records.characters import HIDDEN, in_one_part
from homare.records.document import Data
from homare.records.reader import read_document
from tests.libraries import marks


def read(text: str) -> Data:
    """Return the data of a text that must be without fault."""
    document, problems = read_document("a.yaml", text.encode())
    assert problems == []
    assert document is not None
    return document.data


def faults(text: str | bytes) -> list[str]:
    content = text.encode() if isinstance(text, str) else text
    return marks(read_document("a.yaml", content)[1])


@pytest.mark.parametrize(
    "scalar",
    [
        "no",
        "yes",
        "on",
        "01",
        "017",
        "0o17",
        "1_000",
        "1e3",
        "12:30",
        "1.0",
        ".5",
        "2024-13-45",
        "0x1f",
        "true",
        "<<",
        "=",
        ".inf",
        "-",
        "9" * 5000,
    ],
)
def test_scalars_are_what_was_typed(scalar: str) -> None:
    assert read(f"a: {scalar}x\nb: [{scalar}y]") == {"a": f"{scalar}x", "b": [f"{scalar}y"]}
    assert read(f'a: "{scalar}"') == {"a": scalar}
    if scalar != "-":
        assert read(f"a: {scalar}") == {"a": scalar}


@pytest.mark.parametrize("empty", ["", "~", "null", "Null", "NULL"])
def test_an_empty_value_is_none_and_a_quoted_one_is_text(empty: str) -> None:
    assert read(f"a: {empty}\nb: [{empty or '~'}]\nc: '{empty}'") == {"a": None, "b": [None], "c": empty}


def test_every_key_and_value_has_its_place() -> None:
    document, _ = read_document("a.yaml", "余り: 布\nb:\n  - c: d\n".encode())
    assert document is not None
    assert document.places[("余り",)] == (1, 5)
    assert document.key_places[("b", 0, "c")] == (3, 5)
    assert document.place_of(("b", 0, "c")) == (3, 8)
    assert document.place_of(("b", 0, "missing")) == (3, 5)
    assert document.place_of(("missing",)) == (1, 1)


def test_values_finds_what_fits_and_passes_over_other_shapes() -> None:
    document, _ = read_document("a.yaml", b"a: [{b: [x, y]}, z, {b: w}, {c: v}]\n")
    assert document is not None
    assert list(document.texts("a", ..., "b", ...)) == [(("a", 0, "b", 0), "x"), (("a", 0, "b", 1), "y")]
    assert list(document.texts("a", ..., "b")) == [(("a", 2, "b"), "w")]
    assert list(document.values("missing", ..., "b")) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", ["1:1 empty-file"]),
        ("# nothing\n", ["1:1 empty-file"]),
        ("---\n", ["1:1 empty-file"]),
        ("a: b\n---\nc: d\n", ["2:1 several-documents"]),
        ("a: 1\nb: 2\na: 3\n", ["3:1 duplicate-key"]),
        ("a: &x [b]\nc: *x\n", ["1:4 alias", "2:4 alias"]),
        ("a: {<<: {b: c}}\n", ["1:5 alias"]),
        ("a: !!int 1\n", ["1:4 tag"]),
        ("a: [b, c\nd: e\n", ["2:2 yaml-syntax"]),
        ('a: "b\nc: d\n', ["1:4 yaml-syntax"]),
        ("a: b: c\n", ["1:5 quotes-needed"]),
        ("a: @b\n", ["1:4 quotes-needed"]),
        ("- %b\n", ["1:3 quotes-needed"]),
        ("a: *b c\n", ["1:4 alias"]),
        ("? [a]\n: b\n", ["1:3 yaml-syntax"]),
        ("a: b #1\n", ["1:4 cut-by-comment"]),
        ('a: b"c" #1\n', ["1:4 cut-by-comment"]),
        ("a: b\n  c\n", ["1:4 plain-text-over-lines"]),
        ('a: "\\u202e\\0"\n', ["1:4 hidden-character", "1:5 hidden-character"]),
        ('"\\u200b": a\n', ["1:1 hidden-character"]),
        ('a: "\\ud800"\n', ["1:7 yaml-syntax"]),
        ("...\n", ["1:1 yaml-syntax"]),
    ],
)
def test_a_fault_is_named_with_its_place(text: str, expected: list[str]) -> None:
    assert faults(text) == expected


@pytest.mark.parametrize("text", ['a: "b #1"\n', "a: b#1\n", "a: [b] # note\n", "# note\na: b\n", "a: 'b' # note\n"])
def test_a_hash_that_cuts_nothing_off_is_no_fault(text: str) -> None:
    assert faults(text) == []


def test_all_faults_of_a_file_come_in_one_run() -> None:
    text = "t:\n\tu: a\n題名：b\na: *c\nd: !e f\ng: 1\ng: 2\nh: i #j\nk: \u200bl\nm:n\n\no:\n  - p: q: r\n"
    assert [mark.split()[1] for mark in faults(text)] == [
        "tab-indent",
        "wide-colon",
        "alias",
        "tag",
        "duplicate-key",
        "cut-by-comment",
        "hidden-character",
        "no-space-after-colon",
        "quotes-needed",
    ]


def test_the_hint_shows_the_line_as_it_should_be() -> None:
    for line, better in (
        ("title: 事業: 副題", 'title: "事業: 副題"'),
        ("  - @x", '- "@x"'),
        ('a: "b": c', "a: 'b\": c'"),
    ):
        (problem,) = read_document("a.yaml", line.encode())[1]
        assert better in problem.hint.ja, problem.hint.ja
        assert better in problem.hint.en


def test_the_second_of_two_keys_names_the_line_of_the_first() -> None:
    (problem,) = read_document("a.yaml", b"a: 1\nb: 2\na: 3\n")[1]
    assert "1行目" in problem.message.ja
    assert "line 1" in problem.message.en


def test_an_alias_leaves_a_gap_that_is_known() -> None:
    document, _ = read_document("a.yaml", b"a: &x b\nc: [*x, d]\n")
    assert document is not None
    assert document.data == {"a": "b", "c": [None, "d"]}
    assert document.unread == {("c", 0)}


ALIAS_BOMB = "a: &a [x, x, x, x, x, x, x, x, x]\n" + "".join(
    f"{name}: &{name} [{', '.join([f'*{before}'] * 9)}]\n" for before, name in zip("abcdefgh", "bcdefghi", strict=True)
)
MERGE_BOMB = "a: &a {x: y}\n" + "".join(
    f"{name}: &{name}\n  <<: [{', '.join([f'*{before}'] * 20)}]\n" for before, name in zip("abc", "bcd", strict=True)
)


@pytest.mark.parametrize("bomb", [ALIAS_BOMB, MERGE_BOMB], ids=["alias", "merge"])
def test_a_bomb_of_aliases_is_named_and_never_expanded(bomb: str) -> None:
    started = time.process_time()
    found = faults(bomb)
    assert time.process_time() - started < 0.1
    assert {mark.split()[1] for mark in found} == {"alias"}


@pytest.mark.parametrize("opening", ["[", "{", "{a: ", "- ", "? ", "a:\n "], ids=repr)
def test_deep_nesting_is_refused_and_not_followed(opening: str) -> None:
    text = opening * 3000 if "\n" not in opening else "".join(f"{' ' * depth}a:\n" for depth in range(300))
    (mark,) = faults(text)
    assert mark.split()[1] in ("too-deep", "yaml-syntax")


@pytest.mark.parametrize(
    "text",
    [
        "a: 1\n" * 40_000,
        "a: " + "\u200b" * 80_000,
        "あ：い\n" * 25_000,
        "\ta: b\n" * 40_000,
        "a: [" + "*b, " * 60_000 + "]",
        "a: 'b" + "'" * 200_001,
        'a: "' + "\\" * 200_000,
        "a: b" + " " * 200_000 + "x #",
        "a:" * 120_000,
        "e" + "\u0301" * 99_999,
    ],
    ids=["keys", "hidden", "colons", "tabs", "aliases", "quotes", "backslashes", "spaces", "maps", "accents"],
)
def test_a_hostile_file_is_read_quickly_and_reported_briefly(text: str) -> None:
    started = time.process_time()
    problems = read_document("a.yaml", text.encode())[1]
    assert time.process_time() - started < 5
    assert len(problems) <= MOST_PROBLEMS


@given(st.binary(max_size=400))
@example(b"\xff\xfe\x00")
@example(b"\x80")
def test_any_bytes_give_a_document_or_problems(content: bytes) -> None:
    document, problems = read_document("a.yaml", content)
    assert document is not None or problems


PIECES = st.sampled_from(
    [
        "a",
        "title",
        "余り",
        ": ",
        ":",
        "：",
        "- ",
        "\n",
        "  ",
        "\t",
        "　",
        "#",
        " #",
        '"',
        "'",
        "[",
        "]",
        "{",
        "}",
        ", ",
        "&a ",
        "*a",
        "!t ",
        "<<",
        "|",
        ">-",
        "? ",
        "---\n",
        "...\n",
        "%",
        "@",
        "`",
        "\\",
        "\\u202e",
        "\u200b",
        "\0",
        "1",
        "~",
        "\x85",
    ]
)


@given(st.lists(PIECES | st.text(max_size=4), max_size=40).map("".join))
def test_any_text_gives_a_document_or_problems_at_places_that_exist(text: str) -> None:
    content = text.encode("utf-8", "surrogatepass")
    document, problems = read_document("a.yaml", content)
    assert document is not None or problems
    lines = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    for problem in problems:
        assert 1 <= problem.line <= len(lines)
        assert problem.column >= 1


VISIBLE = st.text(st.characters(exclude_categories=["Cs"]), max_size=30).filter(
    lambda text: not HIDDEN.search(text) and "\r" not in text and in_one_part(text) == text
)
KEYS = VISIBLE.filter(lambda key: key != "<<")
TREES = st.recursive(
    VISIBLE,
    lambda inner: (
        st.lists(inner, max_size=4) | st.dictionaries(VISIBLE.filter(lambda key: key != "<<"), inner, max_size=4)
    ),
    max_leaves=15,
)


@given(st.dictionaries(KEYS, TREES, min_size=1, max_size=5), st.booleans())
def test_any_tree_of_text_comes_back_unchanged(tree: dict[str, Data], flow: bool) -> None:
    text = yaml.dump(
        tree, Dumper=yaml.CSafeDumper, allow_unicode=True, default_style='"', default_flow_style=flow, width=10**6
    )
    document, problems = read_document("a.yaml", text.encode())
    assert [problem for problem in problems if problem.rule != "too-deep"] == []
    assert problems or (document is not None and document.data == tree)
