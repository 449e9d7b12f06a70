"""The files of a folder and of those in it, by the thousand."""

import os
from collections.abc import Iterator
from pathlib import Path


def names_below(folder: Path) -> frozenset[str]:
    """Return the POSIX paths of the files in a folder and in those in it, as `files_below` finds them."""
    return frozenset(name for name, _ in files_below(str(folder)))


def files_below(folder: str, *, below: bool = True) -> Iterator[tuple[str, os.DirEntry[str]]]:
    """Yield the files in a folder, and those in the folders in it, with their POSIX paths.

    Links are not followed: one that leads to a folder is yielded as a file is.
    """
    waiting = [(folder, "")]
    while waiting:
        path, within = waiting.pop()
        try:
            entries = os.scandir(path)
        except OSError:
            # Nobody can have put anything where there is no folder, and what cannot be seen stands in no way.
            continue
        with entries:
            for entry in entries:
                if not entry.is_dir(follow_symlinks=False):
                    yield within + entry.name, entry
                elif below:
                    waiting.append((entry.path, f"{within}{entry.name}/"))
