"""Write files by the thousand: each folder is made once, and asked for no more."""

import os
import shutil
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import IO

from homare.exports.pieces import Piece

_BUFFER = 1 << 18
"""Bytes of a file that goes on which wait for the disk together."""
_made: set[Path] = set()
"""Folders that this process has seen. One may have gone since; then the write says so, and it is made again."""


def write_file(path: Path, content: bytes) -> None:
    """Write a file, and the folders above it where they are missing. Raises OSError when the disk refuses."""
    _in_its_folder(path, lambda: path.write_bytes(content))


def link_file(source: Path, path: Path) -> None:
    """Let `path`, which must not be there yet, be the file `source` too, or where disks cannot do that its copy.

    Whoever changed one of the two in place would change both: what is published is only ever replaced. Raises OSError
    when the disk refuses.
    """
    try:
        _in_its_folder(path, lambda: os.link(source, path))
    except OSError:
        shutil.copy2(source, path)  # the time stays, by which the next build knows the file


def _in_its_folder(path: Path, write: Callable[[], object]) -> None:
    folder = path.parent
    if folder not in _made:
        folder.mkdir(parents=True, exist_ok=True)
        _made.add(folder)
    try:
        write()
    except FileNotFoundError:
        folder.mkdir(parents=True, exist_ok=True)
        write()


def write_pieces(folder: Path, pieces: Iterable[Piece], write_all: Callable[[Path, bytes], None] = write_file) -> None:
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
