"""What each rule is for, how to put the fault right, and a wrong and a right example: one file a rule, `<rule>.yaml`.

`messages.json` holds what the rule says about the wrong example; a test runs every rule and keeps it fresh.
"""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Literal

from pydantic import Field

from homare.model.record_part import Part
from homare.model.validation import validate
from homare.problems import Problem, report
from homare.records.reader import read_document

GROUPS = {
    "writing": "書き方",
    "fields": "項目と値",
    "sources": "出典と整理",
    "terms": "言葉と場所",
    "files": "ファイル",
    "sessions": "研究会",
    "workbook": "ExcelとCSV",
    "site": "サイトづくり",
}
"""The groups of the index, in its order."""


class Explanation(Part):
    """One file. `where` tells what the examples are part of; `shown` ones cannot stand in a record of their own."""

    title: str = Field(min_length=4, max_length=40)
    group: Literal["writing", "fields", "sources", "terms", "files", "sessions", "workbook", "site"]
    about: str = Field(min_length=10, max_length=220)
    steps: tuple[str, ...] = Field(min_length=1)
    where: str = "record"
    wrong: str
    right: str


@dataclass(frozen=True)
class Said:
    """What the rule says about the wrong example."""

    message: str
    hint: str


@cache
def explanations() -> Mapping[str, Explanation]:
    """Return the explanation of every rule by its name, group by group. Raises ValueError for a file that is wrong."""
    found = {name: _read(name, content) for name, content in _files().items()}
    order = list(GROUPS)
    return dict(sorted(found.items(), key=lambda entry: (order.index(entry[1].group), entry[0])))


@cache
def messages() -> Mapping[str, Said]:
    """Return what each rule says about its wrong example."""
    stored = json.loads(files(__name__).joinpath("messages.json").read_text("utf-8"))
    return {rule: Said(**said) for rule, said in stored.items()}


def _files() -> Mapping[str, bytes]:
    folder = files(__name__)
    return {
        path.name.removesuffix(".yaml"): path.read_bytes() for path in folder.iterdir() if path.name.endswith(".yaml")
    }


def _read(name: str, content: bytes) -> Explanation:
    problems: list[Problem] = []
    document, problems = read_document(f"{name}.yaml", content)
    if document is not None:
        value, faults = validate(document, Explanation)
        problems += faults
    if problems or document is None or value is None:
        raise ValueError(report(problems, "text", "en"))
    return value  # type: ignore[no-any-return]
