"""Pagefind's index, cut into smaller files, is the same index."""

import contextlib
import gzip
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given
from hypothesis import strategies as st

from homare.site.search.case_text import Section
from homare.site.search.chunks import CHUNK_BYTES, SIGNATURE, read_packed, read_values
from homare.site.search.pagefind_index import build_index, page_words, search_copy
from homare.site.writing import write_file


@given(st.binary(max_size=40))
def test_what_is_no_index_file_is_refused_with_one_kind_of_error(data: bytes) -> None:
    with TemporaryDirectory() as folder, contextlib.suppress(ValueError):
        path = Path(folder) / "x.pf_index"
        path.write_bytes(gzip.compress(SIGNATURE + data))
        assert isinstance(read_values(path), list)


def test_a_damaged_index_file_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "x.pf_index"
    path.write_bytes(gzip.compress(b"something else"))
    with pytest.raises(ValueError, match="not a Pagefind file"):
        read_packed(path)


@pytest.fixture(scope="module")
def index(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An index of two cases with many characters, not yet cut."""
    site = tmp_path_factory.mktemp("site")
    text = "".join(chr(0x4E00 + number) for number in range(3000))
    names, copies = ["2020-a", "2020-b"], tmp_path_factory.mktemp("copies")
    for name in names:
        words = page_words([Section("", "", (text + name, "産学官連携"))])
        write_file(copies / f"{name}.html", search_copy(words).encode())
    assert build_index(names, copies, site, "mark") == []
    return site / "pagefind"


def test_what_stands_behind_the_text_is_not_counted_as_length() -> None:
    page = page_words([Section("", "", ("本文",)), Section("sources", "出典", ("題名",))])
    assert len(page.words) == 6
    assert page.length == 3


def test_a_cut_index_has_small_files_that_its_list_names_in_order(index: Path) -> None:
    meta = read_values(next(index.glob("*.pf_meta")))
    assert sorted(name for name, _ in meta[1]) == ["mark/0", "mark/1"]
    names = [name for _, _, name in meta[2]]
    assert len(names) > 10
    assert {path.stem for path in index.glob("index/*.pf_index")} == set(names)
    words = []
    for first, last, name in meta[2]:
        path = index / "index" / f"{name}.pf_index"
        [entries] = read_values(path)
        assert len(read_packed(path)) <= CHUNK_BYTES + 200 or len(entries) == 1
        assert (entries[0][0], entries[-1][0]) == (first, last)
        words += [entry[0] for entry in entries]
    assert words == sorted(words, key=str.encode)


def test_what_the_site_never_asks_for_is_not_published(index: Path) -> None:
    names = {path.name for path in index.iterdir()}
    assert {"pagefind.js", "pagefind-entry.json", "index"} <= names
    assert not any("ui" in name or "fragment" in name or "worker" in name for name in names)
