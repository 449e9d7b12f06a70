"""Files that come piece by piece are written whole or not at all."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from homare.exports.pieces import Piece
from homare.site.piece_files import write_pieces


def test_files_whose_pieces_come_in_turn_are_each_written_whole(tmp_path: Path) -> None:
    pieces = [
        Piece("a/long", b"1", goes_on=True),
        Piece("short", b"x"),
        Piece("a/other", b"2", goes_on=True),
        Piece("a/long", b"3"),
        Piece("a/other", b""),
    ]
    write_pieces(tmp_path, pieces)
    written = {path.name: path.read_bytes() for path in tmp_path.rglob("*") if path.is_file()}
    assert written == {"long": b"13", "other": b"2", "short": b"x"}


def test_a_file_that_is_cut_off_leaves_the_earlier_one(tmp_path: Path) -> None:
    (tmp_path / "long").write_bytes(b"earlier")

    def pieces() -> Iterator[Piece]:
        yield Piece("long", b"1", goes_on=True)
        raise OSError("the disk is full")

    with pytest.raises(OSError, match="full"):
        write_pieces(tmp_path, pieces())
    assert [(path.name, path.read_bytes()) for path in tmp_path.iterdir()] == [("long", b"earlier")]
