"""Publish a site whole or not at all: each build is a release folder, and `site` is a link that changes at once."""

import os
import shutil
import time
from pathlib import Path

from homare.problems import Problem, Text

KEPT_RELEASES = 6
"""The current one and five earlier ones."""
MARKER = ".homare-site"
"""A file that says that homare made the folder, so that it may be replaced."""


def new_release(out: Path) -> Path:
    """Create and return the empty folder of a new release for the site at `out`."""
    releases = releases_folder(out)
    release = releases / time.strftime("%Y%m%dT%H%M%S", time.gmtime())
    number = 1
    while release.exists():
        release = release.with_name(f"{release.name.split('-')[0]}-{number:03}")
        number += 1
    release.mkdir(parents=True)
    return release


def releases_folder(out: Path) -> Path:
    """Return where the releases of the site at `out` stand: beside it, so that one rename publishes."""
    return out.parent / f".{out.name}-releases"


def check_output(out: Path) -> list[Problem]:
    """Return a problem when `out` holds something that homare did not make: it would be lost."""
    if out.is_symlink() or not out.exists() or (out / MARKER).exists():
        return []
    if out.is_dir() and not any(out.iterdir()):
        return []
    return [
        Problem(
            out.as_posix(),
            1,
            1,
            "foreign-output",
            Text(
                "出力先に、homare が作ったのではないファイルがあります。",
                "The output holds files that homare did not make.",
            ),
            Text(
                "別の場所を --out で指定するか、そのファイルを移してください。",
                "Choose another place with --out, or move those files away.",
            ),
        )
    ]


def publish(release: Path, out: Path) -> None:
    """Make `out` show `release`, in one step, and drop the oldest releases. Raises OSError when the disk refuses."""
    (release / MARKER).touch()
    link = out.with_name(f".{out.name}-next")
    link.unlink(missing_ok=True)
    link.symlink_to(os.path.relpath(release, out.parent), target_is_directory=True)
    if out.is_dir() and not out.is_symlink():
        _replace_folder(link, out)
    else:
        link.replace(out)
    _drop_old(out)


def _replace_folder(link: Path, out: Path) -> None:
    """A link cannot take the place of a folder in one step: the folder moves aside, and back when that fails."""
    aside = out.with_name(f".{out.name}-before")
    shutil.rmtree(aside, ignore_errors=True)
    out.rename(aside)
    try:
        link.replace(out)
    except OSError:
        aside.rename(out)
        raise
    shutil.rmtree(aside, ignore_errors=True)


def _drop_old(out: Path) -> None:
    current = out.resolve()
    releases = sorted(path for path in releases_folder(out).iterdir() if path.is_dir())
    for release in releases[:-KEPT_RELEASES]:
        if release.resolve() != current:
            shutil.rmtree(release, ignore_errors=True)
