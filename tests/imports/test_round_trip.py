"""YAML → workbook or CSV → YAML: nothing is lost, and nothing changes that nobody changed."""

import io
from collections.abc import Iterator
from typing import Any

import openpyxl
import pytest
from pydantic import BaseModel

from homare.imports.plan import Library, make_plan
from homare.model.case import Record, Statement
from homare.model.editing.layout import SHEETS
from homare.records.disk import Folder, read_beside, read_folder
from tests.imports.workbooks import (
    FILES,
    TODAY,
    accepted,
    changed,
    changes,
    csv_of,
    form,
    plan_of,
    vocabulary,
    workbook,
)
from tests.libraries import ROOT


@pytest.fixture(scope="module")
def real() -> Library:
    cases = ROOT / "cases"
    return Library(Folder("cases", read_folder(cases)), read_beside(cases, "sessions"))


@pytest.mark.parametrize("kind", ["xlsx", "csv"])
def test_all_real_records_come_back_byte_for_byte(real: Library, kind: Any) -> None:
    content = workbook(real.folder.files) if kind == "xlsx" else csv_of(real.folder.files)
    plan, problems = make_plan("book", content, kind, real, TODAY)
    assert (plan.files, plan.notes, problems) == ({}, [], [])


def test_all_real_records_can_be_made_from_the_workbook_alone(real: Library) -> None:
    """Into a library without them: every record is written anew, and is the file that people wrote."""
    records = {path: content for path, content in real.folder.files.items() if path[:2] in ("20", "un")}
    book = openpyxl.load_workbook(io.BytesIO(workbook(real.folder.files)))
    sheet = book["事例"]
    version = next(cell.column for cell in sheet[1] if cell.value == "cases:version")
    for row in range(3, sheet.max_row + 1):
        sheet.cell(row, version).value = None
    out = io.BytesIO()
    book.save(out)
    without = {path: content for path, content in real.folder.files.items() if path not in records}
    plan, problems = make_plan("book.xlsx", out.getvalue(), "xlsx", Library(Folder("cases", without), None), TODAY)
    assert {problem.rule for problem in problems} <= {
        "card-without-basis"
    }  # the synthetic library has no more than the records
    written = {path: content.decode() for path, content in plan.files.items() if content}
    assert written.keys() == records.keys()
    for path, content in records.items():
        assert sorted(written[path].splitlines()) == sorted(content.decode().splitlines()), path


def test_every_field_of_the_model_has_a_column() -> None:
    """`status.draft` is the column 状態; the sections of `statements` are values of the column 見出し."""
    columns = {
        ".".join(part for part in (*trail[:1], *field.trail) if isinstance(part, str))
        for sheet in SHEETS
        for trail in sheet.lists.values()
        for field in sheet.fields
    }
    assert set(_leaves(Record)) - {"status.draft"} <= columns


def _leaves(model: type[BaseModel], prefix: str = "") -> Iterator[str]:
    for name, field in model.model_fields.items():
        inner = _models(field.annotation)
        if inner == [Statement]:
            yield from _leaves(Statement, prefix)
        elif inner:
            yield from (leaf for part in inner for leaf in _leaves(part, f"{prefix}{name}."))
        else:
            yield f"{prefix}{name}"


def _models(annotation: Any) -> list[type[BaseModel]]:
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return [annotation]
    return [model for part in getattr(annotation, "__args__", ()) for model in _models(part)]


def test_every_field_can_be_changed_through_its_cell() -> None:
    """Each filled text cell of the record with every field is changed alone; exactly that difference shows."""
    book = openpyxl.load_workbook(io.BytesIO(workbook()))
    for sheet in SHEETS:
        page = book[sheet.name]
        for field in sheet.fields:
            column = next(cell.column_letter for cell in page[1] if cell.value == f"{sheet.key}:{field.key}")
            cell = f"{column}3"
            old = page[cell].value
            if old is None or field.choices or field.kind != "text" or field.key in ("url", "key", "case"):
                continue
            new = old + "変"
            plan, _ = plan_of(changed(workbook(), {sheet.name: {cell: new}}))
            assert changes(plan) == [(f"{sheet.name}!{cell}", old, new)], (sheet.name, field.key)


def test_a_change_touches_only_its_lines_and_keeps_the_comments() -> None:
    plan = accepted(changed(workbook(), {"事例": {"C3": "余り布の売り先を町でつくる"}, "数字": {"E3": "130"}}))
    before, after = FILES["2020/complete.yaml"].decode().splitlines(), plan.files["2020/complete.yaml"]
    assert after is not None
    lines = after.decode().splitlines()
    assert len(lines) == len(before)
    assert [(old, new) for old, new in zip(before, lines, strict=True) if old != new] == [
        ("title: 織物の町が余り布の売り先を一緒につくる", "title: 余り布の売り先を町でつくる"),
        ("    value: 120", "    value: 130"),
    ]
    assert lines[0] == before[0]
    assert lines[0].startswith("# ")


def test_the_workbook_and_the_form_are_the_same_bytes_twice() -> None:
    assert workbook() == workbook()
    assert form() == form()


def test_codes_are_text_choices_are_offered_and_only_ids_are_locked() -> None:
    book = openpyxl.load_workbook(io.BytesIO(workbook()))
    assert book["候補"].sheet_state == "hidden"
    assert book["使い方"]["A1"].value.startswith("■")
    for sheet in SHEETS:
        page = book[sheet.name]
        assert page.row_dimensions[1].hidden
        assert page.protection.sheet
        keys = {cell.value.partition(":")[2]: cell.column_letter for cell in page[1] if cell.value}
        offered = {
            letters
            for rule in page.data_validations.dataValidation
            if rule.type == "list"
            for cells in rule.sqref.ranges
            for letters in [cells.coord.split(":")[0].rstrip("0123456789")]
        }
        for field in sheet.fields:
            if field.choices and field.kind != "keys":
                assert keys[field.key] in offered, (sheet.name, field.key)
            cell = page[f"{keys[field.key]}3"]
            if cell.value is not None:
                assert (cell.number_format, cell.data_type, cell.protection.locked) == ("@", "s", False)
        for mark in ("version", "row"):
            assert mark not in keys or page.column_dimensions[keys[mark]].hidden
    assert book["事例"]["A3"].protection.locked
    assert not book["事例"].column_dimensions["A"].protection.locked


def test_rows_can_be_filtered_and_titles_changed_and_the_guide_says_what_needs_the_protection_off() -> None:
    book = openpyxl.load_workbook(io.BytesIO(workbook()))
    for sheet in SHEETS:
        page = book[sheet.name]
        width = sum(1 for cell in page[1] if cell.value)
        first, last = str(page.auto_filter.ref).split(":")
        assert (first, last.rstrip("0123456789")) == ("A2", page.cell(1, width).column_letter)
        assert not any(cell.protection.locked for cell in page[2])
        assert all(cell.protection.locked for cell in page[1] if cell.value)
        allowed = page.protection
        assert [allowed.autoFilter, allowed.sort, allowed.insertColumns] == [False] * 3  # True is what is forbidden
    said = "".join(str(cell.value or "") for cell in book["使い方"]["A"])
    assert "「シート保護の解除」で保護を外します。パスワードはありません。" in said
    assert book["事例"].protection.password is None


def test_the_empty_form_offers_choices_and_asks_for_its_id_only() -> None:
    _, problems = plan_of(form())
    assert [(problem.cell, problem.rule) for problem in problems] == [("事例!C1", "blank-id")]
    assert vocabulary().prizes
