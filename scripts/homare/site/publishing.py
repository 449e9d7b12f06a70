"""Publish a release whole or not at all: in one step by a link, or by two renames where the system has no links."""

import os
import shutil
import sys
from contextlib import suppress
from pathlib import Path

from homare.records.disk import write_whole
from homare.site.marker import MARKER, finish
from homare.site.releases import (
    name_before,
    note_path,
    old_releases,
    read_note,
    releases_folder,
    standing_name,
)

HAS_LINKS = sys.platform != "win32"
"""Windows asks a right for making links that most users lack, and replaces no link that leads to a folder."""


def publish(release: Path, out: Path) -> None:
    """Make `out` show `release`, and drop the oldest releases. Raises OSError when the disk refuses."""
    finish(release, out)
    show(release, out)
    for old in old_releases(out):
        _delete(old)


def _delete(release: Path) -> None:
    """Delete a whole release: its marker first, so that it is no whole one any more when that is cut off."""
    with suppress(OSError):  # the new release is shown: that an old one stays is no fault of it
        (release / MARKER).unlink()
        shutil.rmtree(release, ignore_errors=True)


def show(release: Path, out: Path) -> None:
    """Make `out` show a whole release. Raises OSError when the disk refuses; `out` is then what it was before."""
    link = _link_to(release, out)
    if link is None:
        _take_place(release, out, release.name)
        return
    if out.is_dir() and not out.is_symlink():
        _take_place(link, out, release.name)
    else:
        link.replace(out)
    note_path(out).unlink(missing_ok=True)


def repair(out: Path) -> bool:
    """Bring a site back whose publication by renames was cut off between the two; returns whether there was need."""
    if out.is_symlink() or out.exists():
        return False
    for name in read_note(out):
        if (releases_folder(out) / name / MARKER).is_file():
            show(releases_folder(out) / name, out)
            return True
    return False


def _link_to(release: Path, out: Path) -> Path | None:
    """Return a link to the release that waits beside `out`, or None where links cannot be made."""
    if not HAS_LINKS:
        return None
    link = out.with_name(f".{out.name}-next")
    link.unlink(missing_ok=True)
    try:
        link.symlink_to(os.path.relpath(release, out.parent), target_is_directory=True)
    except OSError:  # a disk in the format of Windows, a network folder
        return None
    return link


def _take_place(comes: Path, out: Path, name: str) -> None:
    """Let what stands at `out` become a release of its own, then rename `comes` (the release `name`, or a link to it).

    The note is written before: whoever comes after a sudden end knows from it what stands where.
    """
    goes = standing_name(out) or name_before(out, name)
    write_whole(note_path(out), f"{name}\n{goes}\n".encode())
    was_link = out.is_symlink()
    aside = out.with_name(f".{out.name}-before") if was_link else releases_folder(out) / goes
    if was_link:
        aside.unlink(missing_ok=True)
    if was_link or (out.is_dir() and any(out.iterdir())):
        out.rename(aside)
    elif out.is_dir():
        out.rmdir()
    try:
        comes.rename(out)
    except OSError:
        if aside.is_symlink() or aside.is_dir():
            aside.rename(out)
        raise
    if was_link:
        aside.unlink()
