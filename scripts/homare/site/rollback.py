"""Show an earlier release of a site again: the one before, or one that is named."""

from dataclasses import dataclass
from pathlib import Path

from homare.site.marker import shows_drafts
from homare.site.publishing import repair, show
from homare.site.releases import check_output, standing_name, whole_releases


class NoReleaseError(Exception):
    """There is no such release to go to."""


@dataclass(frozen=True)
class Release:
    """One release: its name (the moment it was begun, UTC), how many cases it holds, whether it is the one shown.

    `has_drafts` tells that drafts are among the cases: nobody is led to it who did not name it.
    """

    name: str
    cases: int
    is_shown: bool
    has_drafts: bool


def releases_of(out: Path) -> list[Release]:
    """Return the releases of the site at `out`, newest first, the shown one among them."""
    shown = standing_name(out)
    folders = {path.name: path for path in whole_releases(out)}
    if shown and out.exists():
        folders[shown] = out
    return [
        Release(name, _cases(folders[name]), name == shown, shows_drafts(folders[name]))
        for name in sorted(folders, reverse=True)
    ]


def roll_back(out: Path, name: str | None = None) -> tuple[Release, int]:
    """Show the release `name`, without it the one before the shown one; returns it and how many there are before it.

    To be called by the sole writer of `out`. Raises NoReleaseError when there is none, OSError when the disk refuses;
    `out` is then what it was before.
    """
    repair(out)
    if check_output(out):
        raise NoReleaseError
    releases = releases_of(out)
    shown = next((release.name for release in releases if release.is_shown), None)
    others = [release for release in releases if not release.is_shown]
    if name is None:
        earlier = (release for release in others if shown is None or release.name < shown)
        wanted = [release for release in earlier if not release.has_drafts]
    else:
        wanted = [release for release in others if release.name == name]
    if not wanted:
        raise NoReleaseError
    folder = next(path for path in whole_releases(out) if path.name == wanted[0].name)
    show(folder, out)
    return wanted[0], sum(one.name < wanted[0].name for one in releases)


def _cases(release: Path) -> int:
    return sum(1 for _ in release.glob("data/cases/*.json")) - sum(1 for _ in release.glob("data/cases/*.csl.json"))
