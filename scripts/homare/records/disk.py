"""Record files from the disk, and files for users onto it, whole or not at all."""

import os
import re
import shutil
from collections.abc import Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from homare.records.decoding import LARGEST_RECORD
from homare.records.digest import digest_of

LIBRARY = "cases"
"""The name of a library's folder in its project."""
_YAML = re.compile(r".+\.ya?ml", re.IGNORECASE | re.DOTALL).fullmatch
"""Matches the name of a YAML file; asked of each, so a Path would cost more than the file."""


@dataclass(frozen=True)
class Folder:
    """A folder as read: what the user calls it, and the content of every file by its path within it."""

    shown: str
    files: Mapping[str, bytes]


class FileChangedError(OSError):
    """A file is no longer what it was when it was read."""


class UnheldFiles(Mapping[str, bytes]):
    """The files of a folder as `read_folder` gives them, but read whenever one is asked for, so that nobody holds all.

    Each gives the same bytes every time, or raises FileChangedError. `digests` are those of their content, by path.
    """

    def __init__(self, folder: Path, known: Mapping[str, bytes]) -> None:
        """Read every file once, but those whose digests are `known`.

        Raises OSError when the folder or a file cannot be read.
        """
        self._folder = folder
        self.digests = {path: _known_digest(f"{folder}/{path}", known.get(path)) for path in _paths(folder)}

    def __getitem__(self, path: str) -> bytes:
        known, whole = self.digests[path], f"{self._folder}/{path}"
        with suppress(FileNotFoundError):
            content = _content(whole)
            if digest_of(content) == known:
                return content
        raise FileChangedError(f"読んでいるあいだに書きかえられました（{whole}）")

    def ask_again(self) -> None:
        """Raise FileChangedError when the folder has other files by now."""
        if _paths(self._folder) != list(self.digests):
            raise FileChangedError(f"読んでいるあいだに、ファイルが足されたか消されました（{self._folder}）")

    def __contains__(self, path: object) -> bool:
        return path in self.digests

    def __iter__(self) -> Iterator[str]:
        return iter(self.digests)

    def __len__(self) -> int:
        return len(self.digests)


def _known_digest(path: str, known: bytes | None) -> bytes:
    """Return the digest of what we read of a file: `known` is that of all of it."""
    if known and os.stat(path).st_size <= LARGEST_RECORD:  # noqa: PTH116
        return known
    return digest_of(_content(path))


def read_folder(folder: Path) -> dict[str, bytes]:
    """Return every YAML file below `folder`: POSIX path relative to it → content, in path order.

    Of a file that is larger than any record, no more is read than shows that it is. Raises OSError when the folder or
    a file cannot be read.
    """
    return {path: _content(f"{folder}/{path}") for path in _paths(folder)}


def _paths(folder: Path) -> list[str]:
    """Return the paths of the YAML files below `folder`, in path order; links to other folders are not followed."""
    return sorted(_below(str(folder), ""), key=lambda path: path.split("/")) if folder.is_dir() else []


def _below(folder: str, within: str) -> Iterator[str]:
    with os.scandir(folder) as entries:
        for entry in entries:
            if entry.is_dir(follow_symlinks=False):
                yield from _below(entry.path, f"{within}{entry.name}/")
            elif _YAML(entry.name) and entry.is_file():
                yield f"{within}{entry.name}"


def _content(path: str) -> bytes:
    with open(path, "rb", buffering=0) as file:  # noqa: PTH123 — 10,000 Path objects take longer than this
        # To be asked for many bytes takes memory for as many, which costs four times what a record does.
        is_large = os.fstat(file.fileno()).st_size > LARGEST_RECORD
        return file.read(LARGEST_RECORD + 1) if is_large else file.read()


def folder_beside(library: Path, name: str) -> Path | None:
    """Return the folder `name` that goes with a library: the one beside it, if the library is called `cases`.

    Any other folder of records is by itself: what stands beside it belongs to somebody else.
    """
    beside = library.absolute().with_name(name)
    return beside if library.absolute().name == LIBRARY and beside.is_dir() else None


def read_beside(library: Path, name: str) -> Folder | None:
    """Return the `folder_beside` as read, or None. Raises OSError when a file cannot be read."""
    beside = folder_beside(library, name)
    if beside is None:
        return None
    return Folder((library.parent / name if library.name else beside).as_posix(), read_folder(beside))


def write_whole(path: Path, content: bytes) -> None:
    """Write a file so that whoever looks finds the old one or the new one whole. Raises OSError as the disk does.

    Where `path` is a link, the file that it leads to is written; whoever might read or write the old one still may.
    """
    path = path.resolve()
    path.parent.mkdir(parents=True, exist_ok=True)
    unfinished = path.with_name(f".{path.name}.part")
    try:
        unfinished.write_bytes(content)
        with suppress(FileNotFoundError):
            shutil.copymode(path, unfinished)
        unfinished.replace(path)
    except OSError:
        unfinished.unlink(missing_ok=True)
        raise


def write_files(folder: Path, files: Mapping[str, bytes | None], known: Mapping[str, bytes]) -> None:
    """Write `files` (path within `folder` → content; None: delete) all or none, each by one rename.

    `known` are the files as the user's wishes were worked out from them: raises FileChangedError when one to be written
    is another by now, OSError when the disk refuses; then every file is what it was before.
    """
    before = {path: (folder / path).read_bytes() if (folder / path).exists() else None for path in files}
    for path, content in before.items():
        if content != known.get(path):
            raise FileChangedError(f"待っているあいだに書きかえられました（{(folder / path).as_posix()}）")
    done: list[str] = []
    try:
        for path, content in files.items():
            done.append(path)
            _put(folder / path, content)
    except OSError:
        for path in done[:-1]:
            _put(folder / path, before[path])
        raise


def _put(target: Path, content: bytes | None) -> None:
    if content is None:
        target.unlink(missing_ok=True)
    else:
        write_whole(target, content)
