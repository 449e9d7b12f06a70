"""The JSON Schema of a record as an editor types it, for the hints and red lines of VS Code: cases/schema.json.

It is more generous than the schema of the data: YAML takes `2018` for a number and an empty value for null, and homare
reads both as typed. Every reference is written out, because language servers show titles beside a reference unreliably.
"""

from collections.abc import Iterator, Mapping
from typing import Any

from homare.exports.draft_schema import IS_DRAFT, for_a_draft, for_publishing
from homare.exports.json_files import pretty
from homare.model.case import Record
from homare.model.codebook import VOCABULARY_OF
from homare.model.guidance import GUIDANCE
from homare.model.vocabulary import Vocabulary

Schema = dict[str, Any]
_AS_TYPED = ["string", "number", "boolean"]
"""What YAML may make of a word: homare reads them all as text."""
LONGEST_NAME = 80
"""Lists of names and keys hold none twice; paragraphs may be longer and are not compared."""
_BOOLEAN_WORDS = ["true", "false", "yes", "no", "on", "off", "y", "n", "t", "f", "1", "0"]
_IN_RECORDS = {path: name for path, name in VOCABULARY_OF.items() if path not in ("edition", "prize")} | {
    "award.edition": "editions",
    "award.prize": "prizes",
}


def record_schema_json(vocabulary: Vocabulary) -> str:
    """Return the schema (draft 7) of one record, with the keys of `vocabulary` and their names as hints."""
    made = Record.model_json_schema(mode="validation")
    schema = _object(made, "Record", made.pop("$defs"))
    for path, facet in _IN_RECORDS.items():
        _allow(_at(schema, path), _names(vocabulary, facet))
    no_post = {"properties": {"recipient": {"properties": {"post": {"type": "null"}}}}}
    published = for_publishing(schema)
    published["properties"]["recipient"]["anyOf"] = [
        {"required": [place], "properties": {place: {"not": {"type": "null"}}}} for place in ("prefecture", "region")
    ]
    return pretty(
        {
            "$schema": "http://json-schema.org/draft-07/schema#",
            "title": "事例の記録",
            "description": "受賞した取組か個人の記録1件。書き方は編集の手引きにあります。",
            **for_a_draft(schema),
            "allOf": [
                {"if": {"required": ["kind"], "properties": {"kind": {"const": "programme"}}}, "then": no_post},
                {"if": IS_DRAFT, "else": published},
            ],
        }
    )


def _object(made: Schema, model: str, definitions: Mapping[str, Schema]) -> Schema:
    """Return the schema of a model with each field's title and guidance; an empty value stands for no value."""
    required = made.get("required", [])
    fields = {
        name: {
            "title": field.get("title", name),
            "description": GUIDANCE.get(f"{model}.{name}") or field.get("description", ""),
            **_typed(field, definitions, optional=name not in required),
        }
        for name, field in made["properties"].items()
    }
    return {"type": "object", "properties": fields, "required": required, "additionalProperties": False}


def _typed(made: Schema, definitions: Mapping[str, Schema], optional: bool = False) -> Schema:
    """Return what may stand for `made` in YAML: without references, titles and defaults."""
    limits = {key: value for key, value in made.items() if key != "anyOf"}
    alternatives = [form | limits for form in made.get("anyOf", [{}]) if form.get("type") != "null"]
    typed = [_form(form, definitions) for form in alternatives] + ([{"type": "null"}] if optional else [])
    return {"anyOf": typed} if len(typed) > 1 else typed[0]


def _form(made: Schema, definitions: Mapping[str, Schema]) -> Schema:
    if "$ref" in made:
        name = made["$ref"].rsplit("/", 1)[1]
        return _object(definitions[name], name, definitions)
    if "enum" in made or "const" in made:
        words = made.get("enum") or [made["const"]]
        return {"enum": [*words, *([True] if "true" in words else [])]}
    kind = made["type"]
    if kind == "array":
        limits: Schema = {key: made[key] for key in ("minItems", "maxItems") if key in made}
        items = _typed(made["items"], definitions)
        is_list_of_names = items.get("type") != "object" and items.get("maxLength", 0) <= LONGEST_NAME
        return {"type": "array", "items": items, **limits, **({"uniqueItems": True} if is_list_of_names else {})}
    if kind == "object":
        (pattern, inner), *_ = made["patternProperties"].items()
        return {
            "type": "object",
            "minProperties": made.get("minProperties", 0),
            "patternProperties": {pattern: _typed(inner, definitions)},
            "additionalProperties": False,
        }
    return _scalar(made)


def _scalar(made: Schema) -> Schema:
    if made["type"] == "boolean":
        return {"anyOf": [{"type": "boolean"}, {"enum": _BOOLEAN_WORDS}, {"enum": [0, 1]}]}
    if made["type"] == "integer":
        low, high = made.get("ge", made.get("minimum")), made.get("le", made.get("maximum"))
        return {
            "anyOf": [
                {"type": "integer", "minimum": low, "maximum": high},
                {"type": "string", "pattern": r"^\s*\d{4}\s*$"},
            ]
        }
    if made["type"] == "number":
        return {"anyOf": [{"type": "number"}, {"type": "string", "pattern": r"^\s*-?\d{1,15}(\.\d{1,6})?\s*$"}]}
    limits: Schema = {key: made[key] for key in ("minLength", "maxLength", "pattern") if key in made}
    if "年度" in limits.get("pattern", ""):
        return {"anyOf": [{"type": "integer", "minimum": 1868, "maximum": 2100}, {"type": "string", **limits}]}
    if "minLength" in limits and "pattern" not in limits:
        limits["pattern"] = r"\S"
    return {"type": "string" if "pattern" in made else _AS_TYPED, **limits}


def _at(schema: Schema, path: str) -> Schema:
    """Return the schema of the value at `path`, of one item where it is a list."""
    place = schema
    for step in path.split("."):
        place = _value(place["properties"][step.removesuffix("[]")])
        if place.get("type") == "array":
            place = place["items"]
    return place


def _value(schema: Schema) -> Schema:
    """Return the schema of a value that may also be empty."""
    found: Schema = schema["anyOf"][0] if schema.get("anyOf", [{}, {}])[-1] == {"type": "null"} else schema
    return found


def _allow(place: Schema, names: Mapping[str, str]) -> None:
    """Let only the keys of a vocabulary stand at `place`; codes and years also as the numbers YAML takes them for."""
    for limit in set(place) - {"title", "description"}:
        del place[limit]
    place["enum"] = [*names, *(int(key) for key in names if key.isdecimal() and not key.startswith("0"))]
    place["markdownEnumDescriptions"] = [names.get(str(key), "") for key in place["enum"]]


def _names(vocabulary: Vocabulary, facet: str) -> dict[str, str]:
    return dict(_pairs(vocabulary, facet))


def _pairs(vocabulary: Vocabulary, facet: str) -> Iterator[tuple[str, str]]:
    if facet == "regions":
        yield from ((region.key, region.label) for region in vocabulary.regions)
    elif facet == "prefectures":
        yield from ((code, prefecture.name) for code, prefecture in vocabulary.prefectures.items())
    elif facet == "editions":
        yield from ((str(year), f"第{edition.ordinal}回") for year, edition in vocabulary.editions.items())
    elif facet == "prizes":
        yield from ((key, prize.label) for key, prize in vocabulary.prizes.items())
    else:
        terms = getattr(vocabulary, facet)
        yield from ((key, f"{term.label}: {term.description}") for key, term in terms.items())
