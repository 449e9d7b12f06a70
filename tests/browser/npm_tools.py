"""The checkers that npm brings: Lighthouse and the Nu HTML checker, at the versions and hashes of tools/package-lock.json."""

import shutil
import subprocess
from pathlib import Path

import pytest
from filelock import FileLock

HERE = Path(__file__).parent / "tools"
INSTALLED = Path(__file__).parents[2] / "build" / "tools"
MANIFESTS = ("package.json", "package-lock.json")


def installed_tools() -> Path:
    """Return the folder of node_modules, installed if needed; skips the test where npm is not or cannot reach its registry."""
    npm = shutil.which("npm")
    if npm is None:
        pytest.skip("npm is not installed: Lighthouse and the Nu checker come by it")
    INSTALLED.mkdir(parents=True, exist_ok=True)
    with FileLock(INSTALLED.with_suffix(".lock")):  # tests of two workers may need them at the same time
        _install(npm)
    return INSTALLED / "node_modules"


def _install(npm: str) -> None:
    if any(not _same(name) for name in MANIFESTS) or not (INSTALLED / "node_modules").is_dir():
        for name in MANIFESTS:
            shutil.copy(HERE / name, INSTALLED / name)
        command = [npm, "ci", "--ignore-scripts", "--no-audit", "--no-fund"]
        done = subprocess.run(command, cwd=INSTALLED, capture_output=True, text=True, check=False)
        if done.returncode:
            (INSTALLED / MANIFESTS[0]).unlink()
            pytest.skip(f"npm could not install the checkers: {done.stderr.strip()[-300:]}")


def _same(name: str) -> bool:
    installed = INSTALLED / name
    return installed.is_file() and installed.read_bytes() == (HERE / name).read_bytes()
