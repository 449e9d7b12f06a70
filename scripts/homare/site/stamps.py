"""Files of an earlier build that a later one knows again: by their size and the time of their last change."""

from collections.abc import Iterable
from pathlib import Path

from homare.site.writing import FileMark, link_file, mark_of_file

Stamp = tuple[str, int, int]
"""A file: its path within its folder, and its mark."""


def stamp(name: str, mark: FileMark) -> Stamp:
    """Return the stamp of the file `name` that has this mark."""
    return (name, *mark)


def stamps_of(folder: Path, names: Iterable[str]) -> list[Stamp]:
    """Return the stamps of the files `names` in `folder`. Raises OSError when one is not there."""
    return [stamp(name, mark_of_file(f"{folder}/{name}")) for name in names]


def are_there(folder: Path, stamps: Iterable[Stamp]) -> bool:
    """Return whether all of the files are in `folder`, as they were."""
    try:
        return all(mark_of_file(f"{folder}/{name}") == (size, changed) for name, size, changed in stamps)
    except OSError:
        return False


def take_over(stamps: Iterable[Stamp], earlier: Path, site: Path) -> None:
    """Let the files of the site `earlier` be files of `site` too. Raises OSError when the disk refuses."""
    for path, _, _ in stamps:
        link_file(f"{earlier}/{path}", f"{site}/{path}")
