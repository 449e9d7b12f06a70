"""A document of all cases is read line by line, and whatever is not as it was written is noticed."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from homare.exports.dataset import Dataset
from homare.exports.json_files import case_files
from homare.model.site_words import DEFAULT_SITE
from homare.site.counts import count_problems
from tests.exports.read_back import joined
from tests.pages.library import fixture_catalogue

CATALOGUE = fixture_catalogue()
FILES = joined(case_files(Dataset(CATALOGUE, DEFAULT_SITE)))


def parts_that_differ(folder: Path, name: str, content: bytes) -> set[str]:
    (folder / "data").mkdir(parents=True, exist_ok=True)
    (folder / "data" / name).write_bytes(content)
    return {problem.path for problem in count_problems(folder, CATALOGUE)} & {f"site/data/{name}"}


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("site")


@pytest.mark.parametrize("name", ["cases.json", "cases.jsonl"])
def test_what_was_written_passes(folder: Path, name: str) -> None:
    assert parts_that_differ(folder, name, FILES[name]) == set()


@given(st.data())
def test_a_document_that_was_cut_off_is_noticed_wherever_it_ends(folder: Path, data: st.DataObject) -> None:
    name = data.draw(st.sampled_from(["cases.json", "cases.jsonl"]))
    content = FILES[name].rstrip(b"\n")  # without its last line end it is still whole
    end = data.draw(st.integers(0, len(content) - 1))
    assert parts_that_differ(folder, name, content[:end])


@given(st.data())
def test_a_document_that_lacks_a_line_or_has_one_twice_is_noticed(folder: Path, data: st.DataObject) -> None:
    name = data.draw(st.sampled_from(["cases.json", "cases.jsonl"]))
    lines = FILES[name].splitlines(keepends=True)
    place = data.draw(st.integers(0, len(lines) - 1))
    changed = lines[:place] + lines[place : place + 1] * data.draw(st.sampled_from([0, 2])) + lines[place + 1 :]
    assert parts_that_differ(folder, name, b"".join(changed))


@given(st.data())
def test_a_sign_of_the_document_that_is_lost_is_noticed(folder: Path, data: st.DataObject) -> None:
    """The commas between the cases, the brackets around them, and the quotation marks."""
    content = FILES["cases.json"]
    places = [place for place, sign in enumerate(content) if sign in b'{}[]"'] + [
        place for place in range(len(content)) if content.startswith(b",\n", place)
    ]
    place = data.draw(st.sampled_from(places))
    changed = content[:place] + content[place + 1 :]
    assert parts_that_differ(folder, "cases.json", changed)


@pytest.mark.parametrize("content", [b"", b"\n", b"[]", b'{"cases": []}', b"null\n"])
def test_a_document_of_another_kind_is_noticed(folder: Path, content: bytes) -> None:
    assert parts_that_differ(folder, "cases.json", content)
