"""Large files flow: piece by piece, in any order of files, they are what they would be as a whole."""

import hashlib
import json
from collections import Counter
from typing import get_args

import orjson
import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import BaseModel

from homare.exports.csv_files import excel_csv, harmless, plain_csv, quoted
from homare.exports.dataset import Dataset
from homare.exports.json_files import CASES_JSON, CASES_JSON_LINES
from homare.exports.json_ld import CASES_JSON_LD, CONTEXT
from homare.exports.json_ld_case import case_node
from homare.exports.pieces import Mark, Piece, counted
from homare.exports.tables import Cell, Row, Table
from homare.model.case import Baseline, Case, Figure
from homare.model.tables.layout import Column
from homare.site.data_files import OF_CASES, data_package
from tests.exports.read_back import joined, whole

TEXT = st.text(st.characters(exclude_categories=("Cs",)) | st.sampled_from("\",\r\n;'=+\t "), max_size=12)
CELL = st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False, allow_infinity=False) | TEXT
ROWS = st.lists(st.tuples(CELL, CELL, CELL), max_size=5)


def _in_words(cell: Cell) -> str:
    if cell is None:
        return ""
    return str(cell).lower() if isinstance(cell, bool) else str(cell)


@given(ROWS)
def test_csv_is_written_as_each_cell_would_be_by_itself(rows: list[Row]) -> None:
    columns = (Column("a", "甲"), Column("b", "乙", "boolean"), Column("c", "丙"))
    table = Table("any", "表", "", columns, ("a",), rows=lambda _dataset: rows, of_cases=False)
    dataset: Dataset = None  # type: ignore[assignment]  # these rows do not come from one
    lines = [("a", "b", "c"), *rows]
    plain = "".join(",".join(quoted(_in_words(cell)) for cell in row) + "\n" for row in lines)
    assert plain_csv(table).head(dataset).decode() == plain
    told = [[harmless(cell) if isinstance(cell, str) else _in_words(cell) for cell in row] for row in lines]
    excel = "".join(",".join(map(quoted, row)) + "\r\n" for row in told)
    assert excel_csv(table).head(dataset).decode("utf-8-sig") == excel.removeprefix("\ufeff")


def test_a_graph_made_node_by_node_is_laid_out_as_one_made_at_once(dataset: Dataset) -> None:
    content = whole(CASES_JSON_LD, dataset)
    graph = json.loads(content)
    assert orjson.dumps(graph, option=orjson.OPT_INDENT_2 | orjson.OPT_APPEND_NEWLINE) == content
    assert graph["@context"] == CONTEXT
    assert graph["@graph"][1:] == [case_node(dataset, case) for case in dataset.catalogue.cases]
    assert b"null" not in content


def test_a_library_without_a_case_is_whole_too(dataset: Dataset) -> None:
    empty = Dataset(type(dataset.catalogue)((), dataset.vocabulary), dataset.site)
    assert json.loads(whole(CASES_JSON, empty))["cases"] == []
    assert [node["@type"] for node in json.loads(whole(CASES_JSON_LD, empty))["@graph"]] == ["Dataset"]


def test_no_piece_of_a_large_library_is_large(dataset: Dataset) -> None:
    many = Dataset(type(dataset.catalogue)(dataset.catalogue.cases * 10, dataset.vocabulary), dataset.site)
    heads = max(len(file.head(many)) for path, file in OF_CASES.items() if path.startswith("cases.json"))
    assert heads < len(many.catalogue.cases) * 200  # the list of all cases in the graph
    sizes, largest = Counter[str](), Counter[str]()
    for path, content, _ in data_package(many):
        sizes[path] += len(content)
        largest[path] = max(largest[path], len(content))
    for path in ("cases.json", "cases.jsonl", "cases.jsonld", "tables/statements.csv"):
        assert largest[path] < sizes[path] / 5, path


def test_the_package_marks_every_file_as_it_came(dataset: Dataset) -> None:
    files = joined(data_package(dataset))
    assert not any(path.startswith("cases/") for path in files)
    for resource in json.loads(files["datapackage.json"])["resources"]:
        content = files[resource["path"]]
        assert resource["bytes"] == len(content)
        assert resource["hash"] == f"sha256:{hashlib.sha256(content).hexdigest()}"


def test_only_what_has_a_mark_is_counted() -> None:
    marks = {"a": Mark()}
    pieces = [Piece("b", b"1"), Piece("a", b"x", goes_on=True), Piece("a", b"y"), Piece("c", b"2")]
    assert list(counted(pieces, marks)) == pieces
    assert marks["a"].described() == {"bytes": 2, "hash": f"sha256:{hashlib.sha256(b'xy').hexdigest()}"}


def _kinds_with_floats(kind: type[BaseModel], seen: set[type[BaseModel]]) -> set[tuple[str, str]]:
    found = set()
    for name, field in kind.model_fields.items():
        kinds = [field.annotation]
        while kinds:
            one = kinds.pop()
            kinds += get_args(one)
            if one is float:
                found.add((kind.__name__, name))
            elif isinstance(one, type) and issubclass(one, BaseModel) and one not in seen:
                seen.add(one)
                found |= _kinds_with_floats(one, seen)
    return found


def test_values_of_figures_are_the_only_numbers_that_may_have_a_point() -> None:
    """`dataset` writes those of them that are whole without one."""
    assert _kinds_with_floats(Case, set()) == {("Figure", "value"), ("Baseline", "value")}


@pytest.mark.parametrize(("value", "written"), [(119.0, "119"), (6.7, "6.7"), (-0.0, "0"), (1e15, "1000000000000000")])
def test_a_whole_number_is_written_without_a_point(dataset: Dataset, value: float, written: str) -> None:
    figure = Figure(label="件数", value=value, unit="件", sources=("a",), baseline=Baseline(value=value))
    case = dataset.catalogue.cases[0].model_copy(update={"figures": (figure,)})
    one = Dataset(type(dataset.catalogue)((case,), dataset.vocabulary), dataset.site)
    content = whole(CASES_JSON_LINES, one).decode()
    assert content.count(f'"value":{written}') == 2
