"""What lies in the repository: text, two pictures for the README, and the guide's screens (see test_pictures.py)."""

import shutil
import subprocess
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
PICTURES = {".github/images/case.png", ".github/images/home.png"}
GUIDE = "docs/assets/images/guide/"
LARGEST = 300_000


def test_nothing_is_binary_but_the_pictures_of_the_readme_and_of_the_guide() -> None:
    if shutil.which("git") is None or not (ROOT / ".git").exists():
        pytest.skip("this is not a clone, so nothing says which files belong to it")
    listed = subprocess.run(["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, text=True, check=True).stdout
    files = [ROOT / name for name in listed.split("\0") if name]
    binary = {file.relative_to(ROOT).as_posix() for file in files if file.is_file() and b"\0" in file.read_bytes()}
    assert {name for name in binary if not name.startswith(GUIDE)} == PICTURES
    readme = (ROOT / "README.md").read_text("utf-8")
    for name in PICTURES:
        assert f"]({name})" in readme
        assert (ROOT / name).stat().st_size < LARGEST
