"""The releases of a site: folders that stand beside it, named by the moment they were begun, so that names sort by age.

`site` shows one of them: as a link where the system has links, else by standing itself in the place of `site`. In the
second way a note beside it (`.site-standing`) says which release that is.
"""

import calendar
import re
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from homare.problems import Problem, Text
from homare.site.marker import MARKER, added_files

KEPT_RELEASES = 7
"""The current one, five earlier ones, and the oldest, which the next build may take apart."""
_STAMP = "%Y%m%dT%H%M%S"
MAKING = ".making-"
"""Begins the name of every folder in which a build puts a site together, beside its release."""
_NAME = re.compile(rf"\d{{8}}T\d{{6}}(?:-\d+)?|{re.escape(MAKING)}.*")
"""What a build calls a folder beside the site."""


class BusyError(Exception):
    """Another homare is just writing this site."""


def new_release(out: Path) -> Path:
    """Create and return the empty folder of a new release for the site at `out`."""
    release = releases_folder(out) / unused_name(out)
    release.mkdir(parents=True)
    return release


def unused_name(out: Path) -> str:
    """Return the name of a release begun now."""
    return _unused(out, time.time())


def name_before(out: Path, name: str) -> str:
    """Return a name for the site in the folder `out`, which has none: of its own age, and before the release `name`."""
    begun = calendar.timegm(time.strptime(name.split("-", maxsplit=1)[0], _STAMP))
    marker = out / MARKER
    return _unused(out, min(marker.stat().st_mtime if marker.exists() else begun, begun - 1))


def _unused(out: Path, moment: float) -> str:
    """Return a name for this second that sorts behind all others of the same second."""
    stamp = time.strftime(_STAMP, time.gmtime(moment))
    folder = releases_folder(out)
    names = [path.name for path in folder.glob(f"{stamp}*") if _NAME.fullmatch(path.name)] + [standing_name(out) or ""]
    numbers = [int(name.removeprefix(stamp).lstrip("-") or 0) for name in names if name.startswith(stamp)]
    return f"{stamp}-{max(numbers) + 1:03}" if numbers else stamp


def releases_folder(out: Path) -> Path:
    """Return where the releases of the site at `out` stand: beside it, so that one rename publishes."""
    return out.parent / f".{out.name}-releases"


def whole_releases(out: Path) -> list[Path]:
    """Return the finished releases that stand beside `out`, oldest first."""
    return sorted(path for path in _release_folders(out) if (path / MARKER).is_file())


def unfinished_releases(out: Path) -> list[Path]:
    """Return the folders of releases of `out` that were not finished: of a build that was cut off, or is still on."""
    return [path for path in _release_folders(out) if not (path / MARKER).is_file()]


def _release_folders(out: Path) -> list[Path]:
    """Return the folders beside `out` that bear the names which builds give; what else stands there is not ours."""
    folder = releases_folder(out)
    found = folder.iterdir() if folder.is_dir() else ()
    return [path for path in found if _NAME.fullmatch(path.name) and path.is_dir() and not path.is_symlink()]


def standing_name(out: Path) -> str | None:
    """Return the name of the release that `out` shows; None when there is no site, or a folder that nobody named."""
    if out.is_symlink():
        return out.readlink().name
    if not out.exists():
        return None
    # The note names the release that goes and the one that comes: the one that is not beside `out` is in its place.
    return next((name for name in read_note(out) if not (releases_folder(out) / name).exists()), None)


def note_path(out: Path) -> Path:
    """Return where the note stands that says which release stands in the place of `out`."""
    return out.with_name(f".{out.name}-standing")


def read_note(out: Path) -> list[str]:
    """Return the names in the note: the release that comes, then the one that goes; none where there is no note."""
    note = note_path(out)
    return note.read_text("utf-8").split() if note.is_file() else []


def check_output(out: Path) -> list[Problem]:
    """Return a problem when `out` holds something that homare did not make, or leads to such: it would be lost."""
    leads_to_ours = out.is_symlink() and out.resolve().parent == releases_folder(out).resolve()
    if leads_to_ours or (out / MARKER).exists() or not (out.exists() or out.is_symlink()):
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


def old_releases(out: Path) -> list[Path]:
    """Return the oldest releases, which may go: never the one that `out` shows, nor one with files of someone else."""
    return [old for old in _oldest(out, KEPT_RELEASES) if not any(added_files(old))]


def spare_release(out: Path) -> Path | None:
    """Return the oldest release, if there are so many that the next build may take it apart; never the shown one."""
    return next(iter(_oldest(out, KEPT_RELEASES - 1)), None)


def _oldest(out: Path, kept: int) -> list[Path]:
    """Return all whole releases but the one that `out` shows and so many of the newest that `kept` remain with it."""
    beside = kept if out.is_symlink() else kept - 1
    current = standing_name(out)
    return [release for release in whole_releases(out)[:-beside] if release.name != current]


@contextmanager
def sole_writer(out: Path, waits: bool = True) -> Iterator[None]:
    """Be the only one who writes the site at `out`; the system frees the lock when a process is killed.

    Raises BusyError when another one writes and `waits` is false, OSError when the disk refuses.
    """
    from filelock import FileLock, Timeout  # noqa: PLC0415 — not needed to see that nothing changed

    out.parent.mkdir(parents=True, exist_ok=True)
    lock = FileLock(out.with_name(f".{out.name}-lock"))
    try:
        lock.acquire(blocking=waits)
    except Timeout as error:
        raise BusyError(str(out)) from error
    try:
        yield
    finally:
        lock.release()
