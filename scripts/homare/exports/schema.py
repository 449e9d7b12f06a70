"""The JSON Schema of cases.json and of the file of one case, made from the model and the vocabulary."""

from collections.abc import Iterator
from typing import Any

from homare.exports.dataset import Dataset
from homare.exports.json_files import pretty
from homare.model.case import Case
from homare.model.codebook import VOCABULARY_OF
from homare.model.site_words import LIBRARY, LICENCE

_CASE = {"$ref": "#/$defs/Case"}


def schema_json(dataset: Dataset) -> str:
    """Return the schema, draft 2020-12. Keys of a vocabulary are listed as the values that may stand.

    A case is closed where it stands: in the file of its own, its version and the licence stand beside its fields.
    """
    schema = Case.model_json_schema(mode="serialization")
    definitions = schema.pop("$defs")
    case = _without_award(schema, definitions.pop("Award"))
    del case["additionalProperties"]
    of_file = {"version": {"type": "string"}, "licence": {"const": LICENCE}}
    definitions |= {
        "Case": case,
        "CaseFile": _closed({"allOf": [_CASE], "properties": of_file, "required": [*of_file]}),
    }
    for path, vocabulary in VOCABULARY_OF.items():
        _allow(case, definitions, path, [*_keys(dataset, vocabulary)])
    return pretty(
        {
            "$schema": "https://json-schema.org/draft/2020-12/schema",
            "$id": f"{dataset.site}data/schema.json",
            "title": f"{LIBRARY}：cases.json",
            "type": "object",
            "properties": {
                **of_file,
                "cases": {"type": "array", "items": _closed(_CASE)},
            },
            "required": ["version", "licence", "cases"],
            "additionalProperties": False,
            "$defs": definitions,
        }
    )


def _closed(schema: dict[str, Any]) -> dict[str, Any]:
    return {**schema, "unevaluatedProperties": False}


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
