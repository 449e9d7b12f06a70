"""The same records give the same bytes: wherever, whenever and by whomever a site is built.

`python -m tests.site.test_reproducible` does it once with the real records, and prints what differs.
"""

import hashlib
import os
import shutil
import sys
import tempfile
from collections.abc import Mapping
from pathlib import Path

from homare.site.marker import MARKER
from tests.libraries import EXAMPLES, ROOT
from tests.site.kills import build

HERE = {"TZ": "Asia/Tokyo", "LC_ALL": "C.UTF-8", "PYTHONHASHSEED": "1"}
THERE = {"TZ": "America/Los_Angeles", "LC_ALL": "C", "LANG": "tr_TR.UTF-8", "PYTHONHASHSEED": "4242", "COLUMNS": "37"}
IN_THREADS = (
    sys.executable,
    "-c",
    "import sys; from homare.site import beside; beside._can_fork = lambda: False; sys.setswitchinterval(1e-5); "
    "from homare.cli.main import run; run()",
)
"""A build as on Windows and macOS: threads in place of copies of the process, here taking turns 500 times as often."""


def make_project(folder: Path, sources: Mapping[str, Path], backwards: bool, age: int) -> Path:
    """Make a project whose files are written in this order or backwards and are `age` seconds old."""
    folder.mkdir(parents=True)
    (folder / "scripts").symlink_to(ROOT / "scripts")
    files = sorted(
        (Path(name) / path.relative_to(source), path)
        for name, source in {"docs": ROOT / "docs", **sources}.items()
        for path in source.rglob("*")
        if path.is_file()
    )
    for name, path in [(Path("mkdocs.yml"), ROOT / "mkdocs.yml"), *(reversed(files) if backwards else files)]:
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(path, folder / name)
        os.utime(folder / name, (1_600_000_000 - age,) * 2)
    return folder


def contents(project: Path) -> dict[str, str]:
    """Return the hash of every file that a build makes for others: the site, its offline edition, the staged pages."""
    site = (project / "site").resolve()
    files = {f"site/{path.relative_to(site)}": path for path in site.rglob("*") if path.name != MARKER}
    files |= {str(path.relative_to(project)): path for path in (project / "build" / "docs").rglob("*")}
    files["offline"] = project / "homare-offline.zip"
    return {name: hashlib.sha256(path.read_bytes()).hexdigest() for name, path in files.items() if path.is_file()}


def differing(folder: Path, sources: Mapping[str, Path]) -> tuple[list[str], int]:
    """Build the records twice under different conditions; returns the files that differ and how many were compared."""
    here = make_project(folder / "ひとつ" / "a", sources, backwards=False, age=0)
    there = make_project(folder / "two words", sources, backwards=True, age=90_000_000)
    build(here, "--offline", environment=HERE)
    before = os.umask(0o077)
    try:
        build(there, "--offline", environment=THERE, command=IN_THREADS)
    finally:
        os.umask(before)
    one, two = contents(here), contents(there)
    return sorted(name for name in one.keys() | two.keys() if one.get(name) != two.get(name)), len(one)


def test_time_zone_locale_hash_seed_folder_order_of_files_and_threads_change_no_byte(tmp_path: Path) -> None:
    found, compared = differing(tmp_path, {"cases": EXAMPLES / "library"})
    assert found == []
    assert compared > 250


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as name:
        different, number = differing(Path(name), {"cases": ROOT / "cases", "sessions": ROOT / "sessions"})
    print("\n".join(different[:40]))
    print(f"{len(different)} of {number} files differ")
    sys.exit(1 if different else 0)
