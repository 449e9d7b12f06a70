"""Regular expressions of ours work in every Python from 3.11 on."""

import pkgutil
import re
from collections.abc import Iterator
from importlib import import_module
from re import _constants, _parser  # type: ignore[attr-defined]  # the only way to see what a pattern is made of
from typing import Any

import pytest

import homare


def patterns() -> Iterator[tuple[str, re.Pattern[Any]]]:
    """Yield every pattern that a module of ours keeps, with its name."""
    for module in pkgutil.walk_packages(homare.__path__, "homare."):
        for name, value in vars(import_module(module.name)).items():
            if isinstance(value, re.Pattern):
                yield f"{module.name}.{name}", value


def repeats_a_group_possessively(pattern: str, flags: int = 0) -> bool:
    """Return whether a pattern repeats more than a single character without giving any back."""
    return any(_is_possessive_group(*part) for part in _below(_parser.parse(pattern, flags)))


def _below(parts: Any) -> Iterator[tuple[Any, Any]]:
    """Yield every operation below the parsed pattern with its arguments."""
    for operation, arguments in parts:
        yield operation, arguments
        for group in _groups(arguments):
            yield from _below(group)


def _groups(arguments: Any) -> Iterator[Any]:
    """Yield the parsed patterns among the arguments of an operation."""
    if isinstance(arguments, _parser.SubPattern):
        yield arguments
    elif isinstance(arguments, list | tuple):
        for argument in arguments:
            yield from _groups(argument)


def _is_possessive_group(operation: Any, arguments: Any) -> bool:
    if operation is _constants.POSSESSIVE_REPEAT:
        return any(len(group) > 1 or group.getwidth() != (1, 1) for group in _groups(arguments))
    return operation is _constants.ATOMIC_GROUP


def test_no_group_is_repeated_possessively() -> None:
    """Python 3.11.0 to 3.11.4 (Debian 12 has 3.11.2) lose characters there: CPython issues 100061 and 106052."""
    found = list(patterns())
    assert len(found) > 60
    assert [name for name, kept in found if repeats_a_group_possessively(kept.pattern, kept.flags)] == []


@pytest.mark.parametrize(
    ("pattern", "expected"),
    [(r"a*+[bc]++\ ?+", False), (r"x(ab)?+", True), (r"(?:(?:a|b\w)*+)", True), (r"(?>ab)", True)],
)
def test_such_a_group_is_seen(pattern: str, expected: bool) -> None:
    assert repeats_a_group_possessively(pattern) is expected
