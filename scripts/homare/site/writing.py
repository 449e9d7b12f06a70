"""Write files by the thousand: each folder is made once, and asked for no more."""

import os
import shutil
from collections.abc import Callable
from pathlib import Path

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
