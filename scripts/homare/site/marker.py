"""The marker of a whole release: what it was made from, and which files are its own."""

import os
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from homare.site.files_below import files_below
from homare.site.writing import FileMark

MARKER = ".homare-site"
"""A file that says that homare made the folder whole, so that it may be shown and replaced.

Its first line is the fingerprint of what the site was made from, and whether drafts are in it; the others are the paths
of its files.
"""
_WITH_DRAFTS = " drafts"
_CLOCK_TOLERANCE = 2.0
"""Seconds: how coarse some disks keep the time of a file."""


def mark_whole(site: Path, files: Iterable[str], inputs: str, *, drafts: bool = False) -> None:
    """Mark the folder `site`, which holds `files`, as a whole release made from what has the fingerprint `inputs`.

    `drafts` tells that it shows those too.
    """
    lines = (inputs + (_WITH_DRAFTS if drafts else ""), *sorted(files))
    (site / MARKER).write_text("".join(f"{line}\n" for line in lines), "utf-8", "surrogateescape", "\n")


def finish(release: Path, shown: Path) -> None:
    """Say that the release is finished now: what comes into it later is known by its time.

    It has files of the site `shown` so far, with the times that they have there. A clock may have been ahead then, so
    no release is finished before the one that it follows. Raises OSError when the disk refuses.
    """
    marker = release / MARKER
    marker.touch()
    before = (shown / MARKER).stat() if (shown / MARKER).is_file() else None
    if before and before.st_mtime_ns > marker.stat().st_mtime_ns:
        os.utime(marker, ns=(before.st_atime_ns, before.st_mtime_ns))


def inputs_of(site: Path) -> str | None:
    """Return the fingerprint of what a whole release was made from; None where there is no release."""
    said = _first_line(site)
    return None if said is None else said.removesuffix(_WITH_DRAFTS)


def shows_drafts(site: Path) -> bool:
    """Return whether a whole release shows drafts."""
    return (_first_line(site) or "").endswith(_WITH_DRAFTS)


def named_files(site: Path) -> frozenset[str]:
    """Return the paths of the files that a whole release was published with, but that of its marker.

    Raises OSError when there is no marker, or it cannot be read.
    """
    return frozenset(_lines(site / MARKER)[1:])


def has_all_files(release: Path) -> bool:
    """Return whether a whole release still holds every file that it was published with.

    Whoever takes a file away changes the time of its folder, so only folders that have changed since are looked into.
    """
    marker = release / MARKER
    finished = marker.stat().st_mtime
    names: defaultdict[str, list[str]] = defaultdict(list)
    for line in _lines(marker)[1:]:
        folder, _, name = line.rpartition("/")
        names[folder].append(name)
    try:
        changed = [folder for folder in names if os.stat(f"{release}/{folder}").st_mtime >= finished]  # noqa: PTH116
        return all(set(names[folder]) <= set(os.listdir(f"{release}/{folder}")) for folder in changed)  # noqa: PTH208
    except OSError:  # a folder is gone
        return False


def added_files(release: Path, *, below: bool = True) -> Iterator[Path]:
    """Yield the files in a whole release that were put there or changed after homare had finished it.

    Without `below`, only those that stand in the folder itself. What was moved or unpacked may be of any age: so a file
    that the marker does not name was put there, and one that it names is known by its time.
    """
    return (Path(release, name) for name, _, is_ours in _seen(release, below=below) if not is_ours)


def own_files(release: Path) -> Mapping[str, FileMark] | None:
    """Return the marks of all files of a whole release by their paths, but that of its marker.

    None where it has an added file, or is not whole.
    """
    found = {}
    for name, mark, is_ours in _seen(release):
        if not is_ours:
            return None
        found[name] = mark
    return found if found.pop(MARKER, None) else None


def _seen(release: Path, *, below: bool = True) -> Iterator[tuple[str, FileMark, bool]]:
    """Yield the files of a whole release: path, mark, and whether they are homare's as it made them."""
    marker = release / MARKER
    if not marker.is_file():
        return
    finished = marker.stat().st_mtime + _CLOCK_TOLERANCE
    named = _lines(marker)[1:]
    ours = {*named, MARKER} if named else None
    for name, entry in files_below(str(release), below=below):
        status = entry.stat(follow_symlinks=False)
        is_ours = (not ours or name in ours) and status.st_mtime <= finished
        yield name, (status.st_size, status.st_mtime_ns), is_ours


def _first_line(site: Path) -> str | None:
    try:
        with (site / MARKER).open(encoding="utf-8", errors="surrogateescape") as marker:
            return marker.readline().rstrip("\n")
    except FileNotFoundError:
        return None


def _lines(marker: Path) -> list[str]:
    return marker.read_text("utf-8", "surrogateescape").split("\n")[:-1]
