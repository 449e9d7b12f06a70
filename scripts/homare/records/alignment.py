"""Which item of a changed list was which item before?"""

from collections.abc import Sequence

from homare.records.document import Data

_EQUAL = 1000.0
_MOST = 200
"""Longer lists are paired in order: trying every pair takes time with the square of the length."""

Pair = tuple[int | None, int | None]


def aligned(old: Sequence[Data], new: Sequence[Data]) -> list[Pair]:
    """Return the pairs of positions in order: (before, after); None where an item is taken out or added.

    Of all ways that keep the order, the one in which the paired items have most in common. What is taken out comes
    before what is added at the same place.
    """
    if max(len(old), len(new)) > _MOST:
        return _in_order(len(old), len(new))
    best = [[0.0] * (len(new) + 1) for _ in range(len(old) + 1)]
    for i in reversed(range(len(old))):
        for j in reversed(range(len(new))):
            best[i][j] = max(best[i + 1][j + 1] + _likeness(old[i], new[j]), best[i + 1][j], best[i][j + 1])
    pairs: list[Pair] = []
    i = j = 0
    while i < len(old) and j < len(new):
        likeness = _likeness(old[i], new[j])
        if likeness and best[i][j] == best[i + 1][j + 1] + likeness:
            pairs.append((i, j))
            i, j = i + 1, j + 1
        elif best[i][j] == best[i + 1][j]:
            pairs.append((i, None))
            i += 1
        else:
            pairs.append((None, j))
            j += 1
    return [*pairs, *((place, None) for place in range(i, len(old))), *((None, place) for place in range(j, len(new)))]


def _likeness(first: Data, second: Data) -> float:
    if first == second:
        return _EQUAL
    if isinstance(first, dict) and isinstance(second, dict):
        return 0.1 + sum(1.0 for key in first if first[key] == second.get(key))
    return 0.1 if isinstance(first, str) == isinstance(second, str) else 0.0


def _in_order(old: int, new: int) -> list[Pair]:
    both = min(old, new)
    return [
        *((place, place) for place in range(both)),
        *((place, None) for place in range(both, old)),
        *((None, place) for place in range(both, new)),
    ]
