"""A document of all cases is read line by line, and whatever is not as it was written is noticed."""

import gzip
import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from homare.exports.dataset import Dataset
from homare.exports.json_files import CASES_JSON, CASES_JSON_LINES
from homare.model.site_words import DEFAULT_SITE
from homare.site.counts import count_checks
from homare.site.search.browser_data import case_lines
from tests.exports.read_back import whole
from tests.pages.library import fixture_catalogue

CATALOGUE = fixture_catalogue()
WHOLE, LINES, SEARCH = "data/cases.json", "data/cases.jsonl", "assets/search/cases.json.gz"
DATASET = Dataset(CATALOGUE, DEFAULT_SITE)
FILES = {
    WHOLE: whole(CASES_JSON, DATASET),
    LINES: whole(CASES_JSON_LINES, DATASET),
    SEARCH: b"".join(case_lines(CATALOGUE, dict.fromkeys(CATALOGUE.by_id, 1))),
}


def parts_that_differ(folder: Path, name: str, content: bytes) -> set[str]:
    (folder / name).parent.mkdir(parents=True, exist_ok=True)
    (folder / name).write_bytes(gzip.compress(content) if name == SEARCH else content)
    return {problem.path for check in count_checks(folder, CATALOGUE) for problem in check()} & {f"site/{name}"}


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("site")


@pytest.mark.parametrize("name", [WHOLE, LINES, SEARCH])
def test_what_was_written_passes(folder: Path, name: str) -> None:
    assert parts_that_differ(folder, name, FILES[name]) == set()


@given(st.data())
def test_a_document_that_was_cut_off_is_noticed_wherever_it_ends(folder: Path, data: st.DataObject) -> None:
    name = data.draw(st.sampled_from([WHOLE, LINES, SEARCH]))
    content = FILES[name].rstrip(b"\n")  # without its last line end it is still whole
    end = data.draw(st.integers(0, len(content) - 1))
    assert parts_that_differ(folder, name, content[:end])


@given(st.data())
def test_a_document_that_lacks_a_line_or_has_one_twice_is_noticed(folder: Path, data: st.DataObject) -> None:
    name = data.draw(st.sampled_from([WHOLE, LINES, SEARCH]))
    lines = FILES[name].splitlines(keepends=True)
    place = data.draw(st.integers(0, len(lines) - 1))
    changed = lines[:place] + lines[place : place + 1] * data.draw(st.sampled_from([0, 2])) + lines[place + 1 :]
    assert parts_that_differ(folder, name, b"".join(changed))


def signs_of(content: bytes) -> list[int]:
    """Return the places of the signs of a document: brackets and quotation marks, and the commas at the ends of lines.

    What stands in a text is none of them.
    """
    pieces = re.finditer(rb'"(?:[^"\\]|\\.)*"|[{}\[\]]|,(?=\n)', content)
    return sorted({place for piece in pieces for place in (piece.start(), piece.end() - 1)})


@given(st.data())
def test_a_sign_of_the_document_that_is_lost_is_noticed(folder: Path, data: st.DataObject) -> None:
    name = data.draw(st.sampled_from([WHOLE, SEARCH]))
    place = data.draw(st.sampled_from(signs_of(FILES[name])))
    assert parts_that_differ(folder, name, FILES[name][:place] + FILES[name][place + 1 :])


@pytest.mark.parametrize("name", [WHOLE, SEARCH])
@pytest.mark.parametrize("content", [b"", b"\n", b"[]", b'{"cases": []}', b"null\n"])
def test_a_document_of_another_kind_is_noticed(folder: Path, name: str, content: bytes) -> None:
    assert parts_that_differ(folder, name, content)
