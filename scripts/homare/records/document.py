"""A read record: plain data, and for each key and value the line and column where it stands."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from types import EllipsisType
from typing import TypeAlias

from homare.problems import Problem, Text
from homare.rule_names import RuleName

Data: TypeAlias = "dict[str, Data] | list[Data] | str | None"
Trail: TypeAlias = tuple[str | int, ...]
"""The keys and indexes that lead to a value: ("statements", "approach", 0, "text")."""

Pattern: TypeAlias = tuple[str | EllipsisType, ...]
"""A trail in which `...` stands for any key or index."""

Place: TypeAlias = tuple[int, int]
"""Line and column, both from 1."""


class PlacesWhenAsked(Mapping[Trail, Place]):
    """Places that `find` finds, once somebody asks for one: of a record without fault nobody does."""

    def __init__(self, find: Callable[[], Mapping[Trail, Place]]) -> None:
        self._find = find

    @cached_property
    def _found(self) -> Mapping[Trail, Place]:
        return self._find()

    def __getitem__(self, trail: Trail) -> Place:
        return self._found[trail]

    def __iter__(self) -> Iterator[Trail]:
        return iter(self._found)

    def __len__(self) -> int:
        return len(self._found)


@dataclass
class Document:
    """One YAML file. `path` is for messages only; scalars are strings exactly as typed, an empty value is None.

    `unread` are the trails of values that could not be taken over (an alias): None stands there, and the reader has
    reported it.
    """

    path: str
    data: Data = None
    places: Mapping[Trail, Place] = field(default_factory=dict)
    key_places: Mapping[Trail, Place] = field(default_factory=dict)
    unread: set[Trail] = field(default_factory=set)
    _found: dict[Pattern, list[tuple[Trail, Data]]] = field(default_factory=dict, init=False, repr=False, compare=False)

    def values(self, *pattern: str | EllipsisType) -> Sequence[tuple[Trail, Data]]:
        """Return each value whose trail fits `pattern`, in file order; `...` stands for any key or index.

        What has another shape is passed over, so that a rule can look at a record that has other faults. The rules ask
        a hundred times a record, and several ask the same: what was found is kept, so `data` is not changed any more.
        """
        if pattern in self._found:
            return self._found[pattern]
        if not pattern:
            return [((), self.data)]
        if isinstance(self.data, dict) and pattern[0] is not ... and pattern[0] not in self.data:
            return ()  # half of what is asked, and no reason to go on
        found = self._found[pattern] = _steps(self.values(*pattern[:-1]), pattern[-1])
        return found

    def texts(self, *pattern: str | EllipsisType) -> Iterator[tuple[Trail, str]]:
        """Yield the values of `pattern` that are text."""
        yield from ((trail, value) for trail, value in self.values(*pattern) if isinstance(value, str))

    def place_of(self, trail: Trail) -> Place:
        """Return the place of the value at `trail`, else of its key, else of the nearest parent."""
        while trail:
            place = self.places.get(trail) or self.key_places.get(trail)
            if place:
                return place
            trail = trail[:-1]
        return self.places.get((), (1, 1))

    def problem(self, trail: Trail, rule: RuleName, message: Text, hint: Text) -> Problem:
        """Return a problem at the value of `trail`."""
        line, column = self.place_of(trail)
        return Problem(self.path, line, column, rule, message, hint)

    def key_problem(self, trail: Trail, rule: RuleName, message: Text, hint: Text) -> Problem:
        """Return a problem at the key of `trail`."""
        line, column = self.key_places.get(trail) or self.place_of(trail)
        return Problem(self.path, line, column, rule, message, hint)


def _steps(found: Sequence[tuple[Trail, Data]], part: str | EllipsisType) -> list[tuple[Trail, Data]]:
    """Return what `part` leads to from each of `found`."""
    if not isinstance(part, EllipsisType):
        return [((*trail, part), value[part]) for trail, value in found if isinstance(value, dict) and part in value]
    steps: list[tuple[Trail, Data]] = []
    for trail, value in found:
        if isinstance(value, dict):
            steps += [((*trail, key), item) for key, item in value.items()]
        elif isinstance(value, list):
            steps += [((*trail, index), item) for index, item in enumerate(value)]
    return steps
