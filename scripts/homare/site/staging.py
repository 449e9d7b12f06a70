"""Keep the staged docs, pages and hand-written files side by side in one folder: only what changed is touched."""

import os
from collections.abc import Collection, Mapping
from pathlib import Path

from homare.site.writing import FileMark, mark_of_file, write_over


def written_by_hand(folder: Path) -> dict[str, bytes]:
    """Return every file under `folder`: POSIX path → content."""
    return {
        path.relative_to(folder).as_posix(): path.read_bytes() for path in sorted(folder.rglob("*")) if path.is_file()
    }


def links_out_of(folder: Path) -> list[str]:
    """Return the POSIX paths of the links under `folder` that lead to a file which does not stand under it."""
    whole = folder.resolve()
    links = (path for path in sorted(folder.rglob("*")) if path.is_symlink() and path.is_file())
    return [path.relative_to(folder).as_posix() for path in links if not path.resolve().is_relative_to(whole)]


def stage(files: Mapping[str, bytes], folder: Path) -> None:
    """Write `files` into `folder`. Raises OSError when the disk refuses."""
    for name, content in files.items():
        stage_file(folder / name, content)


def stage_file(target: Path | str, content: bytes) -> FileMark:
    """Write one file where it is not there yet, or says something else; returns its mark.

    Raises OSError when the disk refuses.
    """
    name = os.fspath(target)
    try:
        with open(name, "rb", buffering=0) as there:  # noqa: PTH123 — four for each page
            if there.read() == content:
                return mark_of_file(name)
    except OSError:
        pass
    try:
        return write_over(name, content)
    except (IsADirectoryError, NotADirectoryError, FileExistsError):
        _make_room(Path(name))
        return write_over(name, content)


def _make_room(target: Path) -> None:
    """Remove the folder in the place of a file, and the file in the place of a folder: the addresses have changed."""
    if target.is_dir():
        clear(target, ())
    for folder in target.parents:
        if folder.is_file():
            folder.unlink()


def clear(folder: Path, kept: Collection[str]) -> None:
    """Delete every file under `folder` but those in `kept`, and the folders that are empty then."""
    for place, folders, names in os.walk(folder, topdown=False):
        within = os.path.relpath(place, folder).replace(os.sep, "/")
        gone = [name for name in names if (name if within == "." else f"{within}/{name}") not in kept]
        for name in gone:
            Path(place, name).unlink()
        if len(gone) == len(names) and not any(Path(place, name).exists() for name in folders):
            Path(place).rmdir()
