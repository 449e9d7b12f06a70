"""What the model says about the place that a trail leads to: field, title, the keys and values allowed there."""

from collections.abc import Mapping
from typing import Any, get_args, get_origin

from pydantic import BaseModel
from pydantic.fields import FieldInfo

from homare.records.document import Trail


def field_at(kind: Any, trail: Trail) -> FieldInfo | None:
    """Return the model field that `trail` leads to within the type `kind`, or None where there is none."""
    found: FieldInfo | None = None
    annotation = kind
    for part in trail:
        if _is_mapping(annotation) or not isinstance(part, str):
            annotation = _item_of(annotation)
            continue
        owner = next((model for model in _models(annotation) if part in model.model_fields), None)
        if owner is None:
            return None
        found = owner.model_fields[part]
        annotation = found.annotation
    return found


def title_of(kind: Any, trail: Trail) -> str:
    """Return what people call the value at `trail`: 「題名（title）」."""
    field = field_at(kind, trail)
    key = next((str(part) for part in reversed(trail) if isinstance(part, str)), "")
    return f"{field.title}（{key}）" if field and field.title else (f"「{key}」" if key else "ファイル全体")


def keys_at(kind: Any, trail: Trail) -> list[str]:
    """Return the keys that may stand in the mapping at `trail`."""
    field = field_at(kind, trail)
    return [
        name for model in _models(field.annotation if field else kind) for name in model.model_fields if name != "id"
    ]


def choices_at(kind: Any, trail: Trail) -> list[str]:
    """Return the values that may stand at `trail` where only certain ones may."""
    field = field_at(kind, trail)
    return _choices(field.annotation if field else None)


def _item_of(annotation: Any) -> Any:
    """The type of what a list or mapping holds; the last argument is it for both (tuple[X, ...] has an Ellipsis)."""
    arguments = [argument for argument in get_args(annotation) if argument not in (..., type(None))]
    return arguments[-1] if arguments else None


def _is_mapping(annotation: Any) -> bool:
    origin = get_origin(annotation)
    return isinstance(origin, type) and issubclass(origin, Mapping)


def _models(annotation: Any) -> list[type[BaseModel]]:
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return [annotation]
    return [model for argument in get_args(annotation) for model in _models(argument)]


def _choices(annotation: Any) -> list[str]:
    arguments = get_args(annotation)
    if arguments and all(isinstance(argument, str) for argument in arguments):
        return list(arguments)
    return [choice for argument in arguments for choice in _choices(argument)]
