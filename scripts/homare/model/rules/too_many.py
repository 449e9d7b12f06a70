"""More entries in one list than a case can have: a copy that went wrong, or a file that is meant to cost time."""

from collections.abc import Iterator
from itertools import chain

from homare.model.rules.context import CaseContext
from homare.problems import Problem, Text
from homare.records.document import Data, Trail

MOST_ENTRIES = 100
"""The longest list of the first 54 records has 28 entries (sources)."""


def too_many(context: CaseContext) -> Iterator[Problem]:
    """Yield a problem for each list or group of keys with more entries than MOST_ENTRIES."""
    if not _has_too_many(context.document.data):
        return
    for trail, number in _sizes((), context.document.data):
        if number > MOST_ENTRIES:
            yield context.document.problem(
                trail,
                "too-many",
                Text(
                    f"一つの一覧に{number}個あります（{MOST_ENTRIES}個まで）。",
                    f"One list has {number} entries (at most {MOST_ENTRIES}).",
                ),
                Text(
                    "大事なものを残すか、記録を分けてください。", "Keep the important ones, or make two records of it."
                ),
            )


def _has_too_many(data: Data) -> bool:
    """Return whether there is such a list at all; level by level, since nearly every record is without one."""
    level = [data] if isinstance(data, dict | list) else []
    while level:
        if max(map(len, level)) > MOST_ENTRIES:
            return True
        inside = chain.from_iterable(value.values() if isinstance(value, dict) else value for value in level)
        level = [value for value in inside if value and not isinstance(value, str)]
    return False


def _sizes(trail: Trail, value: Data) -> Iterator[tuple[Trail, int]]:
    if isinstance(value, dict | list):
        yield trail, len(value)
        items = value.items() if isinstance(value, dict) else enumerate(value)
        for key, item in items:
            yield from _sizes((*trail, key), item)
