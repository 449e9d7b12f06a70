"""Files from the disk: those that nobody holds are what they were when their folder was first read, or say so."""

import pickle
import stat
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from homare.records.decoding import LARGEST_RECORD
from homare.records.digest import digest_of
from homare.records.disk import FileChangedError, UnheldFiles, read_folder, write_files, write_whole
from tests.libraries import EXAMPLES


def test_files_that_nobody_holds_are_those_of_the_folder() -> None:
    files = UnheldFiles(EXAMPLES / "library", {})
    assert dict(files) == read_folder(EXAMPLES / "library")
    assert list(files) == list(read_folder(EXAMPLES / "library"))
    assert len(files) == len(files.digests) > 0


@pytest.mark.parametrize("more", [-1, 0, 1, 1_000_000])
def test_a_file_whose_digest_is_known_is_read_when_it_is_asked_for(tmp_path: Path, more: int) -> None:
    (tmp_path / "a.yaml").write_bytes(b"#" * (LARGEST_RECORD + more))
    known = {"a.yaml": digest_of((tmp_path / "a.yaml").read_bytes())}
    assert UnheldFiles(tmp_path, known).digests == UnheldFiles(tmp_path, {}).digests
    assert dict(UnheldFiles(tmp_path, known)) == read_folder(tmp_path)


@pytest.mark.parametrize("more", [-1, 0, 1, 1_000_000])
def test_of_a_large_file_no_more_is_read_than_shows_that_it_is(tmp_path: Path, more: int) -> None:
    (tmp_path / "a.yaml").write_bytes(b"#" * (LARGEST_RECORD + more))
    assert len(read_folder(tmp_path)["a.yaml"]) == LARGEST_RECORD + min(more, 1)


CHANGES: list[Callable[[Path], object]] = [
    lambda file: file.write_text("other", "utf-8"),
    lambda file: file.unlink(),
]


@pytest.mark.parametrize("change", CHANGES, ids=["written over", "gone"])
def test_a_file_that_has_changed_meanwhile_says_so(tmp_path: Path, change: Callable[[Path], object]) -> None:
    (tmp_path / "a.yaml").write_text("first", "utf-8")
    files = UnheldFiles(tmp_path, {})
    assert files["a.yaml"] == b"first"
    change(tmp_path / "a.yaml")
    with pytest.raises(FileChangedError, match=r"書きかえられました（.*a\.yaml）") as caught:
        files["a.yaml"]
    assert str(pickle.loads(pickle.dumps(caught.value))) == str(caught.value)


def test_a_file_that_has_changed_since_its_digest_was_taken_says_so(tmp_path: Path) -> None:
    (tmp_path / "a.yaml").write_text("first", "utf-8")
    with pytest.raises(FileChangedError, match="書きかえられました"):
        UnheldFiles(tmp_path, {"a.yaml": digest_of(b"before")})["a.yaml"]


def test_a_folder_with_other_files_says_so(tmp_path: Path) -> None:
    (tmp_path / "a.yaml").write_text("first", "utf-8")
    files = UnheldFiles(tmp_path, {})
    (tmp_path / "a.yaml").write_text("another text", "utf-8")
    files.ask_again()
    (tmp_path / "b.yaml").write_text("second", "utf-8")
    with pytest.raises(FileChangedError, match="足されたか消されました"):
        files.ask_again()


MEANWHILE: list[tuple[str, dict[str, bytes | None], Callable[[Path], object]]] = [
    ("written over", {"a.yaml": b"new"}, lambda folder: (folder / "a.yaml").write_bytes(b"of another")),
    ("gone", {"a.yaml": b"new"}, lambda folder: (folder / "a.yaml").unlink()),
    ("there by now", {"b.yaml": b"new"}, lambda folder: (folder / "b.yaml").write_bytes(b"of another")),
    ("to be deleted", {"a.yaml": None}, lambda folder: (folder / "a.yaml").write_bytes(b"of another")),
]


@pytest.mark.parametrize(("files", "change"), [row[1:] for row in MEANWHILE], ids=[row[0] for row in MEANWHILE])
def test_nothing_is_written_over_what_has_changed_meanwhile(
    tmp_path: Path, files: dict[str, bytes | None], change: Callable[[Path], object]
) -> None:
    (tmp_path / "a.yaml").write_bytes(b"old")
    known = read_folder(tmp_path)
    change(tmp_path)
    now = read_folder(tmp_path)
    with pytest.raises(FileChangedError, match="待っているあいだに書きかえられました"):
        write_files(tmp_path, {"0.yaml": b"comes first", **files}, known)
    assert read_folder(tmp_path) == now


@pytest.mark.skipif(sys.platform == "win32", reason="Windows lets few users make links, and has no such modes")
def test_a_file_behind_a_link_is_written_and_stays_open_to_whom_it_was(tmp_path: Path) -> None:
    shared, link = tmp_path / "shared" / "a.yaml", tmp_path / "a.yaml"
    shared.parent.mkdir()
    shared.write_bytes(b"old")
    shared.chmod(0o664)
    link.symlink_to(shared)
    write_whole(link, b"new")
    assert link.is_symlink()
    assert shared.read_bytes() == b"new"
    assert stat.S_IMODE(shared.stat().st_mode) == 0o664
    assert [path.name for path in shared.parent.iterdir()] == ["a.yaml"]
