"""What makes the rules of imports speak that no cell and no text of a CSV could show: files, changed records."""

from collections.abc import Callable, Mapping

import pytest

from homare.imports import plan
from homare.problems import Problem
from homare.records.yaml_edit import CannotEditError
from tests.imports.workbooks import COMPLETE, FILES, changed, csv_of, plan_of, rezipped, workbook

NEW_TITLE = {"事例": {"C3": "余り布の売り先を町でつくる"}}


def _problems(content: bytes, files: Mapping[str, bytes] = FILES) -> list[Problem]:
    return plan_of(content, files, "xlsx" if content.startswith((b"PK", b"\xd0")) else "csv")[1]


def _cannot_edit() -> list[Problem]:
    def refuse(*_: object) -> str:
        raise CannotEditError

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(plan, "edited", refuse)
        return _problems(changed(workbook(), NEW_TITLE))


def _lost_character() -> list[Problem]:
    text = COMPLETE.replace("架空市織物振興センター\n  reading", "𠮷野織物センター\n  reading")
    files = {**FILES, "2020/complete.yaml": text.encode()}
    edited = csv_of(files).decode("utf-8-sig").replace("𠮷野織物センター", "𠮷野織物センター本部")
    return _problems(edited.encode("cp932", "replace"), files)


def _stale_record() -> list[Problem]:
    theirs = {**FILES, "2020/complete.yaml": COMPLETE.replace("value: 120", "value: 125").encode()}
    return _problems(changed(workbook(), NEW_TITLE), theirs)


def _too_large() -> list[Problem]:
    return _problems(rezipped(workbook(), lambda _, part: part, {"xl/media/image1.png": bytes(30_000_000)}))


def _with_entities() -> list[Problem]:
    head = b'<!DOCTYPE a [<!ENTITY x "y">]>'
    return _problems(rezipped(workbook(), lambda name, old: head + old if name == "xl/workbook.xml" else old))


BROKEN: Mapping[str, Callable[[], list[Problem]]] = {
    "cannot-edit": _cannot_edit,
    "csv-encoding": lambda: _problems(csv_of().decode("utf-8-sig").encode("utf-16")),
    "lost-character": _lost_character,
    "merged-cells": lambda: _problems(changed(workbook(), {}, lambda book: book["記述"].merge_cells("E3:E4"))),
    "no-known-sheet": lambda: _problems(changed(workbook(), {}, lambda book: book.remove(book["事例"]))),
    "not-a-workbook": lambda: _problems(b"\xd0\xcf\x11\xe0"),
    "sheet-twice": lambda: _problems(changed(workbook(), {}, lambda book: book.copy_worksheet(book["記述"]))),
    "stale-record": _stale_record,
    "too-many-cases": lambda: _problems(
        "事例のid,題名\n".encode() + b"".join(b"2020-c%d,x\n" % n for n in range(1001))
    ),
    "workbook-too-large": _too_large,
    "workbook-with-entities": _with_entities,
}
