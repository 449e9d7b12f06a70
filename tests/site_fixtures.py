"""The real site, built once per test run: for tests of built pages and of what a reader does."""

from pathlib import Path

import pytest

from homare.model.catalogue import Catalogue
from homare.model.library import build_library
from homare.problems import report
from homare.records.disk import read_beside, read_folder
from homare.site.build import build_site

ROOT = Path(__file__).parents[1]


@pytest.fixture(scope="session")
def real_site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of the site built from the real records."""
    out = tmp_path_factory.mktemp("published") / "homare"
    built, problems = build_site(ROOT, ROOT / "cases", out, lambda _step: None)
    assert built is not None, report(problems, "text", "en")
    return out


@pytest.fixture(scope="session")
def real_catalogue() -> Catalogue:
    """The catalogue of the real records and sessions."""
    cases = ROOT / "cases"
    catalogue, problems = build_library("cases", read_folder(cases), read_beside(cases, "sessions"))
    assert catalogue is not None, report(problems, "text", "en")
    return catalogue
