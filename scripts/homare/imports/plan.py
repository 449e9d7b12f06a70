"""A file to be imported and a library to the plan: what changes in which record. Nothing is written here."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

from homare.imports.cells import Table
from homare.imports.check_cells import cell_problems
from homare.imports.csv_reader import read_csv
from homare.imports.csv_table import csv_table
from homare.imports.excel_csv import put_back
from homare.imports.gather import Gathered, gather
from homare.imports.tables import read_tables
from homare.imports.wanted import Wanted
from homare.imports.workbook_reader import read_workbook
from homare.model.drafts import is_draft
from homare.model.editing.choices import Choices, all_choices
from homare.model.editing.house_style import HOUSE_STYLE, MODELINE
from homare.model.identity import case_files, record_path
from homare.model.library import build_library
from homare.model.vocabulary import Vocabulary
from homare.model.vocabulary_files import read_vocabulary
from homare.problems import Problem, Text
from homare.records.decoding import decode
from homare.records.disk import Folder
from homare.records.document import Data
from homare.records.reader import read_document
from homare.records.yaml_edit import CannotEditError, edited, written


@dataclass(frozen=True)
class Library:
    """The library as it is: its folder with all files, and the sessions beside it."""

    folder: Folder
    sessions: Folder | None


@dataclass
class Plan:
    """What an import would do: path → new content (None: the file goes), and the changes in words."""

    files: dict[str, bytes | None] = field(default_factory=dict)
    wanted: list[Wanted] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)


def make_plan(
    file: str, content: bytes, kind: Literal["xlsx", "csv"], library: Library, today: str
) -> tuple[Plan, list[Problem]]:
    """Return the plan for a workbook or CSV that the user calls `file`; with problems, none of it may be carried out.

    `today` (2026-01-31) is written as the day on which a new record was made.
    """
    shown, files = library.folder.shown, library.folder.files
    vocabulary, problems = read_vocabulary(shown, files)
    records, faults = read_records(shown, files)
    problems += faults
    if problems:
        return Plan(), problems
    choices = all_choices(vocabulary)
    read = _read_tables(file, content, kind, choices)
    gathered = Gathered(problems=read.problems)
    if not read.problems:
        tables, lost = put_back(read.tables, records, choices, read.was_cp932) if kind == "csv" else (read.tables, [])
        gathered = gather(tables, records, choices, today)
        gathered.problems = lost + gathered.problems
    gathered.notes = read.notes + gathered.notes
    plan = Plan(wanted=gathered.wanted, notes=gathered.notes)
    seen = {problem.cell for problem in gathered.problems}
    problems = gathered.problems + [
        problem for problem in _cell_problems(gathered.wanted, records, vocabulary) if problem.cell not in seen
    ]
    if problems:
        return plan, problems
    for wanted in gathered.wanted:
        path = record_path(wanted.case_id)
        try:
            plan.files[path] = _new_content(wanted, files.get(path))
        except CannotEditError:
            problems.append(Problem(f"{shown}/{path}", 1, 1, "cannot-edit", *_CANNOT_EDIT))
    return plan, problems or _whole_library(library, plan)


def read_records(shown: str, files: Mapping[str, bytes]) -> tuple[dict[str, Data], list[Problem]]:
    """Return every record's data as it stands, by its id in the order of the files, and why one cannot be read."""
    ids, _ = case_files(files)
    records: dict[str, Data] = {}
    problems: list[Problem] = []
    for case_id, path in ids.items():
        document, faults = read_document(f"{shown}/{path}", files[path])
        problems += faults
        if document is not None:
            records[case_id] = document.data
    return records, problems


@dataclass
class _Read:
    tables: list[Table] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)
    was_cp932: bool = False


def _read_tables(file: str, content: bytes, kind: Literal["xlsx", "csv"], choices: Mapping[str, Choices]) -> _Read:
    if kind == "csv":
        grid, was_cp932, problems = read_csv(file, content)
        return _Read(problems=problems) if problems else _Read(*csv_table(grid, choices), was_cp932)
    grids, problems = read_workbook(file, content)
    return _Read(problems=problems) if problems else _Read(*read_tables(file, grids))


def _cell_problems(wanted: list[Wanted], records: Mapping[str, Data], vocabulary: Vocabulary) -> list[Problem]:
    after = {**records, **{one.case_id: one.data for one in wanted}}
    every = {case_id: "" for case_id, data in after.items() if data is not None}
    published = {case_id: "" for case_id in every if not is_draft(after[case_id])}
    return [
        problem
        for one in wanted
        if one.data is not None
        for problem in cell_problems(one, vocabulary, every if is_draft(one.data) else published)
    ]


def _new_content(wanted: Wanted, content: bytes | None) -> bytes | None:
    if wanted.data is None:
        return None
    if content is None:
        return written(wanted.data, HOUSE_STYLE, MODELINE).encode()
    text, _ = decode("", content)
    return edited(text or "", wanted.data, HOUSE_STYLE).encode()


def _whole_library(library: Library, plan: Plan) -> list[Problem]:
    """What no record shows by itself: a case that others name is gone, the same award stands twice."""
    files = {path: content for path, content in {**library.folder.files, **plan.files}.items() if content is not None}
    return build_library(library.folder.shown, files, library.sessions)[1]


_CANNOT_EDIT = (
    Text(
        "この記録の書き方が特別で、自動では書きかえられません。",
        "This record is written in a way that cannot be edited.",
    ),
    Text("この事例だけは、YAMLのファイルを直接直してください。", "Edit this record by hand."),
)
