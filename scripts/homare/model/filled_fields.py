"""Which fields of a case have a value, as bits in the order of the codebook: asked of every record, so it goes fast."""

from collections.abc import Collection
from functools import cache
from typing import Any, NamedTuple

from pydantic import BaseModel

from homare.model.case import Award, Case, Statement, Statements
from homare.model.codebook import annotations, container, field_paths


class _Plan(NamedTuple):
    """What to look at in a part: the bits that it always has, and the fields that may be empty or that hold parts."""

    always: int
    fields: tuple[tuple[str, int, "_Plan | None"], ...]


def filled_fields(case: Case) -> int:
    """Return the fields of a published case that have a value; bit 3 is the fourth entry of the codebook."""
    return _bits(case, _plan(Case, ""))


def _bits(part: BaseModel, plan: _Plan) -> int:
    bits = plan.always
    for name, bit, inner in plan.fields:
        value = getattr(part, name)
        if value is None or value == ():  # a zero and a "no" are values
            continue
        bits |= bit
        if inner:
            for item in _items(value):
                bits |= _bits(item, inner)
    return bits


def _items(value: Any) -> Collection[Any]:
    if isinstance(value, tuple):
        return value
    return value.values() if isinstance(value, dict) else (value,)


@cache
def _plan(model: type[BaseModel], before: str) -> _Plan:
    always, fields = 0, list[tuple[str, int, _Plan | None]]()
    for name, field in model.model_fields.items():
        if field.exclude:
            continue
        if name == "award":  # it stands in the published data without its folder
            fields.append((name, 0, _plan(Award, "")))
            continue
        mark, kind = container(annotations(model)[name])
        path = f"{before}{name}{mark}"
        inner = _plan(kind, "statements.*[]." if kind is Statement else f"{path}.") if kind else None
        bit = 1 << field_paths()[path]
        if inner or not (field.is_required() or kind is Statements):
            fields.append((name, bit, inner))
        else:
            always |= bit
    return _Plan(always, tuple(fields))
