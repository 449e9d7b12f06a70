"""The JSON Schema of cases.json, made from the model and the vocabulary."""

from collections.abc import Iterator
from typing import Any

from homare.exports.dataset import Dataset
from homare.exports.json_files import pretty
from homare.model.case import Case
from homare.model.codebook import VOCABULARY_OF
from homare.model.site_words import LIBRARY, LICENCE


def schema_json(dataset: Dataset) -> str:
    """Return the schema, draft 2020-12. Keys of a vocabulary are listed as the values that may stand."""
    schema = Case.model_json_schema(mode="serialization")
    definitions = schema.pop("$defs")
    case = _without_award(schema, definitions.pop("Award"))
    definitions["Case"] = case
    for path, vocabulary in VOCABULARY_OF.items():
        _allow(case, definitions, path, [*_keys(dataset, vocabulary)])
    return pretty(
        {
            "$schema": "https://json-schema.org/draft/2020-12/schema",
            "$id": f"{dataset.site}data/schema.json",
            "title": f"{LIBRARY}：cases.json",
            "type": "object",
            "properties": {
                "version": {"type": "string"},
                "licence": {"const": LICENCE},
                "cases": {"type": "array", "items": {"$ref": "#/$defs/Case"}},
            },
            "required": ["version", "licence", "cases"],
            "additionalProperties": False,
            "$defs": definitions,
        }
    )


def _without_award(case: dict[str, Any], award: dict[str, Any]) -> dict[str, Any]:
    """The published form: `award` gives way to what it holds, and `url` leads to the page."""
    fields: dict[str, Any] = {"id": case["properties"].pop("id"), "url": {"type": "string", "format": "uri"}}
    for name, field in case["properties"].items():
        fields |= award["properties"] if name == "award" else {name: field}
    return {**case, "properties": fields, "required": list(fields)}


def _allow(case: dict[str, Any], definitions: dict[str, Any], path: str, keys: list[Any]) -> None:
    """Let the field at `path` hold these keys only."""
    place = case
    for step in path.split("."):
        place = _resolved(place, definitions)["properties"][step.removesuffix("[]")]
    for form in _forms(place):
        if form.get("type") != "null":
            form["enum"] = keys


def _resolved(schema: dict[str, Any], definitions: dict[str, Any]) -> dict[str, Any]:
    reference = schema.get("$ref") or schema.get("items", {}).get("$ref")
    found: dict[str, Any] = definitions[reference.rsplit("/", 1)[1]] if reference else schema
    return found


def _forms(schema: dict[str, Any]) -> Iterator[dict[str, Any]]:
    """Yield the schemas of a value: of each alternative, of the items of a list."""
    if "anyOf" in schema:
        yield from (form for alternative in schema["anyOf"] for form in _forms(alternative))
    else:
        yield schema.get("items", schema)


def _keys(dataset: Dataset, vocabulary: str) -> Iterator[Any]:
    if vocabulary == "regions":
        yield from (region.key for region in dataset.vocabulary.regions)
    else:
        yield from getattr(dataset.vocabulary, vocabulary)
