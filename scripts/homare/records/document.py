"""A read record: plain data, and for each key and value the line and column where it stands."""

from dataclasses import dataclass, field
from typing import TypeAlias

from homare.problems import Problem, Text

Data: TypeAlias = "dict[str, Data] | list[Data] | str | None"
Trail: TypeAlias = tuple[str | int, ...]
"""The keys and indexes that lead to a value: ("statements", "approach", 0, "text")."""

Place: TypeAlias = tuple[int, int]
"""Line and column, both from 1."""


@dataclass
class Document:
    """One YAML file. `path` is for messages only; scalars are strings exactly as typed, an empty value is None."""

    path: str
    data: Data = None
    places: dict[Trail, Place] = field(default_factory=dict)
    key_places: dict[Trail, Place] = field(default_factory=dict)

    def place_of(self, trail: Trail) -> Place:
        """Return the place of the value at `trail`, else of its key, else of the nearest parent."""
        while trail:
            place = self.places.get(trail) or self.key_places.get(trail)
            if place:
                return place
            trail = trail[:-1]
        return self.places.get((), (1, 1))

    def problem(self, trail: Trail, rule: str, message: Text, hint: Text) -> Problem:
        """Return a problem at the value of `trail`."""
        line, column = self.place_of(trail)
        return Problem(self.path, line, column, rule, message, hint)

    def key_problem(self, trail: Trail, rule: str, message: Text, hint: Text) -> Problem:
        """Return a problem at the key of `trail`."""
        line, column = self.key_places.get(trail) or self.place_of(trail)
        return Problem(self.path, line, column, rule, message, hint)
