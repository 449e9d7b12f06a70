"""A read record: plain data, and for each key and value the line and column where it stands."""

from collections.abc import Iterator
from dataclasses import dataclass, field
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


@dataclass
class Document:
    """One YAML file. `path` is for messages only; scalars are strings exactly as typed, an empty value is None.

    `unread` are the trails of values that could not be taken over (an alias): None stands there, and the reader has
    reported it.
    """

    path: str
    data: Data = None
    places: dict[Trail, Place] = field(default_factory=dict)
    key_places: dict[Trail, Place] = field(default_factory=dict)
    unread: set[Trail] = field(default_factory=set)

    def values(self, *pattern: str | EllipsisType) -> Iterator[tuple[Trail, Data]]:
        """Yield each value whose trail fits `pattern`, in file order; `...` stands for any key or index.

        What has another shape is passed over, so that a rule can look at a record that has other faults.
        """
        found: list[tuple[Trail, Data]] = [((), self.data)]
        for part in pattern:
            found = _steps(found, part)
            if not found:
                return
        yield from found

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


def _steps(found: list[tuple[Trail, Data]], part: str | EllipsisType) -> list[tuple[Trail, Data]]:
    """Return what `part` leads to from each of `found`. Written out: the rules ask this a hundred times a record."""
    steps: list[tuple[Trail, Data]] = []
    for trail, value in found:
        if isinstance(value, dict):
            if isinstance(part, EllipsisType):
                steps += [((*trail, key), item) for key, item in value.items()]
            elif part in value:
                steps.append(((*trail, part), value[part]))
        elif isinstance(value, list) and isinstance(part, EllipsisType):
            steps += [((*trail, index), item) for index, item in enumerate(value)]
    return steps
