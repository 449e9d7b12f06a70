"""`homare book`, `homare export`, `homare build --offline`: files where the user wants them, or plain words why not."""

import json
import zipfile
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from homare.cli.main import homare
from tests.libraries import write_library


@pytest.fixture
def library(tmp_path: Path) -> Path:
    return write_library(tmp_path / "cases", {})


def run(*arguments: object) -> Result:
    return CliRunner().invoke(homare, [str(argument) for argument in arguments])


def test_book_writes_both_formats_into_a_folder(library: Path, tmp_path: Path) -> None:
    result = run("book", "--cases", library, "--out", tmp_path / "book")
    assert result.exit_code == 0, result.output
    assert (tmp_path / "book" / "casebook.pdf").read_bytes().startswith(b"%PDF-")
    assert (tmp_path / "book" / "casebook.epub").read_bytes().startswith(b"PK")


def test_book_writes_one_format_by_the_name_of_the_file(library: Path, tmp_path: Path) -> None:
    assert run("book", "--cases", library, "--out", tmp_path / "small.epub").exit_code == 0
    assert [path.name for path in tmp_path.glob("*.*")] == ["small.epub"]


def test_a_theme_that_does_not_exist_is_named_with_those_that_do(library: Path) -> None:
    result = run("book", "--cases", library, "--theme", "no-such")
    assert result.exit_code == 2
    assert "no-such" in result.output
    assert "finance" in result.output


def test_a_choice_that_no_case_meets_makes_no_book(library: Path, tmp_path: Path) -> None:
    result = run("book", "--cases", library, "--edition", "2013", "--out", tmp_path / "book")
    assert result.exit_code == 1
    assert "合う事例がありません" in result.output
    assert not (tmp_path / "book").exists()


def test_export_writes_the_data_of_the_records(library: Path, tmp_path: Path) -> None:
    out = tmp_path / "all.json"
    assert run("export", "json", "--cases", library, "--out", out).exit_code == 0
    assert [case["id"] for case in json.loads(out.read_text("utf-8"))["cases"]] == ["2020-smallest"]


def test_export_of_the_package_writes_every_table(library: Path, tmp_path: Path) -> None:
    assert run("export", "package", "--cases", library, "--out", tmp_path / "package").exit_code == 0
    package = json.loads((tmp_path / "package" / "datapackage.json").read_text("utf-8"))
    for resource in package["resources"]:
        assert (tmp_path / "package" / resource["path"]).stat().st_size == resource["bytes"]


def test_a_faulty_record_stops_an_export_with_its_place(library: Path, tmp_path: Path) -> None:
    (library / "2020" / "smallest.yaml").write_text("title: 短い\n", "utf-8")
    result = run("export", "csv", "--cases", library, "--out", tmp_path / "out.csv")
    assert result.exit_code == 1
    assert "smallest.yaml" in result.output
    assert not (tmp_path / "out.csv").exists()


def test_the_offline_edition_stands_beside_the_site(library: Path, tmp_path: Path) -> None:
    result = run("build", "--cases", library, "--out", tmp_path / "site", "--offline")
    assert result.exit_code == 0, result.output
    edition = zipfile.ZipFile(tmp_path / "homare-offline.zip")
    names = set(edition.namelist())
    assert {"homare/index.html", "homare/cases/2020-smallest/index.html", "homare/assets/js/offline.js"} <= names
    assert "homare/data/homare-offline.zip" not in names
    assert "homare-offline.zip" not in edition.read("homare/data/index.html").decode()
    offered = tmp_path / "site" / "data" / "homare-offline.zip"
    assert offered.read_bytes() == (tmp_path / "homare-offline.zip").read_bytes()
    assert 'href="homare-offline.zip"' in (tmp_path / "site" / "data" / "index.html").read_text("utf-8")
