"""Write files by the thousand: a folder is made when a file finds it missing, and nothing is asked for twice."""

import os
import shutil
from collections.abc import Callable, Iterable
from contextlib import suppress
from pathlib import Path
from typing import BinaryIO, TypeVar

Result = TypeVar("Result")
FileMark = tuple[int, int]
"""Size in bytes, and when the file was changed, in nanoseconds since 1970."""
_WRITING = os.O_WRONLY | os.O_CREAT | getattr(os, "O_BINARY", 0) | getattr(os, "O_CLOEXEC", 0)


def write_file(path: Path | str, content: bytes) -> FileMark:
    """Write a file that is not there yet, and the folders above it where they are missing; returns its mark.

    Raises FileExistsError where there is a file: it may be one of the earlier site too, and would be changed there.
    Raises OSError when the disk refuses, or takes only a part.
    """
    name = os.fspath(path)
    return _in_its_folder(name, lambda: _written(name, content, is_new=True))


def write_over(path: Path | str, content: bytes) -> FileMark:
    """Write a file that no site holds, whether it is there or not, as `write_file` does; returns its mark.

    A file that is there is written over and cut to the new length, not emptied first: for emptied ones ext4 makes the
    writer wait, six times as long as the writing takes.
    """
    name = os.fspath(path)
    return _in_its_folder(name, lambda: _written(name, content, is_new=False))


def open_over(path: Path) -> BinaryIO:
    """Open a file to be written piece by piece as `write_over` does; whoever writes cuts it to its new length.

    Raises OSError when the disk refuses.
    """
    return open(path, "wb", opener=lambda name, flags: os.open(name, flags & ~os.O_TRUNC, 0o666))


def link_file(source: Path | str, path: Path | str) -> None:
    """Let `path`, which must not be there yet, be the file `source` too, or where disks cannot do that its copy.

    Whoever changed one of the two in place would change both: what is published is only ever replaced. Raises OSError
    when the disk refuses.
    """
    name = os.fspath(path)
    try:
        _in_its_folder(name, lambda: os.link(source, name))
    except OSError:
        # The time stays, by which the next build knows the file.
        _in_its_folder(name, lambda: shutil.copy2(source, name))


def remove_files(site: Path, names: Iterable[str]) -> None:
    """Delete files of the folder `site`, and the folders in it that are empty then. Raises OSError as the disk does."""
    folders = set()
    for name in names:
        os.unlink(f"{site}/{name}")  # noqa: PTH108 — there may be as many as a site has
        folders.add(name.rpartition("/")[0])
    for folder in folders:
        with suppress(OSError):  # it holds other files, or went with another folder
            while folder:
                os.rmdir(f"{site}/{folder}")  # noqa: PTH106
                folder = folder.rpartition("/")[0]  # noqa: PLW2901 — the one above may be empty now


def mark_of_file(name: str) -> FileMark:
    """Return the mark of a file. Raises OSError when it is not there."""
    status = os.stat(name)  # noqa: PTH116 — ten for each page
    return status.st_size, status.st_mtime_ns


def _written(name: str, content: bytes, *, is_new: bool) -> FileMark:
    file = os.open(name, _WRITING | os.O_EXCL if is_new else _WRITING, 0o666)
    try:
        rest = memoryview(content)
        while rest:
            rest = rest[os.write(file, rest) :]
        if not is_new:
            os.ftruncate(file, len(content))
    finally:
        os.close(file)
    return mark_of_file(name)


def _in_its_folder(name: str, write: Callable[[], Result]) -> Result:
    with suppress(FileNotFoundError):
        return write()
    os.makedirs(os.path.dirname(name), exist_ok=True)  # noqa: PTH103, PTH120 — called for each of 10,000 folders
    return write()
