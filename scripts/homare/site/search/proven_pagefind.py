"""Pagefind as a build may use it: proven, by two small pages, to read what we write, and kept for later builds."""

import shutil
from functools import partial
from importlib.metadata import version
from pathlib import Path

import cbor2

from homare.problems import Problem
from homare.site.sealed_files import mark_of, read_sealed, write_sealed
from homare.site.search import compression, index_files, index_layout, index_rows, page_rows, pagefind_program
from homare.site.search.index_files import write_index
from homare.site.search.index_rows import IndexedPage
from homare.site.search.page_rows import encoded_rows, read_rows
from homare.site.search.pagefind_program import FOLDER, Pagefind, failed, index_values, pagefind

PROOF = (["東京", "か", "が", "か", "qxe", "ガ", *["な"] * 300], ["か", "abc", "한", "か"])
"""The words of two pages: all that the layout knows is in them. They differ in length, by which they are told apart."""
_PROVEN = (compression, index_files, index_layout, index_rows, page_rows, pagefind_program)
"""The modules that the proof is about: when one changes, it is given again."""


def kept_pagefind(kept: Path) -> tuple[Pagefind | None, list[Problem]]:
    """Return what of Pagefind runs in the browser, from the file `kept` where an earlier build has left it there.

    None, with the problem, when Pagefind cannot be run or its index is not what we would write. Raises OSError when
    the disk refuses.
    """
    code = [Path(str(module.__file__)).read_bytes() for module in _PROVEN]
    made_from = mark_of([version("pagefind-bin"), *code])
    content = read_sealed(kept, made_from)
    if content is not None:
        return Pagefind(*cbor2.loads(content)), []
    folder = kept.with_suffix(".proof")
    shutil.rmtree(folder, ignore_errors=True)  # that of a build that was cut off
    folder.mkdir(parents=True)
    try:
        found, problems = _proven(folder)
    finally:
        shutil.rmtree(folder, ignore_errors=True)
    if found:
        write_sealed(kept, made_from, cbor2.dumps([found.files, found.entry]))
    return found, problems


def _proven(folder: Path) -> tuple[Pagefind | None, list[Problem]]:
    """Run Pagefind over the proof, in `folder`; whatever it writes that we would not is a problem."""
    found, problems = pagefind(PROOF, folder)
    if found is None:
        return None, problems
    try:
        same = _writes_the_same(found, folder)
    except (ValueError, LookupError, TypeError, StopIteration):
        same = False
    return (found, []) if same else (None, [failed("Pagefind の索引の形が、知っているものとちがいます")])


def _writes_the_same(found: Pagefind, folder: Path) -> bool:
    """Return whether our index of the proof holds what Pagefind's, in the folder, does."""
    theirs = index_values(folder / FOLDER)
    by_length = {len(words): words for words in PROOF}
    if sorted(theirs.lengths) != sorted(by_length):
        return False
    rows = {size: read_rows(encoded_rows(words)) for size, words in by_length.items()}
    pages = [IndexedPage(str(size), size, partial(rows.__getitem__, size)) for size in theirs.lengths]
    write_index(pages, found, folder / "ours")
    return index_values(folder / "ours") == theirs
