"""What all parts of a record have in common: they never change, travel between processes, and take little memory."""

from functools import cache
from typing import Final, TypeVar

from pydantic import BaseModel, ConfigDict

_SETS_OF_FIELDS: dict[frozenset[str], set[str]] = {}
_SET: Final = object.__setattr__
"""Sets what is frozen."""


class Part(BaseModel):
    """Base of all parts of a record: unknown keys are errors, values never change."""

    model_config = ConfigDict(extra="forbid", frozen=True, str_strip_whitespace=True)

    def model_post_init(self, _context: object) -> None:
        """Let parts with the same fields share the set of them: it is a third of what a case takes in memory."""
        _SET(self, "__pydantic_fields_set__", _shared(self.__pydantic_fields_set__))

    @classmethod
    def __pydantic_init_subclass__(cls, **_options: object) -> None:
        """Set the fields of a first part one by one: only then does Python keep their names once for all others."""
        first = cls.__new__(cls)
        for name in cls.model_fields:
            _SET(first, name, None)

    def __reduce__(self) -> tuple[object, ...]:
        """Travel between processes as what it says: type, given fields, values."""
        return arrived, (type(self), self.__pydantic_fields_set__, *values_of(self))


SomePart = TypeVar("SomePart", bound=Part)


@cache
def field_names(kind: type[Part]) -> tuple[str, ...]:
    """Return the names of the fields of a part; pydantic makes its own answer anew each time."""
    return tuple(kind.model_fields)


def values_of(part: Part) -> list[object]:
    """Return the values of a part's fields, in the order of the fields."""
    return list(map(part.__dict__.__getitem__, field_names(type(part))))


def arrived(kind: type[Part], given: set[str], *values: object) -> Part:
    """Return a part that has travelled: up to Python 3.12 without a dictionary, which is a third of what one takes."""
    part = kind.__new__(kind)
    for name, value in zip(field_names(kind), values, strict=True):
        _SET(part, name, value)
    return complete(part, given)


def complete(part: SomePart, given: set[str]) -> SomePart:
    """Return a part that was made without pydantic, with what pydantic asks of each: its `given` fields among it."""
    _SET(part, "__pydantic_fields_set__", _shared(given))
    _SET(part, "__pydantic_extra__", None)
    _SET(part, "__pydantic_private__", None)
    return part


def _shared(given: set[str]) -> set[str]:
    return _SETS_OF_FIELDS.setdefault(frozenset(given), given)
