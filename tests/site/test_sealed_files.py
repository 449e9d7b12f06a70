"""What builds keep for the next one is read only when it is whole, and made from the same."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from homare.site.sealed_files import read_sealed, write_sealed, write_sealed_pieces


def test_what_comes_in_pieces_is_kept_like_what_comes_whole(tmp_path: Path) -> None:
    """A longer file that was there is cut."""
    kept, other = tmp_path / "kept", tmp_path / "other"
    write_sealed_pieces(kept, "records", [b"a longer", b" text"])
    assert read_sealed(kept, "records") == b"a longer text"
    write_sealed_pieces(kept, "records", [b"short", b"", b"er"])
    write_sealed(other, "records", b"shorter")
    assert kept.read_bytes() == other.read_bytes()
    assert read_sealed(kept, "other records") is None


@given(st.lists(st.binary(max_size=20), max_size=4), st.data())
def test_a_torn_file_is_none(
    tmp_path_factory: pytest.TempPathFactory, pieces: list[bytes], data: st.DataObject
) -> None:
    whole = b"".join(pieces)
    path = tmp_path_factory.mktemp("sealed") / "kept"
    write_sealed_pieces(path, "records", pieces)
    assert read_sealed(path, "records") == whole
    content = path.read_bytes()
    path.write_bytes(content[: data.draw(st.integers(0, len(content) - 1))])
    assert read_sealed(path, "records") is None


def test_a_file_whose_writing_was_cut_off_is_none(tmp_path: Path) -> None:
    def cut_off() -> Iterator[bytes]:
        yield b"begun"
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        write_sealed_pieces(tmp_path / "kept", "records", cut_off())
    assert (tmp_path / "kept").exists()
    assert read_sealed(tmp_path / "kept", "records") is None
