"""Work cut into parts, so that whoever calls may share them among processes; the model itself starts none."""

from collections.abc import Callable, Iterator, Sequence
from functools import partial
from typing import Protocol, TypeVar

Item = TypeVar("Item")
Result = TypeVar("Result")

PART = 25
"""Records in one part: enough to be worth handing out, few enough that the parts take about the same time."""


class Spread(Protocol):
    """Runs tasks and returns what they return, in their order."""

    def __call__(self, tasks: Sequence[Callable[[], Result]], /) -> list[Result]:
        """Return the results; raises what a task raises."""


def in_turn(tasks: Sequence[Callable[[], Result]], /) -> list[Result]:
    """Run the tasks one after the other."""
    return [task() for task in tasks]


def parts_of(items: Sequence[Item], size: int = PART) -> Iterator[Sequence[Item]]:
    """Yield the items in runs of `size`."""
    return (items[start : start + size] for start in range(0, len(items), size))


def each(items: Sequence[Item], work: Callable[[Item], Result], spread: Spread) -> list[Result]:
    """Return what `work` makes of each item, in order, part by part."""

    def in_part(part: Sequence[Item]) -> list[Result]:
        return [work(item) for item in part]

    return [result for part in spread([partial(in_part, part) for part in parts_of(items)]) for result in part]
