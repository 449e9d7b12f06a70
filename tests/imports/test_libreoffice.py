"""A workbook or CSV that LibreOffice has opened and saved comes back unchanged; skipped where it is not installed."""

import shutil
import subprocess
from pathlib import Path

import pytest

from homare.imports.plan import Library, make_plan
from homare.records.disk import Folder, read_beside, read_folder
from tests.imports.workbooks import TODAY, csv_of, form, workbook
from tests.libraries import ROOT

SOFFICE = shutil.which("soffice")
CSV = "44,34,76,1,,0,true,true,false"
"""Comma, quotes, UTF-8, from line 1, every cell as text: LibreOffice's filter options for a CSV."""

pytestmark = pytest.mark.skipif(SOFFICE is None, reason="LibreOffice is not installed")


@pytest.fixture(scope="module")
def profile(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """LibreOffice's settings; making them is what takes long."""
    return tmp_path_factory.mktemp("profile")


def saved_anew(content: bytes, kind: str, folder: Path, profile: Path) -> bytes:
    """Return the file as LibreOffice saves what it has read."""
    (folder / f"book.{kind}").write_bytes(content)
    options = [f"-env:UserInstallation={profile.as_uri()}", "--headless"]
    if kind == "csv":
        options += [f"--infilter=CSV:{CSV}", "--convert-to", f"csv:Text - txt - csv (StarCalc):{CSV}"]
    else:
        options += ["--convert-to", "xlsx"]
    command = [str(SOFFICE), *options, "--outdir", str(folder / "out"), str(folder / f"book.{kind}")]
    result = subprocess.run(command, capture_output=True, text=True, timeout=300, check=False)
    assert result.returncode == 0, result.stdout + result.stderr
    return (folder / "out" / f"book.{kind}").read_bytes()


@pytest.mark.parametrize("kind", ["xlsx", "csv"])
def test_all_real_records_come_back_from_libreoffice_as_they_went(kind: str, tmp_path: Path, profile: Path) -> None:
    cases = ROOT / "cases"
    library = Library(Folder("cases", read_folder(cases)), read_beside(cases, "sessions"))
    files = library.folder.files
    content = saved_anew(workbook(files) if kind == "xlsx" else csv_of(files), kind, tmp_path, profile)
    plan, problems = make_plan(f"book.{kind}", content, kind, library, TODAY)  # type: ignore[arg-type]
    assert (plan.files, plan.notes, problems) == ({}, [], [])


def test_an_empty_form_comes_back_empty(tmp_path: Path, profile: Path) -> None:
    library = Library(Folder("cases", read_folder(ROOT / "cases")), None)
    content = saved_anew(form(), "xlsx", tmp_path, profile)
    _, problems = make_plan("form.xlsx", content, "xlsx", library, TODAY)
    assert [(problem.cell, problem.rule) for problem in problems] == [("事例!C1", "blank-id")]
