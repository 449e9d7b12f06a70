"""Builds that are killed, that run at the same time, and that meet a full disk: the site is whole after each."""

import builtins
import errno
import os
import shutil
import signal
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest

from homare.site.build import build_site
from homare.site.releases import releases_folder
from tests.site.kills import COMMAND, LONGEST, WORDS, fingerprint, kill_builds, say, start_build

KILLS = 8
"""`python -m tests.site.kills 100` does more."""


@pytest.fixture
def project(built_once: Path, tmp_path: Path) -> Path:
    """A copy of a project with a published site."""
    return Path(shutil.copytree(built_once, tmp_path / "project", symlinks=True))


def test_row_46_builds_that_are_killed_leave_the_old_site_or_the_new_one(project: Path) -> None:
    found = kill_builds(project, KILLS, seed=46, whole_between=False)
    assert found.states["neither"] == 0
    assert sum(found.states.values()) == KILLS
    assert found.notices == found.mended


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such signal")
@pytest.mark.parametrize("wait", [0.3, 1.0, 1.8])
def test_ctrl_c_ends_a_build_in_one_sentence(project: Path, wait: float) -> None:
    """A terminal sends it to all processes of the build at once."""
    before = fingerprint(project / "site")
    say(project, WORDS[1])
    process = start_build(project, command=("setsid", *COMMAND))
    time.sleep(wait)
    os.killpg(process.pid, signal.SIGINT)
    printed = process.communicate(timeout=LONGEST)[0]
    if process.returncode:  # else it was done by then
        assert process.returncode == 130, printed
        assert printed.strip() == "途中でやめました。"
        assert fingerprint(project / "site") == before
    assert "Traceback" not in printed


def test_two_builds_at_once_are_both_whole(project: Path) -> None:
    alone = fingerprint(project / "site")
    both = [start_build(project), start_build(project, "--out", "other")]
    same = start_build(project)
    for process in (*both, same):
        printed = process.communicate()[0]
        assert process.returncode == 0, printed
    assert fingerprint(project / "site") == fingerprint(project / "other") == alone


@pytest.mark.parametrize("room", [0, 3, 30, 100, 160, 220, 300])
def test_row_46_a_disk_that_is_full_leaves_the_old_site(project: Path, room: int) -> None:
    """The disk takes `room` more files and refuses every further one, wherever in the build that is."""
    before = fingerprint(project / "site")
    say(project, WORDS[1])
    shutil.rmtree(project / "build")
    with pytest.raises(OSError, match="No space left"), _disk_with(room, project):
        build_site(project, project / "cases", project / "site", lambda _step: None)
    assert fingerprint(project / "site") == before
    assert [
        path for path in releases_folder(project / "site").iterdir() if path.resolve() != (project / "site").resolve()
    ] == []


@contextmanager
def _disk_with(room: int, folder: Path) -> Iterator[None]:
    left = [room]
    open_file, open_descriptor = builtins.open, os.open

    def count(path: Any, writes: bool) -> None:
        if writes and str(path).startswith(str(folder)):
            left[0] -= 1
            if left[0] < 0:
                raise OSError(errno.ENOSPC, "No space left on device", str(path))

    def opened(path: Any, mode: str = "r", *arguments: Any, **options: Any) -> Any:
        count(path, bool(set(mode) & set("wax+")))
        return open_file(path, mode, *arguments, **options)

    def opened_descriptor(path: Any, flags: int, *arguments: Any, **options: Any) -> int:
        count(path, bool(flags & os.O_CREAT))
        return open_descriptor(path, flags, *arguments, **options)

    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(builtins, "open", opened)
        patched.setattr("io.open", opened)
        patched.setattr(os, "open", opened_descriptor)
        yield
