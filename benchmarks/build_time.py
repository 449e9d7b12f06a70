"""`make bench`: how long builds take, in one run beside MkDocs + Material on the same pages. Prints Markdown tables.

`make bench` measures the real records and synthetic libraries of 100 and 1,000 cases; `make bench SIZES="100 10000"`
others. Timings are of whole processes; compare the ratios of one run, not the seconds of two machines.
"""

import os
import platform
import shutil
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path

from synthetic_library import write_library

ROOT = Path(__file__).resolve().parents[1]
HOMARE = Path(sys.executable).with_name("homare")
MKDOCS = Path(sys.executable).with_name("mkdocs")
SIZES = (100, 1_000)
_NO_RECORDS = ("vocabulary", "methods", "evidence", "news")
RUNS = 3
"""Of each measurement; the median counts. Above 1,000 cases one run must do."""

AS_DOCUMENTED = """\
site_name: bench
docs_dir: docs
theme: {name: material, language: ja}
plugins: [search, tags]
nav: [index.md, themes.md, methods.md, regions.md, awards.md]
validation: {omitted_files: ignore, absolute_links: ignore, unrecognized_links: ignore, not_found: ignore}
markdown_extensions:
  - abbr
  - admonition
  - attr_list
  - def_list
  - footnotes
  - md_in_html
  - tables
  - toc: {permalink: true}
  - pymdownx.details
  - pymdownx.superfences
  - pymdownx.tabbed: {alternate_style: true}
  - pymdownx.tasklist
  - pymdownx.emoji
"""
"""Material as its documentation suggests, cases out of the navigation."""
LEAN = """\
site_name: bench
docs_dir: docs
theme: {name: material, language: ja, font: false}
plugins: []
nav: [index.md]
validation: {omitted_files: ignore, absolute_links: ignore, unrecognized_links: ignore, not_found: ignore}
markdown_extensions: [attr_list, md_in_html, tables, toc]
"""


@dataclass(frozen=True)
class Taken:
    """What a process took: seconds of wall and CPU, and the memory of its largest process in MB."""

    wall: float
    cpu: float
    memory: float

    def row(self, name: str, base: "Taken | None" = None) -> str:
        """Return a row of a Markdown table; `base` is what the ratio compares with."""
        ratio = f"{base.wall / self.wall:.1f}×" if base else "1"
        return f"| {name} | {self.wall:.2f} | {self.cpu:.2f} | {self.memory:.0f} | {ratio} |"


def measure(command: list[str | Path], folder: Path, runs: int, before: tuple[Path, ...] = ()) -> Taken:
    """Return the median of `runs` runs of `command` in `folder`; the folders `before` are removed before each run."""
    taken = []
    for _ in range(runs):
        for leftover in before:
            shutil.rmtree(leftover, ignore_errors=True)
        started = time.perf_counter()
        process = subprocess.Popen(command, cwd=folder, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE)
        assert process.stderr is not None
        errors = process.stderr.read()
        _, status, used = os.wait4(process.pid, 0)
        if status:
            sys.exit(f"{' '.join(map(str, command))} failed:\n{errors.decode()}")
        memory = used.ru_maxrss / (1024 * 1024 if sys.platform == "darwin" else 1024)
        taken.append(Taken(time.perf_counter() - started, used.ru_utime + used.ru_stime, memory))
    return sorted(taken, key=lambda one: one.wall)[len(taken) // 2]


def project(folder: Path, cases: Path | None) -> Path:
    """Return a project in `folder` that shares all with this one but its builds; `cases` stand in for ours."""
    folder.mkdir()
    for name in ("docs", "scripts", "mkdocs.yml", "requirements.lock", *(("cases", "sessions") if not cases else ())):
        (folder / name).symlink_to(ROOT / name)
    if cases:
        (folder / "cases").symlink_to(cases)
    return folder


def compare(place: Path, cases: Path | None, runs: int) -> None:
    """Print the table of one library."""
    here = project(place, cases)
    build, site = here / "build", (here / "site", here / ".site-releases")
    first = measure([HOMARE, "build"], here, runs, (build, *site))
    again = measure([HOMARE, "build", "--full"], here, runs, site)
    nothing = measure([HOMARE, "build"], here, runs)
    without = measure([sys.executable, Path(__file__).with_name("without_search.py")], here, runs, site)
    pages = sum(1 for _ in (here / "build" / "docs").rglob("*.md"))
    (place / "mkdocs").mkdir()
    (place / "mkdocs" / "docs").symlink_to(here / "build" / "docs")
    rivals = {}
    for name, settings in (("documented", AS_DOCUMENTED), ("lean", LEAN)):
        (place / "mkdocs" / f"{name}.yml").write_text(settings, "utf-8")
        command = [MKDOCS, "build", "-q", "-f", f"{name}.yml", "-d", place / "mkdocs" / name]
        rivals[name] = measure(command, place / "mkdocs", 1)
    number = sum(path.parent.name not in _NO_RECORDS for path in (cases or ROOT / "cases").glob("*/*.yaml"))
    print(f"\n### {number} cases{'' if cases else ' (the real records)'}, {pages} pages\n")
    print("| build | wall s | CPU s | memory MB | faster than MkDocs + Material as documented |")
    print("| --- | ---: | ---: | ---: | ---: |")
    print(rivals["documented"].row("MkDocs + Material as documented, its search"))
    print(rivals["lean"].row("MkDocs + Material lean, no search", rivals["documented"]))
    print(first.row("homare, the first build ever: also typesets casebook, kits, pictures", rivals["documented"]))
    print(again.row("homare, all again (`--full`)", rivals["documented"]))
    print(without.row("homare, all again without search", rivals["documented"]))
    print(nothing.row("homare, nothing changed", rivals["documented"]))


def main(sizes: list[int]) -> None:
    """Measure the real records and libraries of these sizes."""
    print(f"{time.strftime('%Y-%m-%d')}, Python {platform.python_version()}, {os.cpu_count()} cores")
    with tempfile.TemporaryDirectory(prefix="homare-bench-") as name:
        compare(Path(name) / "real", None, RUNS)
        for size in sizes:
            cases = Path(name) / f"cases-{size}"
            write_library(cases, size)
            compare(Path(name) / str(size), cases, RUNS if size <= SIZES[-1] else 1)


if __name__ == "__main__":
    os.environ["NO_MKDOCS_2_WARNING"] = "1"
    main([int(size) for size in sys.argv[1:]] or list(SIZES))
