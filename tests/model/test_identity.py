"""A case's id is its path: which paths are one, and which can never be."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from homare.model.identity import case_files


@pytest.mark.parametrize("path", ["2020/abc.yaml", "undated/a-1.yaml", "2012/a" + "b" * 40 + ".yaml"])
def test_a_plain_path_is_an_id(path: str) -> None:
    known, problems = case_files([path])
    assert problems == []
    assert known == {path.removesuffix(".yaml").replace("/", "-"): path}


@pytest.mark.parametrize(
    "name",
    [
        "P1",
        "p1-Ä",
        "Ａ１",
        "ab",
        "a" * 42,
        "a" * 300,
        "1abc",
        "-abc",
        "a_b",
        "a b",
        "a.b",
        "か\u3099",
        "con",
        "nul",
        "aux",
        "com1",
        "lpt9",
        "index",
        "abc\u200b",
        ".git",
        "..",
        "a\\b",
        "ABC",
        "abc\n",
    ],
)
def test_a_name_that_some_system_cannot_keep_apart_is_refused(name: str) -> None:
    known, problems = case_files([f"2020/{name}.yaml"])
    assert known == {}
    assert [problem.rule for problem in problems] == ["bad-name"]


@pytest.mark.parametrize("name", ["abc.yml", "abc.YAML", "abc.Yml"])
def test_one_record_has_one_ending_so_that_no_two_files_share_an_id(name: str) -> None:
    known, problems = case_files(["2020/abc.yaml", f"2020/{name}"])
    assert known == {"2020-abc": "2020/abc.yaml"}
    assert [problem.rule for problem in problems] == ["bad-name"]


@pytest.mark.parametrize(
    "path",
    [
        "abc.yaml",
        "20/abc.yaml",
        "20201/abc.yaml",
        "２０２０/abc.yaml",
        "2020/deep/abc.yaml",
        "Undated/abc.yaml",
        "../abc.yaml",
        "/etc/abc.yaml",
        ".git/abc.yaml",
    ],
)
def test_a_file_elsewhere_is_misplaced(path: str) -> None:
    known, problems = case_files([path])
    assert known == {}
    assert [problem.rule for problem in problems] == ["misplaced-file"]


@pytest.mark.parametrize(
    "path", ["vocabulary/themes.yaml", "vocabulary/P1.yaml", "2020/notes.txt", "schema.json", "README.md"]
)
def test_what_is_no_record_is_left_alone(path: str) -> None:
    assert case_files([path]) == ({}, [])


@given(st.lists(st.text(max_size=20).map(lambda name: f"2020/{name}.yaml"), max_size=8))
def test_ids_are_plain_unique_and_stay_so_on_systems_that_ignore_case(paths: list[str]) -> None:
    known, _ = case_files(paths)
    assert len({case_id.casefold() for case_id in known}) == len(known)
    assert all(case_id.isascii() and "/" not in case_id and ".." not in case_id for case_id in known)
