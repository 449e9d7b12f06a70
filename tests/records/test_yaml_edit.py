"""Changed data into a record's text: exactly that data, and no line touched that need not change."""

import difflib
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from homare.model.editing.house_style import HOUSE_STYLE, MODELINE
from homare.records.characters import HIDDEN, in_one_part
from homare.records.document import Data
from homare.records.reader import read_document
from homare.records.yaml_edit import edited, holds, without_empty, written
from homare.records.yaml_style import Style
from tests.libraries import EXAMPLES, ROOT

RECORDS = sorted(path for path in (ROOT / "cases").glob("*/*.yaml") if path.parent.name[:2] in ("20", "un"))
EVERY_FORM = """\
# first comment
title: plain text   # not read by records, kept by the editor of text
double: "says: this"
single: 'it''s'
folded: >-
  a text
  of two lines

# comment between
list: [a, "b: c"]  # after a list
items:
  # before the first
  - text: one
    sources: [x]
    # inside
    scope: related
  - {text: two, sources: [y]}

  # before the third
  - text: three
notes:
  - >-
    folded note
  - plain note
empty:
nested:
  a: 1
  b: {c: 2}
# the end
"""


def data_of(text: str) -> dict[str, Data]:
    document, _ = read_document("x.yaml", text.encode())
    assert document is not None
    data = without_empty(document.data)
    assert isinstance(data, dict)
    return data


def changed_lines(old: str, new: str) -> list[str]:
    return [line for line in difflib.ndiff(old.splitlines(), new.splitlines()) if line[0] in "+-"]


@pytest.mark.parametrize("path", RECORDS, ids=lambda path: path.stem)
def test_the_house_style_writes_every_real_record_exactly_as_it_stands(path: Path) -> None:
    text = path.read_text("utf-8")
    assert written(data_of(text), HOUSE_STYLE, MODELINE) == text
    assert edited(text, data_of(text), HOUSE_STYLE) == text


@pytest.mark.parametrize(
    ("change", "lines"),
    [
        ({"title": "other text"}, ["- title: plain text", "+ title: other text"]),
        ({"title": "other: text"}, ["- title: plain text", '+ title: "other: text"']),
        ({"double": "plain"}, ['- double: "says: this"', '+ double: "plain"']),
        ({"single": "isn't"}, ["- single: 'it''s'", "+ single: 'isn''t'"]),
        ({"folded": "new"}, ["-   a text", "-   of two lines", "+   new"]),
        ({"list": ["a"]}, ['- list: [a, "b: c"]  # after a list', "+ list: [a]  # after a list"]),
        ({"list": None}, ['- list: [a, "b: c"]  # after a list']),
        ({"empty": "filled"}, ["- empty:", "+ empty: filled"]),
        ({"nested": {"a": "1", "b": {"c": "3"}}}, ["-   b: {c: 2}", '+   b: {c: "3"}']),
        ({"notes": ["folded note", "plain note", "third"]}, ["+   - third"]),
        ({"notes": ["plain note"]}, ["-   - >-", "-     folded note"]),
        ({"added": ["x"]}, ["+ added: [x]"]),
    ],
)
def test_one_change_touches_its_own_lines_only(change: dict[str, Data], lines: list[str]) -> None:
    text = EVERY_FORM.replace("   # not read by records, kept by the editor of text", "")
    result = edited(text, {**data_of(text), **change}, Style())
    assert sorted(changed_lines(text, result)) == sorted(lines)


def test_items_are_added_taken_out_and_changed_in_place() -> None:
    text = EVERY_FORM.replace("   # not read by records, kept by the editor of text", "")
    data = data_of(text)
    one, two, three = data["items"]  # type: ignore[misc]
    new: Data = {"text": "new", "sources": ["z"]}
    added = edited(text, {**data, "items": [new, one, two, new, three]}, Style())  # type: ignore[list-item]
    block = ["+   - text: new", "+     sources: [z]"]
    assert changed_lines(text, added) == block + block
    assert added.index("# before the third") > added.rindex("text: new")
    fewer = edited(text, {**data, "items": [one, three]}, Style())  # type: ignore[list-item]
    assert changed_lines(text, fewer) == ["-   - {text: two, sources: [y]}"]
    without_scope = edited(text, {**data, "items": [{"text": "one", "sources": ["x"]}, two, three]}, Style())  # type: ignore[list-item]
    assert changed_lines(text, without_scope) == ["-     scope: related"]
    first_key_gone = edited(text, {**data, "items": [{"sources": ["x"], "scope": "related"}, two, three]}, Style())  # type: ignore[list-item]
    assert "  - sources: [x]\n    # inside\n" in first_key_gone


def test_an_accepted_example_keeps_its_comments_when_its_title_changes() -> None:
    for path in sorted((EXAMPLES / "accepted").glob("*.yaml")):
        text = path.read_text("utf-8")
        if "\ntitle: " in text:
            result = edited(text, {**data_of(text), "title": "別の題名にした見本です"}, HOUSE_STYLE)
            assert len(changed_lines(text, result)) == 2, path


TEXTS = st.one_of(
    st.sampled_from(
        ["yes", "01", "12:30", "null", "~", "a: b", "- x", "#1", "a #b", "題名：", "{x}", "[", "'", '"', "\\", ""]
    ),
    st.text(st.characters(exclude_categories=("C", "Zl", "Zp")), max_size=12),
    st.text("ab:#-'\"[]{}, \n\t\\　：!&*|>%@`?", max_size=8),
).map(lambda text: in_one_part(HIDDEN.sub("", text)))
KEYS = st.sampled_from(
    ["title", "summary", "notes", "themes", "baseline", "prefecture", "value", "2020-news", "no", "a b"]
)
MAPPINGS = st.dictionaries(KEYS, TEXTS | st.lists(TEXTS, min_size=1, max_size=2), min_size=1, max_size=3)
TREES = st.one_of(
    TEXTS,
    st.lists(TEXTS, min_size=1, max_size=3),
    MAPPINGS,
    st.lists(MAPPINGS, min_size=1, max_size=3),
    st.dictionaries(KEYS, st.lists(MAPPINGS, min_size=1, max_size=2), min_size=1, max_size=2),
)
RECORDS_OF_ANY_SHAPE = st.dictionaries(KEYS, TREES, min_size=1, max_size=5).filter(
    lambda data: bool(without_empty(data))
)


@given(RECORDS_OF_ANY_SHAPE, RECORDS_OF_ANY_SHAPE)
def test_any_record_can_be_written_and_changed_into_any_other(first: dict[str, Data], second: dict[str, Data]) -> None:
    text = written(first, HOUSE_STYLE)
    result = edited(text, second, HOUSE_STYLE)
    assert holds(result, without_empty(second))
    assert edited(result, second, HOUSE_STYLE) == result
