"""Projects of their own with the small library as their records, so that no other build is disturbed."""

import hashlib
import shutil
from pathlib import Path

import pytest

from homare.problems import Problem
from homare.site.build import Built, build_site
from tests.libraries import EXAMPLES, ROOT


def make_project(folder: Path) -> Path:
    """Make a project in the folder and return it."""
    folder.mkdir(parents=True, exist_ok=True)
    shutil.copy(ROOT / "mkdocs.yml", folder)
    shutil.copytree(ROOT / "docs", folder / "docs")
    (folder / "scripts").symlink_to(ROOT / "scripts")
    shutil.copytree(EXAMPLES / "library", folder / "cases")
    return folder


def build_in(project: Path) -> tuple[Built | None, list[Problem]]:
    """Build the project's records into its `site`, as if no build had run before in this process."""
    with pytest.MonkeyPatch.context() as patched:
        patched.delenv("SOURCE_DATE_EPOCH", raising=False)
        patched.delenv("HOMARE_SITE_URL", raising=False)
        return build_site(project, project / "cases", project / "site", lambda _step: None)


def fingerprint(site: Path) -> dict[str, str]:
    """Return the SHA-256 of every file of the published site; a folder without any stands there with "" instead."""
    found = {path.relative_to(site.resolve()).as_posix(): path for path in site.resolve().rglob("*")}
    return {
        name: hashlib.sha256(path.read_bytes()).hexdigest() if path.is_file() else ""
        for name, path in found.items()
        if path.is_file() or not any(path.iterdir())
    }
