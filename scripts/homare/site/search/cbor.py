"""The part of CBOR (RFC 8949) that Pagefind's index files are written in: integers, text, arrays."""

import re
from functools import cache
from typing import Any

_UNSIGNED, _NEGATIVE, _TEXT, _ARRAY = 0, 1, 3, 4
_WIDTHS = {24: 1, 25: 2, 26: 4, 27: 8}
_ENDLESS = 31
_BREAK = 0xFF
_ROW = range(3, 60_000)
"""Lengths of arrays that are tried as a row of integers."""


def decode(data: bytes) -> Any:
    """Return the one value in `data`. Raises ValueError on what Pagefind does not write."""
    try:
        value, end = _value(data, 0)
    except (IndexError, UnicodeDecodeError, KeyError) as error:
        raise ValueError("not the CBOR of a Pagefind index") from error
    if end != len(data):
        raise ValueError("more than one value")
    return value


def _value(data: bytes, at: int) -> tuple[Any, int]:
    kind, extra = data[at] >> 5, data[at] & 31
    at += 1
    if kind == _ARRAY and extra == _ENDLESS:
        return _items_to_break(data, at)
    if extra >= 24:
        width = _WIDTHS[extra]
        number, at = int.from_bytes(data[at : at + width], "big"), at + width
    else:
        number = extra
    if kind == _UNSIGNED:
        return number, at
    if kind == _NEGATIVE:
        return -1 - number, at
    if kind == _TEXT:
        return data[at : at + number].decode(), at + number
    if kind != _ARRAY:
        raise KeyError(kind)
    items = []
    for _ in range(number):
        item, at = _value(data, at)
        items.append(item)
    return items, at


def _items_to_break(data: bytes, at: int) -> tuple[list[Any], int]:
    items = []
    while data[at] != _BREAK:
        item, at = _value(data, at)
        items.append(item)
    return items, at + 1


def item_end(data: bytes, at: int) -> int:
    """Return where the item that starts at `at` ends, without building it. Raises ValueError when it is cut off."""
    waiting = 1
    size = len(data)
    while waiting:
        if at >= size:
            raise ValueError("an item is cut off")
        kind, extra = data[at] >> 5, data[at] & 31
        at += 1
        waiting -= 1
        if extra >= 24:
            width = _WIDTHS.get(extra)
            if width is None:
                raise ValueError("an item without a length")
            extra = int.from_bytes(data[at : at + width], "big")
            at += width
        if kind == _ARRAY:
            numbers = _integers(extra).match(data, at) if extra in _ROW else None
            if numbers:
                at = numbers.end()
            else:
                waiting += extra
        elif kind == _TEXT:
            at += extra
    if at > size:
        raise ValueError("an item is cut off")
    return at


@cache
def _integers(number: int) -> re.Pattern[bytes]:
    """A pattern for `number` integers: ten times as fast as stepping over them, and an index is made of such rows."""
    return re.compile(rb"(?:[\x00-\x17\x20-\x37]|[\x18\x38].|[\x19\x39]..|[\x1a\x3a]....){%d}" % number, re.DOTALL)


def array_start(data: bytes, at: int) -> tuple[int, int]:
    """Return how many items the array at `at` has, and where the first one starts. Raises ValueError for no array."""
    if at >= len(data) or data[at] >> 5 != _ARRAY or data[at] & 31 == _ENDLESS:
        raise ValueError("not an array with a length")
    extra = data[at] & 31
    width = _WIDTHS.get(extra, 0)
    return (int.from_bytes(data[at + 1 : at + 1 + width], "big") if width else extra), at + 1 + width


def encode(value: int | str | list[Any]) -> bytes:
    """Return `value` as CBOR. Raises TypeError for other kinds of values."""
    if isinstance(value, int):
        return _head(_UNSIGNED, value) if value >= 0 else _head(_NEGATIVE, -1 - value)
    if isinstance(value, str):
        text = value.encode()
        return _head(_TEXT, len(text)) + text
    if isinstance(value, list):
        return _head(_ARRAY, len(value)) + b"".join(map(encode, value))
    raise TypeError(type(value).__name__)


def array_head(number: int) -> bytes:
    """Return the bytes that begin an array of `number` items."""
    return _head(_ARRAY, number)


def _head(kind: int, number: int) -> bytes:
    if number < 24:
        return bytes([kind << 5 | number])
    extra, width = next((extra, width) for extra, width in _WIDTHS.items() if number < 256**width)
    return bytes([kind << 5 | extra]) + number.to_bytes(width, "big")
