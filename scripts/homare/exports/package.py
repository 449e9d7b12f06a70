"""datapackage.json: the tables, their columns and keys, as Frictionless tools read them."""

import hashlib
from collections.abc import Mapping
from typing import Any

from homare.exports.all_tables import ALL_TABLES, table_path
from homare.exports.dataset import Dataset
from homare.exports.json_files import pretty
from homare.exports.tables import Column, Table
from homare.model.site_words import ABOUT, EDITORS, LIBRARY, LICENCE, LICENCE_ADDRESS, LICENCE_NAME

_DOCUMENTS = {
    "cases.json": ("cases-json", "すべての事例（JSON）", "json", "application/json"),
    "cases.jsonld": ("cases-jsonld", "すべての事例（schema.org の JSON-LD）", "jsonld", "application/ld+json"),
    "vocabulary.json": ("terms-json", "語彙（JSON）", "json", "application/json"),
}
"""What the package lists besides its tables: path → name, title, format, media type."""


def size_and_hash(content: bytes) -> Mapping[str, Any]:
    """Return by what a file is known to have come over whole, as the descriptor says it."""
    return {"bytes": len(content), "hash": f"sha256:{hashlib.sha256(content).hexdigest()}"}


def datapackage_json(dataset: Dataset, marks: Mapping[str, Mapping[str, Any]]) -> str:
    """Return the descriptor. `marks` has `size_and_hash` of each file that it describes, by its path under /data/."""
    return pretty(
        {
            "profile": "data-package",
            "name": "homare",
            "id": f"{dataset.site}data/",
            "title": LIBRARY,
            "description": ABOUT,
            "version": dataset.version,
            "created": f"{dataset.changed.isoformat()}T00:00:00+09:00",
            "homepage": dataset.site,
            "keywords": ["地域イノベーション", "産業支援", "産学官連携", "表彰", "事例"],
            "licenses": [{"name": LICENCE, "title": LICENCE_NAME, "path": LICENCE_ADDRESS}],
            "contributors": [{"title": EDITORS, "role": "publisher"}],
            "resources": [
                *(_table_resource(table, marks[table_path(table.name)]) for table in ALL_TABLES),
                *(_document_resource(path, marks[path]) for path in _DOCUMENTS),
            ],
        }
    )


def _table_resource(table: Table, mark: Mapping[str, Any]) -> dict[str, Any]:
    return {
        "profile": "tabular-data-resource",
        "name": table.name.replace("_", "-"),
        "title": table.title,
        "description": table.description,
        "path": table_path(table.name),
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "dialect": {"lineTerminator": "\n"},
        **mark,
        "schema": {
            "fields": [_field(column) for column in table.columns],
            "missingValues": [""],
            "primaryKey": list(table.key),
            "foreignKeys": [
                {
                    "fields": list(reference.columns),
                    "reference": {"resource": reference.table, "fields": list(reference.keys)},
                }
                for reference in table.references
            ],
        },
    }


def _field(column: Column) -> dict[str, Any]:
    constraints: dict[str, Any] = {"required": True} if column.required else {}
    if column.choices:
        constraints["enum"] = list(column.choices)
    described = {"description": column.description} if column.description else {}
    return {"name": column.name, "type": column.type, "title": column.title, **described, "constraints": constraints}


def _document_resource(path: str, mark: Mapping[str, Any]) -> dict[str, Any]:
    name, title, format_, media_type = _DOCUMENTS[path]
    about = {"name": name, "title": title, "path": path, "format": format_, "mediatype": media_type}
    return {**about, "encoding": "utf-8", **mark}
