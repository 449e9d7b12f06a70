"""The tables by the checks for machine-readable data that the ministries agreed on, and against formulas."""

import csv
import io
import json
import re
import sqlite3
import unicodedata
from dataclasses import replace

import pytest
from selectolax.lexbor import LexborHTMLParser

from homare.exports.all_tables import ALL_TABLES
from homare.exports.csv_files import excel_csv, plain_csv
from homare.exports.dataset import Dataset
from homare.exports.matrix_files import matrix_files
from homare.exports.package import DESCRIBED, datapackage_json
from homare.exports.pieces import Mark
from homare.exports.tables import Table
from homare.exports.workbook import cases_xlsx
from homare.model.tables.layout import Column
from homare.pages.data_page import data_pages
from homare.site.fast_markdown import html_of
from tests.exports.read_back import rows_of_csv, rows_of_workbook, whole

_PLATFORM_DEPENDENT = re.compile("[\u2160-\u217f\u2460-\u24ff\u3200-\u33ff]")
"""①, Ⅲ, ㈱, ㎡: what the ministries call 機種依存文字."""

HOSTILE = [
    "=1+1",
    "+81-3-0000",
    "-5",
    "@SUM(A1)",
    "\t=1",
    "\r=1",
    "＝1+1",
    "＋1",
    "－1",
    "＠x",
    '=HYPERLINK("http://x.example")',
]


def cells(table: Table, dataset: Dataset) -> list[dict[str, object]]:
    return rows_of_csv(table, whole(plain_csv(table), dataset))


@pytest.fixture(params=ALL_TABLES, ids=lambda table: table.name)
def table(request: pytest.FixtureRequest) -> Table:
    found: Table = request.param
    return found


def test_every_column_has_a_name_and_every_row_all_columns(table: Table, dataset: Dataset) -> None:
    rows = list(csv.reader(io.StringIO(whole(plain_csv(table), dataset).decode(), newline="")))
    assert rows[0] == [column.name for column in table.columns]
    assert len(set(rows[0])) == len(rows[0])
    assert all(re.fullmatch(r"[a-z][a-z_]*", name) for name in rows[0])
    assert {len(row) for row in rows} == {len(rows[0])}


def test_numbers_are_numbers_and_required_cells_are_filled(table: Table, dataset: Dataset) -> None:
    for row in cells(table, dataset):
        for column in table.columns:
            value = row[column.name]
            assert value is not None or not column.required, (row, column.name)
            if value is not None:
                assert _fits(column, value), (row, column.name)


def _fits(column: Column, value: object) -> bool:
    if column.type in ("integer", "year"):
        return isinstance(value, int)
    if column.type == "number":
        return isinstance(value, int | float)
    if column.type == "date":
        return bool(re.fullmatch(r"\d{4}-\d{2}-\d{2}", str(value)))
    return column.type == "boolean" or isinstance(value, str)


def test_cells_are_not_laid_out_with_spaces_or_line_breaks(table: Table, dataset: Dataset) -> None:
    for row in cells(table, dataset):
        for name, value in row.items():
            if isinstance(value, str):
                assert value == value.strip(), (name, value)
                assert "\n" not in value, (name, value)


def test_keys_tell_rows_apart_and_references_lead_to_rows(table: Table, dataset: Dataset) -> None:
    rows = cells(table, dataset)
    keys = [tuple(row[name] for name in table.key) for row in rows]
    assert len(keys) == len(set(keys))
    by_name = {other.name: other for other in ALL_TABLES}
    for reference in table.references:
        there = {tuple(row[name] for name in reference.keys) for row in cells(by_name[reference.table], dataset)}
        named = {tuple(row[name] for name in reference.columns) for row in rows}
        assert {key for key in named if None not in key} <= there, reference


def test_the_query_that_the_data_page_shows_gives_each_figure_with_each_of_its_sources(dataset: Dataset) -> None:
    library = sqlite3.connect(":memory:")
    for table in ALL_TABLES:
        names = ", ".join(f'"{column.name}"' for column in table.columns)
        library.execute(f'CREATE TABLE "{table.name}" ({names})')
        rows = [tuple(row.values()) for row in cells(table, dataset)]
        library.executemany(f'INSERT INTO "{table.name}" VALUES ({", ".join("?" for _ in table.columns)})', rows)
    page = next(data_pages(dataset.catalogue))
    query = LexborHTMLParser(html_of(page.body)).css_first("pre").text()
    assert sorted(library.execute(query)) == sorted(
        (case.title, figure.label, figure.value, figure.unit, case.sources[key].publisher, case.sources[key].grade)
        for case in dataset.catalogue.cases
        for figure in case.figures
        for key in figure.sources
    )


def test_the_workbook_and_the_package_tell_of_each_column_what_its_values_mean(dataset: Dataset) -> None:
    sheet = {(row["table"], row["column"]): row for row in rows_of_workbook(cases_xlsx(dataset))["codebook"]}
    package = json.loads(datapackage_json(dataset, {path: Mark() for path in DESCRIBED}))
    fields = {
        (resource["path"], field["name"]): field
        for resource in package["resources"]
        for field in resource.get("schema", {}).get("fields", ())
    }
    assert sheet["citations", "part"]["choices"].endswith(
        "history＝経緯、figures＝数字、adaptations＝横展開、status＝いま"
    )
    assert sheet["events", "text"]["place"] == "history[].text"
    for table in ALL_TABLES:
        for column in table.columns:
            assert sheet[table.name, column.name]["choices"] == (column.choices_in_words or None)
            told = fields[table.path, column.name].get("description", "")
            assert column.choices_in_words in told
            assert column.description in told


def test_units_stand_apart_from_numbers_and_need_no_special_characters(dataset: Dataset) -> None:
    figures = next(table for table in ALL_TABLES if table.name == "figures")
    for row in cells(figures, dataset):
        assert row["unit"], row
        assert not _PLATFORM_DEPENDENT.search(str(row["unit"])), row


def test_codes_of_prefectures_are_text_of_two_digits(dataset: Dataset) -> None:
    sheet = rows_of_workbook(cases_xlsx(dataset))["cases"]
    codes = [row["prefecture_code"] for row in sheet if row["prefecture_code"]]
    assert all(isinstance(code, str) and re.fullmatch(r"\d{2}", code) for code in codes)
    assert any(code.startswith("0") for code in codes)


def test_plain_csv_is_utf8_without_mark_and_with_lf(table: Table, dataset: Dataset) -> None:
    content = whole(plain_csv(table), dataset)
    assert not content.startswith(b"\xef\xbb\xbf")
    assert b"\r" not in content
    assert content.endswith(b"\n")


@pytest.mark.parametrize("text", HOSTILE)
def test_a_cell_like_a_formula_is_harmless_for_excel_only(dataset: Dataset, text: str) -> None:
    hostile = _library_with_title(dataset, text)
    table = ALL_TABLES[0]
    [plain] = csv.DictReader(io.StringIO(whole(plain_csv(table), hostile).decode(), newline=""))
    assert plain["title"] == text
    [excel] = csv.DictReader(io.StringIO(whole(excel_csv(table), hostile).decode("utf-8-sig"), newline=""))
    assert excel["title"] == f"'{text}"
    [sheet] = rows_of_workbook(cases_xlsx(hostile))["cases"]
    assert unicodedata.normalize("NFC", sheet["title"].replace("_x000D_", "\r")) == text


@pytest.mark.parametrize("text", HOSTILE)
def test_a_label_like_a_formula_is_harmless_in_the_tables_of_the_matrix(dataset: Dataset, text: str) -> None:
    words = dataset.vocabulary
    terms = {key: term.model_copy(update={"label": text}) for key, term in words.methods.items()}
    hostile = Dataset(replace(dataset.catalogue, vocabulary=replace(words, methods=terms)), dataset.site)
    content = dict(matrix_files(hostile))["matrix/challenges-methods.csv"]
    assert content.startswith(b"\xef\xbb\xbf")
    [head, *_] = csv.reader(io.StringIO(content.decode("utf-8-sig"), newline=""))
    assert head[2:-2] == [f"'{text}"] * len(terms)


def test_a_negative_number_stays_a_number_for_excel(dataset: Dataset) -> None:
    figures = next(table for table in ALL_TABLES if table.name == "figures")
    case = next(case for case in dataset.catalogue.cases if case.figures)
    negative = case.figures[0].model_copy(update={"value": -5.0})
    hostile = _library_of(dataset, case.model_copy(update={"figures": (negative,)}))
    [row] = csv.DictReader(io.StringIO(whole(excel_csv(figures), hostile).decode("utf-8-sig"), newline=""))
    assert row["value"] == "-5"


def _library_with_title(dataset: Dataset, title: str) -> Dataset:
    return _library_of(dataset, dataset.catalogue.cases[0].model_copy(update={"title": title}))


def _library_of(dataset: Dataset, case) -> Dataset:  # type: ignore[no-untyped-def]
    catalogue = type(dataset.catalogue)((case,), dataset.vocabulary)
    return Dataset(catalogue, dataset.site)
