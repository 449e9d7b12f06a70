"""A case of which only the head is at hand: its body is fetched when somebody asks for it.

After a change of one record hardly any other case is looked at beyond what lists show. A library of 10,000 takes as
long to load as all else that such a build does, and most of its memory. Objects that load themselves on first use are
as old as object databases, which call them ghosts.
"""

from collections.abc import Callable, Iterable
from copy import copy, deepcopy
from typing import Any, Final, Self

from pydantic import BaseModel

from homare.model.case import Adaptation, Award, Case, Recipient, Relation, Status
from homare.model.record_part import Part, arrived, complete, field_names, values_of

BODY = frozenset({"partners", "statements", "history", "figures", "lessons", "conditions", "sources", "notes"})
"""What lists, counts and comparisons of the whole library do not look at."""
HEAD = tuple(name for name in field_names(Case) if name not in BODY)
_PARTS: Final[dict[str, type[Part]]] = {"award": Award, "recipient": Recipient, "status": Status}
_LISTS: Final[dict[str, type[Part]]] = {"adaptations": Adaptation, "related": Relation}
"""The fields of the head that hold parts; all others hold texts, numbers, and tuples of texts."""
_OPEN = "open_case"
_INSTANCE: Final[Any] = BaseModel.__dict__["__dict__"]
"""Gets and sets the values that an object of pydantic holds, whatever its class says."""
_SET: Final = object.__setattr__


class UnopenedCase(Case):
    """Looks like the case that it is, and becomes an ordinary one when it is asked for more than its head.

    Everything by which pydantic looks at a whole object (export, comparison, copy) asks for `__dict__`.
    """

    def __getattr__(self, name: str) -> Any:
        if name not in BODY:
            raise AttributeError(name)
        return getattr(opened(self), name)

    @property
    def __dict__(self) -> dict[str, Any]:  # type: ignore[override]
        return opened(self).__dict__

    def __eq__(self, other: object) -> bool:
        return opened(self) == (opened(other) if isinstance(other, Case) else other)

    def __copy__(self) -> Self:
        return copy(opened(self))  # type: ignore[return-value]  # it is no longer of this class

    def __deepcopy__(self, memo: dict[int, Any] | None = None) -> Self:
        return deepcopy(opened(self), memo)  # type: ignore[return-value]

    def __reduce__(self) -> tuple[object, ...]:
        return opened(self).__reduce__()

    __hash__ = Case.__hash__


UnopenedCase.__pydantic_serializer__ = Case.__pydantic_serializer__


def opened(case: Case) -> Case:
    """Return the case itself, whole. Raises what its `open_case` raises."""
    held = _INSTANCE.__get__(case)
    if open_case := held.get(_OPEN):
        whole = open_case()
        # In this order nobody finds it between the two, even where threads share it.
        _SET(case, "__pydantic_fields_set__", whole.__pydantic_fields_set__)
        _INSTANCE.__set__(case, whole.__dict__)
        _SET(case, "__class__", Case)
    return case


def head_of(case: Case) -> list[object]:
    """Return the head of a case as lists, texts, numbers and None, in the order of HEAD."""
    values = dict(zip(HEAD, map(case.__getattribute__, HEAD), strict=True))
    for name in _PARTS:
        values[name] = values[name] and values_of(values[name])
    for name in _LISTS:
        values[name] = [values_of(item) for item in values[name]]
    return list(values.values())


def unopened(head: Iterable[Any], open_case: Callable[[], Case]) -> Case:
    """Return the case with this head, which `open_case` returns whole."""
    values = dict(zip(HEAD, map(_as_held, head), strict=True))
    for name, kind in _PARTS.items():
        values[name] = values[name] and _part(kind, values[name])
    for name, kind in _LISTS.items():
        values[name] = values[name] and tuple([_part(kind, item) for item in values[name]])
    case = UnopenedCase.__new__(UnopenedCase)
    _INSTANCE.__set__(case, {**values, _OPEN: open_case})
    return complete(case, set())


def _part(kind: type[Part], values: Iterable[Any]) -> Part:
    return arrived(kind, set(), *map(_as_held, values))


def _as_held(value: Any) -> Any:
    return tuple(value) if type(value) is list else value
