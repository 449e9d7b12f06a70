"""`homare build` as its users meet it: whole or not at all, and never a traceback."""

import os
import stat
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from homare.cli.main import homare
from homare.model.site_words import OFFLINE_FILE
from homare.site.inputs import Inputs
from tests.libraries import SMALLEST, write_library


def build(library: Path, out: Path) -> Result:
    return CliRunner().invoke(homare, ["build", "--cases", str(library), "--out", str(out)])


def contents(folder: Path) -> dict[str, bytes]:
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


@pytest.fixture
def library(tmp_path: Path) -> Path:
    return write_library(tmp_path / "cases", {})


def test_a_library_of_one_record_becomes_a_site(library: Path, tmp_path: Path) -> None:
    result = build(library, tmp_path / "site")
    assert result.exit_code == 0, result.output
    assert "1件の事例から" in result.output
    assert (tmp_path / "site" / "cases" / "2020-smallest" / "index.html").is_file()


def test_a_broken_record_leaves_the_last_good_site_as_it_was(library: Path, tmp_path: Path) -> None:
    out = tmp_path / "site"
    assert build(library, out).exit_code == 0
    before = contents(out)
    (library / "2020" / "smallest.yaml").write_text(SMALLEST.replace("kind: programme", "kind: 団体"), "utf-8")
    result = build(library, out)
    assert result.exit_code == 1
    assert "smallest.yaml" in result.output
    assert "not-a-choice" in result.output
    assert "Traceback" not in result.output
    assert contents(out) == before


def test_an_output_folder_with_foreign_files_is_refused_and_kept(library: Path, tmp_path: Path) -> None:
    out = tmp_path / "site"
    out.mkdir()
    (out / "thesis.docx").write_bytes(b"irreplaceable")
    result = build(library, out)
    assert result.exit_code == 1
    assert "foreign-output" in result.output
    assert contents(out) == {"thesis.docx": b"irreplaceable"}


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root may write anywhere")
def test_a_place_that_cannot_be_written_is_said_in_words(library: Path, tmp_path: Path) -> None:
    locked = tmp_path / "locked"
    locked.mkdir(mode=stat.S_IRUSR | stat.S_IXUSR)
    result = build(library, locked / "site")
    assert result.exit_code == 1
    assert "書けませんでした" in result.output


def test_a_full_disk_is_said_in_words_and_leaves_nothing_behind(
    library: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("homare.site.beginning.stage", full)
    result = build(library, tmp_path / "site")
    assert result.exit_code == 1
    assert "空き容量" in result.output
    assert not (tmp_path / "site").exists()
    assert list((tmp_path / ".site-releases").iterdir()) == []


def test_a_folder_that_is_not_there_is_a_usage_error(tmp_path: Path) -> None:
    assert build(tmp_path / "nowhere", tmp_path / "site").exit_code == 2


def test_a_record_that_cannot_be_read_is_told_from_a_site_that_cannot_be_written(
    library: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(path: str) -> bytes:
        raise PermissionError(13, "Permission denied", path)

    monkeypatch.setattr("homare.records.disk._content", refuse)
    monkeypatch.setattr("homare.cli.build.inputs", lambda *_: Inputs("", {}))
    result = build(library, tmp_path / "site")
    assert result.exit_code == 1
    assert "読めないファイルがあります" in result.output
    assert "読み取りの権限" in result.output


def test_when_only_the_offline_copy_cannot_be_written_the_site_is_new(library: Path, tmp_path: Path) -> None:
    (tmp_path / "homare-offline.zip").mkdir()
    result = CliRunner().invoke(
        homare, ["build", "--cases", str(library), "--out", str(tmp_path / "site"), "--offline"]
    )
    assert result.exit_code == 1
    assert "サイトは新しくしましたが" in result.output
    assert (tmp_path / "site" / OFFLINE_FILE).is_file()
