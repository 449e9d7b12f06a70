"""Other libraries of the settings: only plain names and addresses reach the pages and their policy."""

import pytest

from homare.site.libraries import library_problems


def entries(*libraries: object) -> dict[str, object]:
    return {"homare": {"libraries": list(libraries)}}


@pytest.mark.parametrize(
    "url",
    [
        "https://example.jp/kyushu/",
        "https://kyushu.example.jp/",
        "https://example.jp:8443/a/b/",
        "http://127.0.0.1:8000/kyushu/",
        "http://localhost:8000/",
        "/kyushu/",
    ],
)
def test_an_address_of_a_library_is_a_folder_on_a_host(url: str) -> None:
    assert library_problems(entries({"name": "九州の事例集", "url": url}), "mkdocs.yml") == []


@pytest.mark.parametrize(
    "entry",
    [
        {"name": "九州", "url": "https://example.jp/kyushu"},
        {"name": "九州", "url": "http://example.jp/"},
        {"name": "九州", "url": "//example.jp/"},
        {"name": "九州", "url": "javascript:alert(1)/"},
        {"name": "九州", "url": "https://example.jp/; script-src *"},
        {"name": "九州", "url": "https://*/"},
        {"name": "九州", "url": "https://example.jp/'/"},
        {"name": "九州", "url": "kyushu/"},
        {"name": "", "url": "/kyushu/"},
        {"name": "名" * 61, "url": "/kyushu/"},
        {"name": "二行\nの名前", "url": "/kyushu/"},
        {"name": 9, "url": "/kyushu/"},
        {"name": "九州"},
        {"name": "九州", "url": "/kyushu/", "key": "x"},
        "/kyushu/",
    ],
)
def test_anything_else_is_refused_and_says_what_to_write(entry: object) -> None:
    [problem] = library_problems(entries(entry), "mkdocs.yml")
    assert (problem.path, problem.rule) == ("mkdocs.yml", "other-library")
    assert "https://example.jp/kyushu/" in problem.hint.ja


def test_a_single_library_that_is_not_in_a_list_is_refused() -> None:
    [problem] = library_problems({"homare": {"libraries": {"name": "九州", "url": "/kyushu/"}}}, "mkdocs.yml")
    assert problem.rule == "other-library"


def test_no_library_is_no_problem() -> None:
    assert library_problems({}, "mkdocs.yml") == []
    assert library_problems({"homare": {"libraries": None}}, "mkdocs.yml") == []
