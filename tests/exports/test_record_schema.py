"""cases/schema.json: fresh, in Japanese, and of one mind with `homare check` on every example that it can judge."""

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any, ClassVar

import pytest
import yaml
from jsonschema import Draft7Validator

from homare.exports.record_schema import record_schema_json
from homare.model.catalogue import Catalogue
from homare.model.drafts import UNFINISHED
from homare.model.guidance import GUIDANCE
from tests.libraries import EXAMPLES, ROOT, problems_of
from tests.test_examples import place_of, problems_with

FILE = ROOT / "cases" / "schema.json"

NOT_IN_A_SCHEMA = {
    "wide-colon": "YAML itself cannot be read, or reads the line as text",
    "no-space-after-colon": "as wide-colon",
    "tab-indent": "as wide-colon",
    "wide-space-indent": "as wide-colon",
    "quotes-needed": "as wide-colon",
    "yaml-syntax": "the editor's YAML parser marks it",
    "several-documents": "the editor's YAML parser marks it",
    "empty-file": "there is nothing to judge",
    "duplicate-key": "the editor's YAML parser marks it; a schema sees one value",
    "cut-by-comment": "the comment is gone before a schema sees the value",
    "plain-text-over-lines": "the line break is gone before a schema sees the value",
    "alias": "aliases are resolved before a schema sees the value",
    "tag": "tags are resolved before a schema sees the value",
    "too-deep": "a schema has no depth; what is too deep is also of the wrong form",
    "hidden-character": "editors mark them by themselves, and a pattern for them would be unreadable",
    "edition-folder": "a schema does not see the file's path",
    "former-id": "a schema does not see the other files",
    "missing-relation": "a schema does not see the other files",
    "unknown-source": "a schema cannot compare two places of one file",
    "unused-source": "a schema cannot compare two places of one file",
    "empty-basis": "a schema cannot compare two places of one file",
}
"""Rules that JSON Schema cannot express, each with the reason."""

BEYOND = {
    "wrong-date/no-such-day": "a pattern knows no calendar",
    "wrong-date/span-backwards": "a pattern cannot compare the ends of a span",
    "wrong-value/address-that-no-browser-reads": "a pattern cannot take an address apart",
}
"""Single examples of rules that a schema can express otherwise."""


class _Core(yaml.SafeLoader):
    """YAML 1.2's core schema, as the editors' language server reads it: dates, `no` and `12:30` are text."""

    yaml_implicit_resolvers: ClassVar[dict[str, Any]] = {}


for tag, pattern, first in (
    ("null", r"^(?:~|null|Null|NULL|)$", ["~", "n", "N", ""]),
    ("bool", r"^(?:true|True|TRUE|false|False|FALSE)$", list("tTfF")),
    ("int", r"^[-+]?[0-9]+$", list("-+0123456789")),
    ("float", r"^[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?$", list("-+.0123456789")),
):
    _Core.add_implicit_resolver(f"tag:yaml.org,2002:{tag}", re.compile(pattern), first)
_Core.add_constructor("tag:yaml.org,2002:int", lambda loader, node: int(loader.construct_scalar(node)))


def as_an_editor_reads(path: Path) -> Any:
    """Return the data; raises yaml.YAMLError where an editor marks the syntax."""
    return yaml.load(path.read_text("utf-8"), _Core)


def records(folder: str) -> list[Path]:
    return [path for path in sorted((EXAMPLES / folder).rglob("*.yaml")) if re.match(r"\d{4}/|undated", place_of(path))]


@pytest.fixture(scope="module")
def schema() -> Draft7Validator:
    content = json.loads(FILE.read_text("utf-8"))
    Draft7Validator.check_schema(content)
    return Draft7Validator(content)


def test_the_file_is_fresh(real_catalogue: Catalogue) -> None:
    made = record_schema_json(real_catalogue.vocabulary)
    assert made == FILE.read_text("utf-8"), "homare export record-schema --out cases/schema.json"


@pytest.mark.parametrize("path", records("accepted"), ids=lambda path: path.stem)
def test_what_check_accepts_the_schema_accepts(schema: Draft7Validator, path: Path) -> None:
    assert [error.message for error in schema.iter_errors(as_an_editor_reads(path))] == []


def test_it_accepts_every_real_record(schema: Draft7Validator) -> None:
    for path in [*(ROOT / "cases").glob("2*/*.yaml"), *(ROOT / "cases").glob("undated/*.yaml")]:
        assert [(path.name, error.message) for error in schema.iter_errors(as_an_editor_reads(path))] == []


@pytest.mark.parametrize("path", records("rejected"), ids=lambda path: f"{path.parent.name}/{path.stem}")
def test_what_check_rejects_the_schema_rejects_where_a_schema_can(schema: Draft7Validator, path: Path) -> None:
    rules = {problem.rule for problem in problems_with(path)}
    try:
        errors = [error.message for error in schema.iter_errors(as_an_editor_reads(path))]
    except (yaml.YAMLError, ValueError):
        assert rules & set(NOT_IN_A_SCHEMA)
        return
    if f"{path.parent.name}/{path.stem}" in BEYOND:
        assert errors == []
    elif rules - set(NOT_IN_A_SCHEMA):
        assert errors != []
    elif not rules & {"wide-colon", "no-space-after-colon", "tab-indent", "wide-space-indent", "too-deep", "alias"}:
        # A schema must not call wrong what it cannot see; a line that YAML misreads is another matter.
        assert errors == [] or rules & {"plain-text-over-lines", "cut-by-comment", "hidden-character", "empty-file"}


def as_a_draft(text: str) -> str:
    """Return the record with its status saying that it is a draft."""
    if re.search("^status:$", text, re.MULTILINE):
        return re.sub("^status:$", "status:\n  draft: true", text, count=1, flags=re.MULTILINE)
    return f"{text}status: draft\n"


def readable_records() -> list[Path]:
    """The examples that an editor's YAML parser reads as homare does."""
    as_text = {"cut-by-comment", "plain-text-over-lines", "hidden-character", "empty-file", "too-deep", "alias", "tag"}
    paths = [path for path in (*records("accepted"), *records("rejected")) if path.parent.name not in as_text]
    return [
        path for path in paths if "status:\n" in path.read_text("utf-8") or "status:" not in path.read_text("utf-8")
    ]


@pytest.mark.parametrize("path", readable_records(), ids=lambda path: f"{path.parent.name}/{path.stem}")
def test_check_and_schema_agree_on_every_example_as_a_draft(schema: Draft7Validator, path: Path) -> None:
    text = as_a_draft(path.read_text("utf-8"))
    rules = {problem.rule for problem in problems_of({"2020/row.yaml": text}) if problem.path == "cases/2020/row.yaml"}
    rules -= {"edition-folder"}  # not all examples are of 2020
    try:
        errors = [error.message for error in schema.iter_errors(yaml.load(text, _Core))]
    except (yaml.YAMLError, ValueError):
        assert rules & set(NOT_IN_A_SCHEMA)
        return
    assert not rules & UNFINISHED
    if f"{path.parent.name}/{path.stem}" in BEYOND:
        assert errors == []
    elif not rules & {"wide-colon", "no-space-after-colon", "tab-indent", "wide-space-indent"}:
        assert bool(errors) == bool(rules - set(NOT_IN_A_SCHEMA)), (rules, errors)


SMALL = {
    "empty": "status: draft\n",
    "blank fields": "title:\nkind:\naward:\nrecipient:\nsummary:\nsources:\nrecorded:\nstatus: draft\n",
    "empty words": 'title: ""\nrecipient:\n  name: ""\nsources: {}\nstatus:\n  draft: true\n',
    "a sentence without source": "statements:\n  approach:\n    - text: 短い\nstatus: draft\n",
}


@pytest.mark.parametrize("name", SMALL)
def test_what_a_draft_lacks_neither_marks_and_both_do_once_it_shall_be_published(
    schema: Draft7Validator, name: str
) -> None:
    draft = SMALL[name]
    published = draft.replace("status: draft\n", "").replace("status:\n  draft: true\n", "") or "notes: []\n"
    assert problems_of({"2020/row.yaml": draft}) == []
    assert [error.message for error in schema.iter_errors(yaml.load(draft, _Core))] == []
    assert problems_of({"2020/row.yaml": published}) != []
    assert list(schema.iter_errors(yaml.load(published, _Core))) != []


def fields(schema: dict[str, Any], trail: str = "") -> Iterator[tuple[str, dict[str, Any]]]:
    for form in (schema, *schema.get("anyOf", [])):
        for name, field in form.get("properties", {}).items():
            if set(field) != {"not"}:
                yield f"{trail}.{name}", field
            yield from fields(field, f"{trail}.{name}")
        if isinstance(form.get("items"), dict):
            yield from fields(form["items"], f"{trail}[]")
        for inner in form.get("patternProperties", {}).values():
            yield from fields(inner, f"{trail}{{}}")


def test_every_field_has_a_japanese_title_and_says_what_to_write(schema: Draft7Validator) -> None:
    whole = {key: value for key, value in schema.schema.items() if key != "allOf"}
    found = dict(fields(whole))
    assert len(found) > 60
    for trail, field in found.items():
        assert re.search("[ぁ-んァ-ヶ一-龥]", field["title"]), trail
        assert len(field["description"]) >= 5, trail


def test_the_guidance_names_only_fields_that_exist() -> None:
    import homare.model.case as model  # noqa: PLC0415

    for name in GUIDANCE:
        owner, field = name.split(".")
        assert field in getattr(model, owner).model_fields, name


def test_every_record_names_the_schema_in_its_first_line() -> None:
    paths = [*(ROOT / "cases").glob("2*/*.yaml"), *(ROOT / "cases").glob("undated/*.yaml")]
    assert len(paths) > 50
    for path in paths:
        first = path.read_text("utf-8").splitlines()[0]
        assert first == "# yaml-language-server: $schema=../schema.json", path
        assert (path.parent / "../schema.json").resolve() == FILE.resolve()
