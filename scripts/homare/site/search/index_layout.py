"""Pagefind's layout of an index, as its pinned version reads it: nothing else here knows of it.

Its values are CBOR behind a signature, compressed. Metadata is [version, [[page, number of words], …],
[[first word, last word, file], …], [], [], []]. A file of words is [[entry, …]], and an entry is [word, rows,
[[other form, rows], …]]: it stands under the word's form without marks (が under か). A row is [page, places, []].
Pages and places count from the one before; a negative number among the places is the weight of those that follow.
"""

import gzip
import unicodedata
from collections.abc import Iterable, Sequence
from functools import cache
from pathlib import Path
from typing import Any

import cbor2

from homare.site.search.compression import compressed

SIGNATURE = b"pagefind_dcd"
_PLAIN_WEIGHT = cbor2.dumps(-25)
"""The weight of text that bears none of its own."""
_UNSIGNED, _ARRAY = 0, 4
_NOTHING = cbor2.dumps([])
END_OF_PLACES = _NOTHING


def read_packed(path: Path) -> bytes:
    """Return the content of one of Pagefind's files. Raises ValueError when it is not one."""
    content = gzip.decompress(path.read_bytes())
    if not content.startswith(SIGNATURE):
        raise ValueError(f"{path.name} is not a Pagefind file")
    return content.removeprefix(SIGNATURE)


def read_values(path: Path) -> list[Any]:
    """Return what one of Pagefind's files of metadata or words holds. Raises ValueError when it is not one."""
    try:
        values = cbor2.loads(read_packed(path))
    except (cbor2.CBORDecodeError, EOFError) as error:
        raise ValueError(f"{path.name} is damaged") from error
    if not isinstance(values, list):
        raise ValueError(f"{path.name} is not of Pagefind's layout")
    return values


def packed(content: bytes) -> bytes:
    """Return the file that holds the CBOR `content`; `read_packed` undoes it."""
    return compressed(SIGNATURE + content)


@cache
def plain_form(word: str) -> str:
    """Return the form under which Pagefind keeps `word`: without marks, as the browser looks it up."""
    if word.isascii():
        return word
    return "".join(
        sign for sign in unicodedata.normalize("NFD", word) if not unicodedata.category(sign).startswith("M")
    )


@cache
def start_of_places(number: int) -> bytes:
    """Return what stands before the `number` places of a word on a page, where they end its row.

    Each place is encoded as the step from the one before; behind all of them comes END_OF_PLACES.
    """
    return _head(_ARRAY, number + 1) + _PLAIN_WEIGHT


def encoded_entry(word: str, forms: Iterable[tuple[str, tuple[int, bytes]]]) -> bytes:
    """Return the entry of a plain word with its `forms`, each with its number of rows and those rows."""
    own, others = _NOTHING, []
    for form, (number, rows) in forms:
        encoded = _head(_ARRAY, number) + rows
        if form == word:
            own = encoded
        else:
            others.append(encoded_array([cbor2.dumps(form), encoded]))
    return encoded_array([cbor2.dumps(word), own, encoded_array(others)])


def encoded_array(items: Sequence[bytes]) -> bytes:
    """Return the array of values that are encoded."""
    return _head(_ARRAY, len(items)) + b"".join(items)


def encoded_metadata(version: str, pages: Sequence[tuple[str, int]], files: Sequence[tuple[str, str, str]]) -> bytes:
    """Return the metadata of an index without filters; `pages` and `files` as the layout has them."""
    return cbor2.dumps([version, pages, files, [], [], []])


@cache
def _head(major: int, value: int) -> bytes:
    """Return the first bytes of a CBOR value of the type `major`: RFC 8949, section 3."""
    if value < 24:
        return bytes([major << 5 | value])
    size = next(size for size in (1, 2, 4, 8) if value < 1 << 8 * size)
    return bytes([major << 5 | 23 + size.bit_length()]) + value.to_bytes(size)


def encoded_numbers(end: int) -> Sequence[bytes]:
    """Return the encoded numbers from 0 on, up to `end` at least: to look one up costs less than a call."""
    return _numbers(1 << end.bit_length())


def starts_of_rows(end: int) -> Sequence[bytes]:
    """Return what stands before the encoded places in the row of a page that is 0, 1 … `end` - 1 behind the last one.

    There may be more of them.
    """
    return _starts(1 << end.bit_length())


@cache
def _numbers(end: int) -> Sequence[bytes]:
    """A table is whole before anyone sees it: where processes cannot be copied, threads encode side by side."""
    return [_head(_UNSIGNED, number) for number in range(end)]


@cache
def _starts(end: int) -> Sequence[bytes]:
    return [_head(_ARRAY, 3) + number for number in _numbers(end)]
