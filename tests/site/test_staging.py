"""The staged docs hold exactly what belongs there, and what did not change is not touched."""

import sys
from pathlib import Path

import pytest

from homare.site.staging import clear, links_out_of, stage, written_by_hand


def put(files: dict[str, bytes], folder: Path) -> None:
    """Make `folder` hold exactly `files`, as a build does."""
    stage(files, folder)
    clear(folder, files)


def test_what_was_written_by_hand_is_taken_as_it_is(tmp_path: Path) -> None:
    (tmp_path / "about").mkdir()
    (tmp_path / "about/index.md").write_text("about", "utf-8")
    (tmp_path / "image.png").write_bytes(b"\x89PNG")
    assert written_by_hand(tmp_path) == {"about/index.md": b"about", "image.png": b"\x89PNG"}


@pytest.mark.skipif(sys.platform == "win32", reason="Windows lets few users make links")
def test_links_that_lead_out_are_told(tmp_path: Path) -> None:
    docs = tmp_path / "docs"
    (docs / "about").mkdir(parents=True)
    (tmp_path / "secret.txt").touch()
    (docs / "about/index.md").touch()
    (docs / "same.md").symlink_to("about/index.md")
    (docs / "about/out.txt").symlink_to("../../secret.txt")
    (docs / "nowhere.txt").symlink_to("editor@machine.1234")
    assert links_out_of(docs) == ["about/out.txt"]


def test_afterwards_the_folder_holds_exactly_these_files(tmp_path: Path) -> None:
    files = {"a/b/index.md": b"1", "c.md": b"2"}
    put({"old/deep/index.md": b"x", "a/old.md": b"x", "c.md": b"x"}, tmp_path)
    put(files, tmp_path)
    assert written_by_hand(tmp_path) == files
    assert {path.name for path in tmp_path.rglob("*") if path.is_dir()} == {"a", "b"}


def test_what_did_not_change_is_not_written(tmp_path: Path) -> None:
    put({"same.md": b"1", "other.md": b"1"}, tmp_path)
    before = (tmp_path / "same.md").stat().st_mtime_ns, (tmp_path / "same.md").stat().st_ino
    put({"same.md": b"1", "other.md": b"2"}, tmp_path)
    assert ((tmp_path / "same.md").stat().st_mtime_ns, (tmp_path / "same.md").stat().st_ino) == before
    assert (tmp_path / "other.md").read_bytes() == b"2"


@pytest.mark.parametrize(
    ("first", "then"),
    [
        ({"a": b"1"}, {"a/b": b"1"}),
        ({"a/b": b"1"}, {"a": b"1"}),
        ({"a/b/c": b"1", "d": b"2"}, {"a": b"1", "d/e/f": b"2"}),
    ],
)
def test_a_file_may_become_a_folder_and_a_folder_a_file(
    tmp_path: Path, first: dict[str, bytes], then: dict[str, bytes]
) -> None:
    put(first, tmp_path)
    put(then, tmp_path)
    assert written_by_hand(tmp_path) == then
