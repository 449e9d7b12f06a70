from pathlib import Path

import pytest

from tests.site.projects import build_in, make_project


@pytest.fixture(scope="session")
def built_once(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A project with the published site of the small library; tests that change it take a copy."""
    project = make_project(tmp_path_factory.mktemp("built") / "project")
    built, problems = build_in(project)
    assert built is not None, problems
    assert built.cases == 4
    return project
