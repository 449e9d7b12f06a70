"""A search index is made anew when the text of a case has changed, and only then."""

from collections.abc import Callable
from pathlib import Path

import pytest

import homare.site.search.build
from tests.site.test_build import build_in, fingerprint, make_project


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A project whose site was built once."""
    project = make_project(tmp_path)
    assert build_in(project)[0]
    return project


@pytest.fixture
def indexed(monkeypatch: pytest.MonkeyPatch) -> list[list[str]]:
    """The ids of each library that Pagefind is asked to index from now on."""
    calls: list[list[str]] = []
    make = homare.site.search.build.build_index

    def build_index(names: list[str], *rest: object) -> object:
        calls.append(list(names))
        return make(names, *rest)  # type: ignore[arg-type]

    monkeypatch.setattr("homare.site.search.build.build_index", build_index)
    monkeypatch.setattr("homare.site.beside._can_fork", lambda: False)  # else the list is a copy's
    return calls


def edit(path: Path, old: str, new: str) -> None:
    text = path.read_text("utf-8")
    assert old in text
    path.write_text(text.replace(old, new), "utf-8")


def test_a_page_written_by_hand_needs_no_new_index(project: Path, indexed: list[list[str]]) -> None:
    edit(project / "docs/about/index.md", "# ", "# 改めて、")
    before = fingerprint(project / "site")
    assert build_in(project)[0]
    after = fingerprint(project / "site")
    assert indexed == []
    assert {name for name in before if before[name] != after[name]} >= {"about/index.html"}
    assert {name: mark for name, mark in before.items() if name.startswith("pagefind/")} == {
        name: mark for name, mark in after.items() if name.startswith("pagefind/")
    }


def test_changed_text_of_a_case_is_indexed(project: Path, indexed: list[list[str]]) -> None:
    edit(project / "cases/undated/old-loom.yaml", "title: ", "title: 改めて、")
    assert build_in(project)[0]
    assert len(indexed) == 1


def test_a_removed_case_leaves_the_index(project: Path, indexed: list[list[str]]) -> None:
    (project / "cases/undated/old-loom.yaml").unlink()
    built, problems = build_in(project)
    assert built, problems
    assert [len(names) for names in indexed] == [3]
    assert not list((project / "site").rglob("*old-loom*"))


@pytest.mark.parametrize("damage", [lambda file: file.write_bytes(b"PK"), lambda file: file.unlink()])
def test_a_lost_or_damaged_index_is_made_anew(
    project: Path, indexed: list[list[str]], damage: Callable[[Path], object]
) -> None:
    [kept] = (project / "build/search").iterdir()
    damage(kept)
    before = fingerprint(project / "site")
    assert build_in(project)[0]
    assert len(indexed) == 1
    assert fingerprint(project / "site") == before
