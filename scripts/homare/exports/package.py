"""datapackage.json: the tables, their columns and keys, as Frictionless tools read them."""

from collections.abc import Mapping
from typing import Any

from homare.exports.all_tables import ALL_TABLES
from homare.exports.dataset import Dataset
from homare.exports.json_files import pretty
from homare.exports.pieces import Mark
from homare.exports.tables import Table
from homare.model.site_words import ABOUT, EDITORS, LIBRARY, LICENCE, LICENCE_NAME, LICENCE_URI
from homare.model.tables.layout import Column

_DOCUMENTS = {
    "cases.json": ("cases-json", "すべての事例（JSON）", "json", "application/json"),
    "cases.jsonld": ("cases-jsonld", "すべての事例（schema.org の JSON-LD）", "jsonld", "application/ld+json"),
    "vocabulary.json": ("terms-json", "語彙（JSON）", "json", "application/json"),
}
"""What the package lists besides its tables: path → name, title, format, media type."""


DESCRIBED = (*(table.path for table in ALL_TABLES), *_DOCUMENTS)
"""The path under /data/ of each file that the package lists."""


def datapackage_json(dataset: Dataset, marks: Mapping[str, Mark]) -> str:
    """Return the descriptor. `marks` has one of each file in `DESCRIBED`, by its path."""
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
            "licenses": [{"name": LICENCE, "title": LICENCE_NAME, "path": LICENCE_URI}],
            "contributors": [{"title": EDITORS, "role": "publisher"}],
            "resources": [
                *(_table_resource(table, marks[table.path]) for table in ALL_TABLES),
                *(_document_resource(path, marks[path]) for path in _DOCUMENTS),
            ],
        }
    )


def _table_resource(table: Table, mark: Mark) -> dict[str, Any]:
    return {
        "profile": "tabular-data-resource",
        "name": table.name.replace("_", "-"),
        "title": table.title,
        "description": table.description,
        "path": table.path,
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "dialect": {"lineTerminator": "\n"},
        **mark.described(),
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
    # the descriptor has no place of its own for what each value means
    told = column.description + (f"{column.choices_in_words}。" if any(column.choices.values()) else "")
    described = {"description": told} if told else {}
    return {"name": column.name, "type": column.type, "title": column.title, **described, "constraints": constraints}


def _document_resource(path: str, mark: Mark) -> dict[str, Any]:
    name, title, format_, media_type = _DOCUMENTS[path]
    about = {"name": name, "title": title, "path": path, "format": format_, "mediatype": media_type}
    return {**about, "encoding": "utf-8", **mark.described()}
