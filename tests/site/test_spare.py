"""A release that nobody needs any more becomes the folder of the next site, with what is still right in it."""

import os
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

from homare.site.files_below import names_below
from homare.site.marker import MARKER, mark_whole
from homare.site.spare import take_apart
from homare.site.writing import FileMark, mark_of_file, remove_files

FILES = ("index.html", "cases/a/index.html", "cases/a/index.md", "cases/b/index.html", "data/cases.json")


@pytest.fixture
def spare(tmp_path: Path) -> Path:
    folder = tmp_path / "releases/20260101T000000"
    for name in FILES:
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(name, "utf-8")
    mark_whole(folder, names_below(folder), "made from something")
    return folder


def marks(folder: Path, *names: str) -> Mapping[str, FileMark]:
    return {name: mark_of_file(f"{folder}/{name}") for name in names}


def test_what_is_wanted_stays_and_all_else_goes(spare: Path, tmp_path: Path) -> None:
    wanted = {**marks(spare, *FILES[:3]), "cases/c/index.html": (1, 1)}
    size, changed = wanted["cases/a/index.md"]
    there = take_apart(spare, tmp_path / "site", {**wanted, "cases/b/index.html": (size, changed + 1)})
    assert sorted(there) == sorted(FILES[:3])
    assert names_below(tmp_path / "site") == set(FILES[:3])
    assert {path.name for path in (tmp_path / "site").rglob("*") if path.is_dir()} == {"cases", "a"}
    assert not spare.exists()


CHANGES: Mapping[str, Callable[[Path], object]] = {
    "put there": lambda folder: (folder / "cases/thesis.docx").write_text("years of work", "utf-8"),
    "put there long ago": lambda folder: os.utime(_put(folder / "CNAME"), (1, 1)),
    "changed": lambda folder: os.utime(folder / FILES[1], (2**33, 2**33)),
    "no whole one": lambda folder: (folder / MARKER).unlink(),
}


def _put(file: Path) -> Path:
    file.write_text("years of work", "utf-8")
    return file


@pytest.mark.parametrize("change", CHANGES.values(), ids=CHANGES.keys())
def test_a_release_in_which_somebody_has_put_or_changed_a_file_stays(
    spare: Path, tmp_path: Path, change: Callable[[Path], object]
) -> None:
    wanted = marks(spare, *FILES)
    change(spare)
    before = names_below(spare)
    assert not take_apart(spare, tmp_path / "site", wanted)
    assert names_below(spare) == before
    assert not (tmp_path / "site").exists()


def test_a_release_of_which_little_is_wanted_stays(spare: Path, tmp_path: Path) -> None:
    assert not take_apart(spare, tmp_path / "site", marks(spare, *FILES[:2]))
    assert (spare / MARKER).exists()


def test_a_release_that_the_system_does_not_let_go_stays(
    spare: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object) -> None:
        raise PermissionError(13, "The process cannot access the file")

    monkeypatch.setattr(Path, "rename", refuse)
    assert not take_apart(spare, tmp_path / "site", marks(spare, *FILES))
    assert (spare / MARKER).exists()


def test_folders_go_with_their_last_file_and_that_of_the_site_stays(spare: Path) -> None:
    remove_files(spare, [*FILES, MARKER])
    assert list(spare.iterdir()) == []
