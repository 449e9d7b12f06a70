"""Workbooks and CSVs as editors send them, and what an import of them would do to a small library."""

import functools
import io
import zipfile
from collections.abc import Callable, Mapping
from typing import Any, Literal

import openpyxl

from homare.exports.editors_csv import editors_csv
from homare.exports.editors_workbook import application_form, editors_workbook
from homare.imports.plan import Library, Plan, make_plan, read_records
from homare.model.vocabulary import Vocabulary
from homare.model.vocabulary_files import read_vocabulary
from homare.problems import Problem
from homare.records.disk import Folder
from tests.libraries import EXAMPLES, library_files

TODAY = "2026-11-24"
COMPLETE = (EXAMPLES / "accepted/complete.yaml").read_text("utf-8")
FILES: Mapping[str, bytes] = library_files({"2020/complete.yaml": COMPLETE})
"""Two records: one with every field, and 2020-smallest."""

Cells = Mapping[str, Any]


def vocabulary() -> Vocabulary:
    return read_vocabulary("cases", FILES)[0]


def workbook(files: Mapping[str, bytes] = FILES) -> bytes:
    return _usual_workbook() if files is FILES else editors_workbook(read_records("cases", files)[0], vocabulary())


@functools.cache
def _usual_workbook() -> bytes:
    return editors_workbook(read_records("cases", FILES)[0], vocabulary())


def csv_of(files: Mapping[str, bytes] = FILES) -> bytes:
    return editors_csv(read_records("cases", files)[0], vocabulary())


def form() -> bytes:
    return application_form(vocabulary())


def changed(content: bytes, cells: Mapping[str, Cells], act: Callable[[Any], None] = lambda _: None) -> bytes:
    """Return the workbook with other values (sheet → cell → value), as openpyxl saves it after `act`."""
    book = openpyxl.load_workbook(io.BytesIO(content))
    for sheet, values in cells.items():
        for cell, value in values.items():
            book[sheet][cell] = value
    act(book)
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def rezipped(content: bytes, change: Callable[[str, bytes], bytes], more: Mapping[str, bytes] | None = None) -> bytes:
    """Return the workbook with its parts changed as bytes."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as old, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
        for info in old.infolist():
            new.writestr(info.filename, change(info.filename, old.read(info)))
        for name, part in (more or {}).items():
            new.writestr(name, part)
    return out.getvalue()


def plan_of(
    content: bytes, files: Mapping[str, bytes] = FILES, kind: Literal["xlsx", "csv"] = "xlsx"
) -> tuple[Plan, list[Problem]]:
    return make_plan(f"book.{kind}", content, kind, Library(Folder("cases", files), None), TODAY)


def refused(content: bytes, files: Mapping[str, bytes] = FILES, kind: Literal["xlsx", "csv"] = "xlsx") -> list[str]:
    """Return the problems as 「事例!C12 rule」; there must be some."""
    _, problems = plan_of(content, files, kind)
    assert problems
    for problem in problems:
        assert problem.hint.ja, problem
        assert problem.path == f"book.{kind}" or problem.path.startswith("cases/"), problem
    return [f"{problem.cell or problem.path} {problem.rule}" for problem in problems]


def accepted(content: bytes, files: Mapping[str, bytes] = FILES, kind: Literal["xlsx", "csv"] = "xlsx") -> Plan:
    plan, problems = plan_of(content, files, kind)
    assert problems == []
    return plan


def changes(plan: Plan) -> list[tuple[str, str, str]]:
    """Return the changes as (cell, old, new)."""
    return [
        (change.entry.place(change.key), change.old, change.new) for wanted in plan.wanted for change in wanted.changes
    ]
