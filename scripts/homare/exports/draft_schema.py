"""What a draft may lack, in the language of JSON Schema: one schema without it, one that adds it for what is published.

It mirrors `model.drafts.UNFINISHED`: a draft is not asked for what is not there yet, and still told what is wrong.
"""

from typing import Any

Schema = dict[str, Any]
IS_DRAFT: Schema = {
    "required": ["status"],
    "properties": {
        "status": {
            "anyOf": [
                {"const": "draft"},
                {"type": "object", "required": ["draft"], "properties": {"draft": {"enum": ["true", True]}}},
            ]
        }
    },
}
_LEAST = ("required", "minItems", "minProperties", "minLength")
_NOT_BLANK = r"\S"
_NOTHING: Schema = {"type": "null"}


def for_a_draft(schema: Schema, required: bool = False) -> Schema:
    """Return the schema without what a draft may lack; a `required` value may then be empty."""
    found = {key: value for key, value in schema.items() if key not in _LEAST}
    if found.get("pattern") == _NOT_BLANK:
        del found["pattern"]
    if "properties" in found:
        asked = schema.get("required", [])
        found["properties"] = {name: for_a_draft(one, name in asked) for name, one in found["properties"].items()}
    if "patternProperties" in found:
        found["patternProperties"] = {key: for_a_draft(one) for key, one in found["patternProperties"].items()}
    if "items" in found:
        found["items"] = for_a_draft(found["items"])
    if "anyOf" in found:
        found["anyOf"] = [for_a_draft(form) for form in found["anyOf"]]
    return _or_empty(found) if required else found


def for_publishing(schema: Schema) -> Schema:
    """Return only what a published record needs beyond `for_a_draft`; {} where that is nothing."""
    found = {key: value for key, value in schema.items() if key in _LEAST}
    if schema.get("pattern") == _NOT_BLANK:
        found["pattern"] = _NOT_BLANK
    if "properties" in schema:
        asked = schema.get("required", [])
        inner = {name: _needed(one, name in asked) for name, one in schema["properties"].items()}
        found["properties"] = {name: one for name, one in inner.items() if one}
    if "patternProperties" in schema:
        found["patternProperties"] = {key: for_publishing(one) for key, one in schema["patternProperties"].items()}
    if "items" in schema:
        found["items"] = for_publishing(schema["items"])
    if "anyOf" in schema:
        forms = [for_publishing(form) for form in schema["anyOf"]]
        for form in forms:  # these words bind only the kind of value that they are about, so they may stand together
            found |= form
    return {key: value for key, value in found.items() if value not in ({}, [])}


def _needed(schema: Schema, required: bool) -> Schema:
    return for_publishing(schema) | ({"not": _NOTHING} if required else {})


def _or_empty(schema: Schema) -> Schema:
    named = {key: value for key, value in schema.items() if key in ("title", "description")}
    form = {key: value for key, value in schema.items() if key not in named}
    return {**named, "anyOf": [*(form["anyOf"] if set(form) == {"anyOf"} else [form]), _NOTHING]}
