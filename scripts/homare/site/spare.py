"""The oldest release becomes the folder of the new site: what is still right need be neither linked nor copied.

On a disk without links that saves copying the site, and everywhere it saves deleting a release.
"""

from collections.abc import Collection, Mapping
from pathlib import Path

from homare.site.marker import MARKER, own_files
from homare.site.writing import FileMark, remove_files


def take_apart(spare: Path, site: Path, wanted: Mapping[str, FileMark]) -> Collection[str]:
    """Let the whole release `spare` be the folder `site`, which is not there yet, with those files that are `wanted`.

    Returns their paths. Nothing is returned, and the release stays where it is, when somebody has put a file there or
    changed one, when less than half of it is wanted, or when the system does not let it go. Raises OSError when the
    disk refuses later.
    """
    files = own_files(spare) or {}
    there = {name for name, mark in files.items() if wanted.get(name) == mark}
    if 2 * len(there) <= len(files):
        return ()
    try:
        spare.rename(site)
    except OSError:  # Windows: somebody reads a file of it
        return ()
    (site / MARKER).unlink()
    remove_files(site, files.keys() - there)
    return there
