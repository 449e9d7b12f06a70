"""What every field of a case means, read from the model: for the codebook page, the JSON Schema and the tables."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cache
from itertools import chain
from typing import Any, Literal, get_args, get_origin, get_type_hints

from pydantic import BaseModel
from pydantic.fields import FieldInfo

from homare.model.case import Award, Case, Statement, Statements
from homare.model.case_view import BASIS_TITLES, CERTAINTIES, GRADES, STATES
from homare.model.dates import Date, DateOrSpan
from homare.model.values import Address, Number, Year

VOCABULARY_OF = {
    "edition": "editions",
    "prize": "prizes",
    "recipient.type": "organisation_types",
    "recipient.prefecture": "prefectures",
    "recipient.region": "regions",
    "challenges": "challenges",
    "themes": "themes",
    "methods": "methods",
    "industries": "industries",
    "adaptations[].prefecture": "prefectures",
}
"""Fields whose values are keys of a vocabulary: path in the published data → vocabulary."""

_CHOICE_WORDS: Mapping[str, Mapping[str, str]] = {
    "kind": {"programme": "取組", "person": "個人"},
    "state": STATES,
    "scope": {"related": "受賞者についての事実"},
    "bound": {"about": "約", "over": "超", "at-least": "以上", "nearly": "近く", "up-to": "以下"},
    "certainty": CERTAINTIES,
    "grade": GRADES,
    "basis[]": BASIS_TITLES,
}
"""What the values of a field mean, by its name: fields of one name mean the same wherever they stand."""

_NAMED_TYPES = ((Date, "日付"), (DateOrSpan, "日付・期間"), (Year, "年"), (Number, "数"), (Address, "アドレス"))
_PLAIN_TYPES = {str: "文字列", int: "整数", float: "数", bool: "真偽"}
_EVERY_SECTION = "statements.*[]"


@dataclass(frozen=True)
class Entry:
    """One field: `path` in the published data, what it means, and in how many records it has a value.

    `choices` are the values that may stand, each with its meaning in words ("" where it needs none).
    """

    path: str
    title: str
    description: str
    type: str
    choices: Mapping[str, str]
    vocabulary: str
    required: bool
    filled: int = 0


def codebook(counts: Mapping[str, int]) -> list[Entry]:
    """Return an entry for every field of a published case, in its order. `award` stands there without its folder.

    `counts` tell how many records have a value in each field, by its path.
    """
    names = ("id", *(name for name in Case.model_fields if name != "id"))
    entries = (_entries(Award, "") if name == "award" else _field_entries(Case, name, "") for name in names)
    return [replace(entry, filled=counts.get(entry.path, 0)) for entry in chain.from_iterable(entries)]


@cache
def entries_by_path() -> Mapping[str, Entry]:
    """Return the entry of every field by its path, without counts."""
    return {entry.path: entry for entry in codebook({})}


@cache
def field_paths() -> Mapping[str, int]:
    """Return the path of every field → its place in the codebook."""
    return {path: place for place, path in enumerate(entries_by_path())}


def _entries(model: type[BaseModel], prefix: str) -> Iterator[Entry]:
    for name, field in model.model_fields.items():
        if not field.exclude:  # what is never published has no column
            yield from _field_entries(model, name, prefix)


def _field_entries(model: type[BaseModel], name: str, prefix: str) -> Iterator[Entry]:
    """Yield the entry of a field and those of what stands in it."""
    annotation = annotations(model)[name]
    mark, inner = container(annotation)
    path = f"{prefix}{name}{mark}"
    yield _entry(model.model_fields[name], path, annotation)
    if inner is None or model is Statements:
        return
    yield from _entries(inner, f"{path}.")
    if inner is Statements:
        yield from _entries(Statement, f"{_EVERY_SECTION}.")


@cache
def annotations(model: type[BaseModel]) -> dict[str, Any]:
    """Return the types of the fields of a model, with all that says more of them."""
    return get_type_hints(model, include_extras=True)


def _entry(field: FieldInfo, path: str, annotation: Any) -> Entry:
    words = _CHOICE_WORDS.get(path.rsplit(".", 1)[-1], {})
    return Entry(
        path,
        str(field.title or _TITLES.get(path, "")),
        field.description or "",
        _type_words(annotation),
        {choice: words.get(choice, "") for choice in _choices(annotation)},
        VOCABULARY_OF.get(path.removesuffix("[]"), VOCABULARY_OF.get(path, "")),
        field.is_required(),
    )


_TITLES = {"id": "事例のid"}


def container(annotation: Any) -> tuple[str, type[BaseModel] | None]:
    """Return "[]" for a list, "{}" for a mapping, "" for one value; and the model that stands in it, if one does."""
    origin = get_origin(annotation)
    arguments = get_args(annotation)
    if origin is tuple:
        return "[]", _model(arguments[0])
    if origin is dict:
        return "{}", _model(arguments[1])
    for argument in (annotation, *arguments):
        if get_origin(argument) is tuple:
            return "[]", _model(get_args(argument)[0])
    alternatives = (choice for argument in arguments for choice in get_args(argument))
    return "", next((found for found in map(_model, (annotation, *arguments, *alternatives)) if found), None)


def _model(annotation: Any) -> type[BaseModel] | None:
    return annotation if isinstance(annotation, type) and issubclass(annotation, BaseModel) else None


def _type_words(annotation: Any) -> str:
    for named, words in _NAMED_TYPES:
        if annotation == named:
            return words
    if annotation in _PLAIN_TYPES:
        return _PLAIN_TYPES[annotation]
    origin, arguments = get_origin(annotation), [item for item in get_args(annotation) if item is not type(None)]
    if origin is Literal:
        return "選択"
    if origin is tuple:
        return f"{_type_words(arguments[0])}の並び"
    if origin is dict:
        return "キー付きの並び"
    return _type_words(arguments[0]) if arguments else "まとまり"


def _choices(annotation: Any) -> Iterator[str]:
    if get_origin(annotation) is Literal:
        yield from get_args(annotation)
    else:
        for argument in get_args(annotation):
            yield from _choices(argument)
