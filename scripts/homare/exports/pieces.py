"""Files on their way to the disk piece by piece: those of a whole library are too large to be held."""

import hashlib
from collections.abc import Iterable, Iterator, Mapping
from typing import Any, NamedTuple


class Piece(NamedTuple):
    """A file, or a part of one that goes on: its pieces come in order, with those of other files between them."""

    path: str
    content: bytes
    goes_on: bool = False


class Size:
    """How many bytes of a file have passed."""

    def __init__(self) -> None:
        self.bytes = 0

    def add(self, content: bytes) -> None:
        """Count the next piece of the file."""
        self.bytes += len(content)


class Mark(Size):
    """By what a file is known to have come over whole: its size and its hash, counted while its pieces pass."""

    def __init__(self) -> None:
        super().__init__()
        self._hash = hashlib.sha256()

    def add(self, content: bytes) -> None:
        """Count the next piece of the file."""
        super().add(content)
        self._hash.update(content)

    def described(self) -> Mapping[str, Any]:
        """Return size and hash as the descriptor of a data package says them."""
        return {"bytes": self.bytes, "hash": f"sha256:{self._hash.hexdigest()}"}


def counted(pieces: Iterable[Piece], marks: Mapping[str, Size]) -> Iterator[Piece]:
    """Yield `pieces` as they come; those of a file that has one of `marks`, by its path, are counted."""
    for piece in pieces:
        if piece.path in marks:
            marks[piece.path].add(piece.content)
        yield piece
