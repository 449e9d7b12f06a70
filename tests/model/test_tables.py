"""The layouts of the tables: what a reader is told of each column; no field of the data is left without one."""

import pytest

from homare.model.codebook import entries_by_path
from homare.model.tables import LAYOUTS
from homare.model.tables.layout import Column

COLUMNS = [(layout.name, column) for layout in LAYOUTS for column in layout.columns]
_OF_PARTS = ("まとまり", "まとまりの並び", "キー付きの並び")
"""The types of fields that hold parts, whose own fields have the columns."""


def test_every_place_of_a_column_is_in_the_published_data() -> None:
    places = {place for _, column in COLUMNS for place in column.places}
    assert places - set(entries_by_path()) == {"url"}


def test_every_field_of_the_published_data_has_a_column() -> None:
    places = {place for _, column in COLUMNS for place in column.places}
    assert {path for path, entry in entries_by_path().items() if entry.type not in _OF_PARTS} - places == set()


@pytest.mark.parametrize(("table", "column"), COLUMNS, ids=lambda value: getattr(value, "name", value))
def test_every_value_that_a_key_may_have_is_told_in_words(table: str, column: Column) -> None:
    assert all(column.choices.values()), (table, column.name)


@pytest.mark.parametrize("name", ["scope", "bound", "lead"])
def test_where_an_empty_cell_says_more_than_that_nothing_is_recorded_it_is_told(name: str) -> None:
    found = [column for _, column in COLUMNS if column.name == name]
    assert found
    assert all("空" in column.description for column in found)


def test_a_position_tells_within_what_it_counts() -> None:
    """Rows are numbered anew wherever the key has more than the case and the position."""
    for layout in LAYOUTS:
        parted = [name for name in layout.key if name in ("section", "facet", "kind")]
        for column in layout.columns:
            if column.name == "position" and parted and layout.name != "bases":
                assert f"（{parted[0]}）の中" in column.description, layout.name
