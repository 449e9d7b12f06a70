"""The staged docs hold exactly what belongs there, and what did not change is not touched."""

from pathlib import Path

import pytest

from homare.pages.page import Page
from homare.site.staging import desired_files, stage


def content(folder: Path) -> dict[str, bytes]:
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def test_made_pages_and_hand_written_files_stand_side_by_side(tmp_path: Path) -> None:
    (tmp_path / "about").mkdir()
    (tmp_path / "about/index.md").write_text("about", "utf-8")
    (tmp_path / "image.png").write_bytes(b"\x89PNG")
    files = desired_files([Page("a/", "題", "説明", "本文")], tmp_path)
    assert set(files) == {"about/index.md", "image.png", "a/index.md"}
    assert files["image.png"] == b"\x89PNG"
    assert files["a/index.md"].decode().endswith("本文\n")


def test_a_made_page_wins_over_a_file_of_the_same_name(tmp_path: Path) -> None:
    (tmp_path / "index.md").write_text("by hand", "utf-8")
    assert "made" in desired_files([Page("", "題", "説明", "made")], tmp_path)["index.md"].decode()


def test_afterwards_the_folder_holds_exactly_these_files(tmp_path: Path) -> None:
    files = {"a/b/index.md": b"1", "c.md": b"2"}
    stage({"old/deep/index.md": b"x", "a/old.md": b"x", "c.md": b"x"}, tmp_path)
    stage(files, tmp_path)
    assert content(tmp_path) == files
    assert {path.name for path in tmp_path.rglob("*") if path.is_dir()} == {"a", "b"}


def test_what_did_not_change_is_not_written(tmp_path: Path) -> None:
    stage({"same.md": b"1", "other.md": b"1"}, tmp_path)
    before = (tmp_path / "same.md").stat().st_mtime_ns, (tmp_path / "same.md").stat().st_ino
    stage({"same.md": b"1", "other.md": b"2"}, tmp_path)
    assert ((tmp_path / "same.md").stat().st_mtime_ns, (tmp_path / "same.md").stat().st_ino) == before
    assert (tmp_path / "other.md").read_bytes() == b"2"


@pytest.mark.parametrize(("first", "then"), [({"a": b"1"}, {"a/b": b"1"}), ({"a/b": b"1"}, {"a": b"1"})])
def test_a_file_may_become_a_folder_and_a_folder_a_file(
    tmp_path: Path, first: dict[str, bytes], then: dict[str, bytes]
) -> None:
    stage(first, tmp_path)
    stage(then, tmp_path)
    assert content(tmp_path) == then
