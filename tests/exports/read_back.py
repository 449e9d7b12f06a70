"""Tables back to cases, written from the descriptions of the tables and not from the code that makes them."""

import csv
import io
from collections.abc import Iterable, Mapping
from typing import Any

import openpyxl

from homare.exports.cases_files import CasesFile, pieces_of
from homare.exports.dataset import Dataset
from homare.exports.pieces import Piece
from homare.exports.tables import Table

Rows = list[dict[str, Any]]
_TYPES = {"integer": int, "year": int, "boolean": lambda text: text == "true"}


def rows_of_csv(table: Table, content: bytes) -> Rows:
    """Return the rows of a plain CSV, empty cells as None, each value of its column's type."""
    rows = csv.DictReader(io.StringIO(content.decode("utf-8"), newline=""))
    types = {column.name: column.type for column in table.columns}
    return [{name: _typed(types[name], text) for name, text in row.items()} for row in rows]


def _typed(kind: str, text: str) -> Any:
    if text == "":
        return None
    if kind == "number":
        return float(text) if "." in text else int(text)
    return _TYPES.get(kind, str)(text)


def rows_of_workbook(content: bytes) -> dict[str, Rows]:
    """Return the rows of every sheet of the workbook."""
    book = openpyxl.load_workbook(io.BytesIO(content))
    sheets = {}
    for sheet in book.worksheets:
        head, *rows = sheet.iter_rows(values_only=True)
        sheets[sheet.title] = [dict(zip(head, row, strict=True)) for row in rows]
    return sheets


def cases_from(tables: Mapping[str, Rows]) -> dict[str, dict[str, Any]]:
    """Return the cases that the tables hold, in the form of cases.json."""
    by_case: dict[str, dict[str, Rows]] = {row["id"]: {name: [] for name in tables} for row in tables["cases"]}
    for name, rows in tables.items():
        for row in rows:
            if "case" in row:
                by_case[row["case"]][name].append(row)
    return {row["id"]: _case(row, by_case[row["id"]]) for row in tables["cases"]}


def _case(row: dict[str, Any], tables: Mapping[str, Rows]) -> dict[str, Any]:
    def of_case(name: str, **where: Any) -> Rows:
        return [entry for entry in tables[name] if all(entry[key] == value for key, value in where.items())]

    def sources(part: str, position: int = 1) -> list[str]:
        return [entry["source"] for entry in of_case("citations", part=part, position=position)]

    def readings(kind: str) -> list[dict[str, Any]]:
        return [
            {
                "text": entry["text"],
                "basis": [found["basis"] for found in of_case("bases", kind=kind, position=entry["position"])],
            }
            for entry in of_case("readings", kind=kind)
        ]

    def items(table: str, part: str, **fields: str) -> list[dict[str, Any]]:
        return [
            {name: entry[column] for name, column in fields.items()} | {"sources": sources(part, entry["position"])}
            for entry in of_case(table)
        ]

    def statements(section: str) -> list[dict[str, Any]]:
        return [
            {"sources": sources(section, entry["position"]), "scope": entry["scope"], "text": entry["text"]}
            for entry in of_case("statements", section=section)
        ]

    figures = items(
        "figures",
        "figures",
        scope="scope",
        label="label",
        value="value",
        unit="unit",
        bound="bound",
        qualifier="qualifier",
        date="date",
        lead="lead",
    )
    for figure, entry in zip(figures, of_case("figures"), strict=True):
        before = entry["baseline_value"]
        figure["baseline"] = None if before is None else {"value": before, "date": entry["baseline_date"]}
    sections = (
        "challenge",
        "approach",
        "organisation",
        "funding",
        "results",
        "recognition",
        "obstacles",
        "spread",
    )
    plain = ("id", "url", "title", "programme", "kind", "edition", "prize", "started", "summary", "recorded", "updated")
    status = {"state": row["status"], "checked": row["status_checked"], "sources": sources("status")}
    return {
        **{name: row[name] for name in plain},
        **{facet: [entry["key"] for entry in of_case("terms", facet=facet)] for facet in _FACETS},
        "evidence": sources("award"),
        "recipient": {
            "name": row["recipient"],
            "reading": row["recipient_reading"],
            "type": row["recipient_type"],
            "prefecture": row["prefecture_code"],
            "region": row["recorded_region"],
            "municipality": row["municipality"],
            "post": row["recipient_post"],
        },
        "partners": [entry["partner"] for entry in of_case("partners")],
        "status": status if row["status"] else None,
        "statements": {section: statements(section) for section in sections},
        "history": items("events", "history", scope="scope", date="date", text="text"),
        "figures": figures,
        "adaptations": items(
            "adaptations",
            "adaptations",
            scope="scope",
            to="to",
            prefecture="prefecture_code",
            case="receiving_case",
            date="date",
            what="what",
            certainty="certainty",
        ),
        "lessons": readings("lessons"),
        "conditions": readings("conditions"),
        "related": [{"case": entry["other"], "reason": entry["reason"]} for entry in of_case("relations")],
        "sources": {
            entry["key"]: {
                name: entry[name] for name in ("title", "publisher", "url", "published", "accessed", "grade")
            }
            for entry in of_case("sources")
        },
        "notes": [entry["note"] for entry in of_case("notes")],
        "formerly": [entry["former"] for entry in of_case("former_ids")],
    }


_FACETS = ("challenges", "themes", "methods", "industries")


def joined(pieces: Iterable[Piece]) -> dict[str, bytes]:
    """Return the content of each file whose pieces come, by its path."""
    files: dict[str, list[bytes]] = {}
    for path, content, _ in pieces:
        files.setdefault(path, []).append(content)
    return {path: b"".join(contents) for path, contents in files.items()}


def whole(file: CasesFile, dataset: Dataset) -> bytes:
    """Return the file of all cases of a library."""
    return joined(pieces_of({"": file}, dataset))[""]
