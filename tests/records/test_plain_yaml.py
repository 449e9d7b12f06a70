"""The quick reading of plain records gives what the full one gives, places included, or leaves the text to it."""

from pathlib import Path
from unittest import mock

import pytest
import yaml
from hypothesis import example, given, settings
from hypothesis import strategies as st

from homare.problems import MOST_PROBLEMS
from homare.records.decoding import decode
from homare.records.document import Data
from homare.records.plain_yaml import plain_data
from homare.records.reader import read_document
from tests.libraries import EXAMPLES, ROOT
from tests.records.test_reader import PIECES

RECORDS = sorted(path for path in (ROOT / "cases").glob("*/*.yaml") if path.parent.name.isdecimal())
ALL_FILES = sorted(path for folder in ("cases", "sessions") for path in (ROOT / folder).rglob("*.yaml"))


def plain(content: bytes) -> Data:
    """Return what the quick reading makes of a file; None where it leaves the file to the full one."""
    text, problems = decode("a.yaml", content)
    return None if text is None or problems else plain_data(text)


def is_read_the_same(content: bytes) -> bool:
    """Return whether a file is plain; then both readings must give the same data and places, and no problem."""
    data = plain(content)
    if data is None:
        return False
    quick, quick_problems = read_document("a.yaml", content)
    with mock.patch("homare.records.reader.plain_data", return_value=None):
        full, problems = read_document("a.yaml", content)
    assert quick_problems == problems == []
    assert quick is not None
    assert full is not None
    assert repr(quick.data) == repr(full.data) == repr(data)  # as text: the order of keys must be the same, too
    assert dict(quick.places) == full.places
    assert dict(quick.key_places) == full.key_places
    assert quick.unread == full.unread == set()
    return True


@pytest.mark.parametrize("path", RECORDS, ids=lambda path: f"{path.parent.name}-{path.stem}")
def test_every_record_is_plain_as_people_write_it_and_as_programs_do(path: Path) -> None:
    assert is_read_the_same(path.read_bytes())
    written = yaml.dump(plain(path.read_bytes()), allow_unicode=True, sort_keys=False, width=10_000)
    assert is_read_the_same(written.encode())
    assert plain(written.encode()) == plain(path.read_bytes())


@pytest.mark.parametrize(
    "path", [*ALL_FILES, *EXAMPLES.rglob("*.yaml")], ids=lambda path: f"{path.parent.name}-{path.stem}"
)
def test_no_other_file_is_read_otherwise(path: Path) -> None:
    is_read_the_same(path.read_bytes())


@pytest.mark.parametrize(
    ("text", "data"),
    [
        ("a: b", {"a": "b"}),
        ("# x\n\na: b\n\n# y\nc:\n# z\n  d: e\n", {"a": "b", "c": {"d": "e"}}),
        ("a:\n- b\n- c: d\n  e: f\ng: h\n", {"a": ["b", {"c": "d", "e": "f"}], "g": "h"}),
        ("- a:\n  - b\n  c:\n    - d\n-   e: f\n    g: h\n", [{"a": ["b"], "c": ["d"]}, {"e": "f", "g": "h"}]),
        ("  a:\n      b: c\n  d: e\n", {"a": {"b": "c"}, "d": "e"}),
        ("a:\nb: ~\nc: null\nd: [null, x]\ne: ''\n", {"a": None, "b": None, "c": None, "d": [None, "x"], "e": ""}),
        ("a: no\nb: 010\nc: -1.5\n2018: 12:30\n", {"a": "no", "b": "010", "c": "-1.5", "2018": "12:30"}),
        ("a: \"b: c # d\"\ne: 'it''s'\n", {"a": "b: c # d", "e": "it's"}),
        ("a: b#c:d\ne: https://x.example/?y=[z]#top\n", {"a": "b#c:d", "e": "https://x.example/?y=[z]#top"}),
        ("a: [b, c d]\ne: {f: g, h: i}\n", {"a": ["b", "c d"], "e": {"f": "g", "h": "i"}}),
        ("a: >-\n  b\n  c: # d\ne:\n  - >-\n   f\n", {"a": "b c: # d", "e": ["f"]}),
    ],
)
def test_a_plain_text_gives_its_data(text: str, data: Data) -> None:
    assert is_read_the_same(text.encode())
    assert plain(text.encode()) == data


@pytest.mark.parametrize(
    "text",
    [
        "",
        "# nothing\n",
        "text\n",
        "a: b\n  c\n",
        "a: b\n  c: d\n",
        "a:\n  - b\n c: d\n",
        "a: b\n- c\n",
        "- a\nb: c\n",
        "- a\n  - b\n",
        "a:\n- b\n  c: d\n",
        "a: 1\na: 2\n",
        "a: {b: c, b: d}\n",
        "a: b #c\n",
        "a: b: c\n",
        "a: b:\n",
        "a: &b c\n",
        "a: *b\n",
        "a: !b c\n",
        "<<: a\n",
        "? a\n",
        "a: 'b\n",
        'a: "\\u200b"\n',
        "a: [b,\n  c]\n",
        "a: [b, [c]]\n",
        "a: >\n  b\n",
        "a: >-\n  b\n\n  c\n",
        "a: >-\n  b\n    c\n",
        "a: >-\n  b\n  # c\n    # d\n",
        "a: >-\nb: c\n",
        "a:\n  b: >-\n c\n",
        "a:\tb\n",
        "\ta: b\n",
        "　a: b\n",
        "a：b\n",
        "a:b\n",
        "- a:b\n",
        "- a：b\n",
        "-\n",
        "---\na: b\n",
        "a: b\n...\n",
        "%YAML 1.1\n",
        "a: \u200bb\n",
        "\n".join(f"{'  ' * depth}a:" for depth in range(15)),
    ],
)
def test_all_other_text_is_left_to_the_full_reading(text: str) -> None:
    assert plain(text.encode()) is None


ROWS = st.tuples(
    st.sampled_from(["", "  ", "    ", " ", "      "]),
    st.sampled_from(["", "", "", "- ", "- ", "-  ", "- - "]),
    st.sampled_from(["", "a: ", "b: ", "c: ", "title:", "余り: ", "a：", "k:  "]),
    st.sampled_from(["", "", "text", "[a, b]", "{a: b, c: d}", '"q"', "'q'", ">-", "~", "# n", "-1", "あ：い", "a:b"])
    | st.lists(PIECES, max_size=3).map("".join),
    st.sampled_from(["", "", "", "", " ", ":", " # note", "　"]),
).map("".join)


@settings(max_examples=max(600, settings().max_examples))
@given(st.lists(ROWS, max_size=8).map("\n".join) | st.lists(PIECES, max_size=30).map("".join))
@example("a: >-\n  b\n # c\n")
@example("a:\n# b\n- c\n # d\n- e\n")
def test_any_text_is_read_the_same(text: str) -> None:
    is_read_the_same(text.encode())


def test_a_fault_that_the_model_finds_has_its_place_all_the_same() -> None:
    document, problems = read_document("a.yaml", "余り: 布\nb:\n  - c: d\n".encode())
    assert document is not None
    assert problems == []
    assert document.place_of(("b", 0, "c")) == (3, 8)
    assert document.place_of(("b", 0, "missing")) == (3, 5)
    assert ("b", 0) in document.places
    assert len(document.key_places) == 3


def test_a_plain_text_of_any_size_is_read_in_one_go() -> None:
    for text in (
        "a: " + "b" * 200_000,
        "- a\n" * 60_000,
        "a: [" + ", ".join("b" * 60_000) + "]",
        "a: b" + " " * 200_000,
    ):
        assert len(read_document("a.yaml", text.encode())[1]) <= MOST_PROBLEMS
