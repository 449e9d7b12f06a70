"""A build is skipped only when nothing that the site is made from has changed."""

import os
import shutil
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from homare.records.disk import read_folder
from homare.site.files_below import names_below
from homare.site.inputs import code_fingerprint, inputs, is_current, with_records
from homare.site.marker import MARKER, finish, mark_whole


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A project with one record, one session, one page and the settings."""
    for path in ("cases/2020/a.yaml", "cases/vocabulary/themes.yaml", "sessions/one.yaml", "docs/about/index.md"):
        (tmp_path / path).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / path).write_text(path, "utf-8")
    for path in ("mkdocs.yml", "requirements.lock"):
        (tmp_path / path).write_text(path, "utf-8")
    return tmp_path


CHANGES: dict[str, Callable[[Path], object]] = {
    "a record": lambda root: (root / "cases/2020/a.yaml").write_text("other", "utf-8"),
    "a record renamed": lambda root: (root / "cases/2020/a.yaml").rename(root / "cases/2020/b.yaml"),
    "a record gone": lambda root: (root / "cases/2020/a.yaml").unlink(),
    "a new record": lambda root: (root / "cases/2020/b.yaml").write_text("", "utf-8"),
    "a term": lambda root: (root / "cases/vocabulary/themes.yaml").write_text("other", "utf-8"),
    "a session": lambda root: (root / "sessions/one.yaml").write_text("other", "utf-8"),
    "a page": lambda root: (root / "docs/about/index.md").write_text("other", "utf-8"),
    "a page moved": lambda root: (root / "docs/about").rename(root / "docs/else"),
    "the settings": lambda root: (root / "mkdocs.yml").write_text("other", "utf-8"),
    "the packages": lambda root: (root / "requirements.lock").write_text("other", "utf-8"),
}


@pytest.mark.parametrize("change", CHANGES.values(), ids=CHANGES.keys())
def test_a_change_is_seen(project: Path, change: Callable[[Path], object]) -> None:
    before = inputs(project, project / "cases").fingerprint
    change(project)
    assert inputs(project, project / "cases").fingerprint != before


@pytest.mark.parametrize("name", ["HOMARE_SITE_URL", "HOMARE_REPOSITORY_URL", "SOURCE_DATE_EPOCH"])
def test_the_address_and_the_date_count(project: Path, name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    before = inputs(project, project / "cases").fingerprint
    monkeypatch.setenv(name, "1")
    assert inputs(project, project / "cases").fingerprint != before


def test_a_file_that_was_only_touched_is_the_same(project: Path) -> None:
    before = inputs(project, project / "cases").fingerprint
    os.utime(project / "cases/2020/a.yaml", (1, 1))
    assert inputs(project, project / "cases").fingerprint == before


@pytest.mark.skipif(sys.platform == "win32", reason="Windows lets few users make links, and has no pipes among files")
def test_what_is_no_file_is_none_of_the_inputs(project: Path) -> None:
    """Emacs marks a file that is open by a link that leads nowhere; a pipe is waited for; a link up never ends."""
    before = inputs(project, project / "cases").fingerprint
    for folder in (project / "cases/2020", project / "docs"):
        (folder / ".#a.yaml").symlink_to("editor@machine.1234")
        (folder / "up").symlink_to("..")
        os.mkfifo(folder / "pipe.yaml")
    assert inputs(project, project / "cases").fingerprint == before


def test_another_folder_with_the_same_content_is_the_same(
    project: Path, tmp_path_factory: pytest.TempPathFactory
) -> None:
    other = project.rename(tmp_path_factory.mktemp("elsewhere") / "project")
    before = inputs(other, other / "cases").fingerprint
    other.rename(project)
    assert inputs(project, project / "cases").fingerprint == before


def test_a_site_is_current_by_its_marker(tmp_path: Path) -> None:
    assert not is_current(tmp_path, "a")
    (tmp_path / MARKER).write_text("a", "utf-8")
    assert is_current(tmp_path, "a")
    assert not is_current(tmp_path, "b")


def test_a_site_that_lacks_a_file_is_not_current(tmp_path: Path) -> None:
    site = tmp_path / "site"
    for name in ("index.html", "cases/a/index.html", "cases/b/index.html"):
        (site / name).parent.mkdir(parents=True, exist_ok=True)
        (site / name).touch()
    mark_whole(site, names_below(site), "a")
    finish(site, tmp_path / "none")
    assert is_current(site, "a")
    (site / "cases/desktop.ini").touch()  # what others put there is no reason to build
    assert is_current(site, "a")
    (site / "cases/a/index.html").unlink()
    assert not is_current(site, "a")
    (site / "cases/a/index.html").touch()
    assert is_current(site, "a")
    shutil.rmtree(site / "cases/b")
    assert not is_current(site, "a")


def test_what_was_read_already_tells_the_same(project: Path) -> None:
    found = inputs(project, project / "cases")
    assert {path for path in found.digests if path.endswith(".yaml")} == set(read_folder(project / "cases"))
    code = code_fingerprint(project)
    for known in ({}, found.digests):
        assert with_records(code, project / "cases", False, known) == found.fingerprint
