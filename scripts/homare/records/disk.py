"""Record files from the disk, and files for users onto it, whole or not at all."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from homare.records.decoding import LARGEST_RECORD


@dataclass(frozen=True)
class Folder:
    """A folder as read: what the user calls it, and the content of every file by its path within it."""

    shown: str
    files: Mapping[str, bytes]


def read_folder(folder: Path) -> dict[str, bytes]:
    """Return every YAML file below `folder`: POSIX path relative to it → content, in path order.

    Of a file that is larger than any record, no more is read than shows that it is. Raises OSError when the folder or
    a file cannot be read.
    """
    paths = sorted(path for path in folder.rglob("*") if path.suffix.lower() in (".yaml", ".yml") and path.is_file())
    return {path.relative_to(folder).as_posix(): _content(path) for path in paths}


def _content(path: Path) -> bytes:
    with path.open("rb") as file:
        return file.read(LARGEST_RECORD + 1)


def read_beside(folder: Path, name: str) -> Folder | None:
    """Return the folder `name` that stands beside `folder`, or None. Raises OSError when a file cannot be read."""
    beside = folder.absolute().parent / name
    if not beside.is_dir():
        return None
    return Folder((folder.parent / name if folder.name else beside).as_posix(), read_folder(beside))


def write_whole(path: Path, content: bytes) -> None:
    """Write a file so that whoever looks finds the old one or the new one whole. Raises OSError as the disk does."""
    path.parent.mkdir(parents=True, exist_ok=True)
    unfinished = path.with_name(f".{path.name}.part")
    try:
        unfinished.write_bytes(content)
        unfinished.replace(path)
    except OSError:
        unfinished.unlink(missing_ok=True)
        raise


def write_files(folder: Path, files: Mapping[str, bytes | None]) -> None:
    """Write `files` (path within `folder` → content; None: delete) all or none, each by one rename.

    Raises OSError when the disk refuses; then every file is what it was before.
    """
    before = {path: (folder / path).read_bytes() if (folder / path).exists() else None for path in files}
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
