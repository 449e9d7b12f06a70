"""Our search index is the one that Pagefind would have written, cut into smaller files."""

import contextlib
import gzip
import importlib.util
import json
import sys
import unicodedata
from collections.abc import Callable, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from itertools import accumulate
from pathlib import Path
from tempfile import TemporaryDirectory

import cbor2
import pytest
from hypothesis import given
from hypothesis import strategies as st

from homare.site.search import index_layout, index_rows, proven_pagefind
from homare.site.search.case_text import Section
from homare.site.search.index_files import FILE_BYTES, write_index
from homare.site.search.index_layout import SIGNATURE, plain_form, read_packed, read_values
from homare.site.search.index_rows import IndexedPage
from homare.site.search.page_rows import encoded_rows, page_words, read_rows
from homare.site.search.pagefind_program import FOLDER, index_values, pagefind
from homare.site.search.proven_pagefind import kept_pagefind
from homare.site.search.tokens import index_word, tokens


@given(st.binary(max_size=40))
def test_what_is_no_index_file_is_refused_with_one_kind_of_error(data: bytes) -> None:
    with TemporaryDirectory() as folder, contextlib.suppress(ValueError):
        path = Path(folder) / "x.pf_index"
        path.write_bytes(gzip.compress(SIGNATURE + data))
        assert isinstance(read_values(path), list)


@given(st.binary(max_size=40))
def test_what_are_no_words_of_a_page_is_refused_with_one_kind_of_error(data: bytes) -> None:
    with contextlib.suppress(ValueError):
        assert isinstance(read_rows(data), Mapping)


def test_a_damaged_index_file_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "x.pf_index"
    path.write_bytes(gzip.compress(b"something else"))
    with pytest.raises(ValueError, match="not a Pagefind file"):
        read_packed(path)


def test_what_stands_behind_the_text_is_not_counted_as_length() -> None:
    page = page_words([Section("", "", ("本文",)), Section("sources", "出典", ("題名",))])
    assert len(page.tokens) == 6
    assert page.length == 3


def test_a_word_that_reads_like_a_spelled_sign_shares_its_places() -> None:
    found = page_words([Section("", "", (f"あ、{index_word('、')}、",))]).tokens
    words = [index_word(token) for token in found]
    assert words.count(index_word("、")) == 3
    assert encoded_rows(found) == encoded_rows(words)


@given(st.lists(st.sampled_from(["か", "が", "、", "abc", "qxdaab"]), max_size=500))
def test_a_page_brings_each_word_with_all_its_places(found: list[str]) -> None:
    rows = read_rows(encoded_rows(found))
    words = [index_word(token) for token in found]
    assert set(rows) == set(words)
    for word, row in rows.items():
        weight, *steps = cbor2.loads(row)
        assert weight == -25
        assert list(accumulate(steps)) == [place for place, other in enumerate(words) if other == word]


def in_the_order_of(index: Path, pages: Sequence[Sequence[str]]) -> list[Sequence[str]]:
    """Return the pages as Pagefind has put them in order."""
    addresses = {path.stem: json.loads(read_packed(path))["url"] for path in index.glob("fragment/*")}
    metadata = read_values(next(index.glob("*.pf_meta")))
    return [pages[int(addresses[name].strip("/").removesuffix(".html"))] for name, _ in metadata[1]]


def written(pages: Sequence[Sequence[str]], folder: Path) -> tuple[Path, Path]:
    """Return two indexes of pages of these words: Pagefind's and ours."""
    program, problems = pagefind(pages, folder)
    assert program, problems
    theirs, ours = folder / FOLDER, folder / "ours"
    ordered = in_the_order_of(theirs, pages)
    write_index(indexed_pages(ordered), program, ours)
    return theirs, ours


def indexed_pages(pages: Sequence[Sequence[str]]) -> list[IndexedPage]:
    """Return the pages as the index gets them."""
    return [
        IndexedPage(f"mark/{place}", len(words), partial(read_rows, encoded_rows(words)))
        for place, words in enumerate(pages)
    ]


@pytest.mark.parametrize("seed", range(3))
def test_of_any_words_our_index_holds_what_pagefinds_does(seed: int, tmp_path: Path) -> None:
    characters = [chr(0x3041 + (seed * 7919 + number * 31) % 24_000) for number in range(4000)]
    words = [index_word(token) for token in tokens("".join(characters))]
    pages = [words[start : start + 900 + 100 * seed] * (1 + seed) for start in range(0, len(words), 700)]
    theirs, ours = written([*pages, ["東京", "abc", "か", "が"]], tmp_path)
    assert index_values(ours) == index_values(theirs)


def test_every_character_stands_under_the_form_that_pagefind_gives_it(tmp_path: Path) -> None:
    known = (chr(code) for code in range(0x20, 0x2FFFF) if unicodedata.category(chr(code)) not in ("Cn", "Co", "Cs"))
    words = [index_word(token) for token in tokens(" ".join(known))]
    theirs, ours = written([words], tmp_path)
    assert len(set(words)) > 100_000
    assert index_values(ours) == index_values(theirs)
    assert plain_form("が") == "か"


def test_how_many_pages_are_gathered_at_once_shows_nowhere(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    pages = [["か", "が"], ["x"], [], ["か", "東京"], *[["か"] * number for number in range(40)], ["東京", "x"]]
    program, problems = pagefind(pages, tmp_path)
    assert program, problems
    indexed = indexed_pages(pages)
    for run in (1, 2, 7, 500):
        monkeypatch.setattr(index_rows, "_RUN", run)
        write_index(indexed, program, tmp_path / str(run))
    by_path = [content_of(tmp_path / str(run)) for run in (1, 2, 7, 500)]
    assert by_path[1:] == by_path[:1] * 3


def test_threads_that_encode_side_by_side_write_the_same_numbers() -> None:
    """Where processes cannot be copied (Windows, macOS), pages and the proof of Pagefind are encoded in two threads."""
    kept = sys.getswitchinterval()
    sys.setswitchinterval(1e-6)
    try:
        for _ in range(5):
            fresh = importlib.util.module_from_spec(index_layout.__spec__)
            index_layout.__spec__.loader.exec_module(fresh)
            with ThreadPoolExecutor(4) as threads:
                tables = list(threads.map(fresh.encoded_numbers, [2700, 3000, 2500, 2900]))
            tables.append(fresh.encoded_numbers(3000))
            assert all(list(map(cbor2.loads, table[:2500])) == list(range(2500)) for table in tables)
    finally:
        sys.setswitchinterval(kept)


def content_of(folder: Path) -> dict[str, bytes]:
    """Return every file below the folder by its path."""
    return {str(path.relative_to(folder)): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


@pytest.fixture(scope="module")
def index(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Our index of two cases with many characters."""
    text = "".join(chr(0x4E00 + number) for number in range(3000))
    texts = [page_words([Section("", "", (text + name, "産学官連携"))]).tokens for name in ("2020-a", "2020-b")]
    pages = [[index_word(token) for token in text] for text in texts]
    return written(pages, tmp_path_factory.mktemp("index"))[1]


def test_a_cut_index_has_small_files_that_its_list_names_in_order(index: Path) -> None:
    meta = read_values(next(index.glob("*.pf_meta")))
    assert [name for name, _ in meta[1]] == ["mark/0", "mark/1"]
    names = [name for _, _, name in meta[2]]
    assert len(names) > 10
    assert {path.stem for path in index.glob("index/*.pf_index")} == set(names)
    words = []
    for first, last, name in meta[2]:
        path = index / "index" / f"{name}.pf_index"
        [entries] = read_values(path)
        assert len(read_packed(path)) <= FILE_BYTES + 10 or len(entries) == 1
        assert (entries[0][0], entries[-1][0]) == (first, last)
        words += [entry[0] for entry in entries]
    assert words == sorted(words)


def test_only_what_the_site_asks_for_is_published(index: Path) -> None:
    [metadata] = index.glob("*.pf_meta")
    entry = json.loads((index / "pagefind-entry.json").read_bytes())
    assert metadata.name == f"pagefind.{entry['languages']['und']['hash']}.pf_meta"
    assert entry["languages"]["und"]["page_count"] == 2
    names = {path.name for path in index.iterdir()}
    assert names == {"pagefind.js", "wasm.unknown.pagefind", "pagefind-entry.json", "index", metadata.name}


def no_pagefind(*_: object) -> object:
    raise AssertionError("Pagefind was run")


def test_pagefind_is_asked_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    first, problems = kept_pagefind(tmp_path / "kept")
    assert first, problems
    monkeypatch.setattr(proven_pagefind, "pagefind", no_pagefind)
    assert kept_pagefind(tmp_path / "kept") == (first, [])


@pytest.mark.parametrize("damage", [lambda file: file.write_bytes(b"PK"), lambda file: file.unlink()])
def test_what_was_kept_of_pagefind_and_is_damaged_is_made_anew(
    damage: Callable[[Path], object], tmp_path: Path
) -> None:
    first = kept_pagefind(tmp_path / "kept")
    damage(tmp_path / "kept")
    assert kept_pagefind(tmp_path / "kept") == first


def test_a_pagefind_that_would_write_something_else_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(proven_pagefind, "encoded_rows", lambda words: encoded_rows(reversed(words)))
    found, problems = kept_pagefind(tmp_path / "kept")
    assert found is None
    assert [problem.rule for problem in problems] == ["search-index"]
    assert not (tmp_path / "kept").exists()


@pytest.mark.parametrize("layout", [[], ["2.0.0", [], []], ["2.0.0", [["a", "b", "c"]], [], []], {"version": "2.0.0"}])
def test_a_pagefind_of_another_layout_is_a_problem_and_no_traceback(
    layout: object, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def values(path: Path) -> object:
        return layout if path.suffix == ".pf_meta" else read_values(path)

    monkeypatch.setattr("homare.site.search.pagefind_program.read_values", values)
    found, problems = kept_pagefind(tmp_path / "kept")
    assert found is None
    assert [problem.rule for problem in problems] == ["search-index"]
    assert list(tmp_path.iterdir()) == []
