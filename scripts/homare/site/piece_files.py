"""Write files whose pieces come one by one: what is too large to be held goes to the disk as it is made."""

from collections.abc import Callable, Iterable
from pathlib import Path
from typing import IO

from homare.exports.pieces import Piece
from homare.site.writing import write_file

_BUFFER = 1 << 18
"""Bytes of a file that goes on which wait for the disk together."""


def write_pieces(
    folder: Path, pieces: Iterable[Piece], write_all: Callable[[Path, bytes], object] = write_file
) -> None:
    """Write files into `folder` as their pieces come; what is all in one piece goes to `write_all`.

    A file that goes on bears its name only when it is whole. Raises OSError when the disk refuses.
    """
    begun: dict[str, IO[bytes]] = {}
    try:
        for path, content, goes_on in pieces:
            if path not in begun:
                if not goes_on:
                    write_all(folder / path, content)
                    continue
                begun[path] = _begun(folder / path)
            begun[path].write(content)
            if not goes_on:
                begun[path].close()
                _unfinished(folder / path).replace(folder / path)
                del begun[path]
    finally:
        for path, file in begun.items():
            file.close()
            _unfinished(folder / path).unlink(missing_ok=True)


def _begun(path: Path) -> IO[bytes]:
    path.parent.mkdir(parents=True, exist_ok=True)
    return _unfinished(path).open("wb", buffering=_BUFFER)


def _unfinished(path: Path) -> Path:
    return path.with_name(f".{path.name}.part")
