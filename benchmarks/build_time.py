"""`make bench`: how long builds take, in one run beside other generators on the same pages. Prints Markdown tables.

`make bench` measures the real records and synthetic libraries of 100 and 1,000 cases, the last of these also with full
records; `make bench SIZES="100 10000-full"` others. Timings are of whole processes; compare the ratios of one run, not
the seconds of two machines.
"""

import os
import platform
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from rivals import Rival, on_plain_pages, rivals
from synthetic_library import Library, write_library

ROOT = Path(__file__).resolve().parents[1]
HOMARE = Path(sys.executable).with_name("homare")
SIZES = ("100", "1000", "1000-full")
_SEVERAL_RUNS = 1_000
"""Cases in the largest libraries of which builds are measured several times; for larger ones one run must do."""
_NO_RECORDS = ("vocabulary", "methods", "evidence", "news")
RUNS = 3
"""Of each measurement; the median counts."""


class BuildFailedError(Exception):
    """A measured command did not end well."""


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


def measure(command: Sequence[str | Path], folder: Path, runs: int, before: tuple[Path, ...] = ()) -> Taken:
    """Return the median of `runs` runs of `command` in `folder`; the folders `before` are set aside before each run.

    They are not deleted: for minutes ext4 steps over the inodes of deleted files one by one, and after a thousand of
    them each new file costs up to a millisecond. Raises BuildFailedError when a run does not end well.
    """
    taken = []
    for _ in range(runs):
        aside = Path(tempfile.mkdtemp(prefix="aside-", dir=folder))
        for leftover in before:
            if os.path.lexists(leftover):
                leftover.rename(aside / leftover.name)
        started = time.perf_counter()
        process = subprocess.Popen(command, cwd=folder, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE)
        assert process.stderr is not None
        errors = process.stderr.read()
        _, status, used = os.wait4(process.pid, 0)
        if status:
            raise BuildFailedError(f"{' '.join(map(str, command))} failed:\n{errors.decode()}")
        memory = used.ru_maxrss / (1024 * 1024 if sys.platform == "darwin" else 1024)
        taken.append(Taken(time.perf_counter() - started, used.ru_utime + used.ru_stime, memory))
    return median(taken)


def project(folder: Path, cases: Path | None) -> Path:
    """Return a project in `folder` that shares all with this one but its builds; `cases` stand in for ours."""
    folder.mkdir()
    for name in ("docs", "scripts", "mkdocs.yml", "requirements.lock", *(("cases", "sessions") if not cases else ())):
        (folder / name).symlink_to(ROOT / name)
    if cases:
        (folder / "cases").symlink_to(cases)
    return folder


def one_changed(folder: Path, runs: int) -> Taken:
    """Return what `homare build` takes in the built project `folder` when the summary of one record has changed.

    The records are copied for it, so ours stay as they are; the last change is then built into the site.
    """
    cases = folder / "cases"
    content = cases.resolve()
    cases.unlink()
    shutil.copytree(content, cases)
    record = sorted(path for path in cases.glob("*/*.yaml") if path.parent.name not in _NO_RECORDS)[0]
    measure([HOMARE, "build"], folder, 1)
    taken = []
    for _ in range(runs):
        text = record.read_text("utf-8")
        record.write_text(_with_other_summary(text), "utf-8")
        taken.append(measure([HOMARE, "build"], folder, 1))
    return median(taken)


def _with_other_summary(record: str) -> str:
    """Return a record whose summary has its first two signs the other way round."""
    before, name, after = record.partition("\nsummary:")
    start = next(place for place, sign in enumerate(after) if sign not in " >|-\n\"'")
    return f"{before}{name}{after[:start]}{after[start + 1]}{after[start]}{after[start + 2 :]}"


def median(taken: list[Taken]) -> Taken:
    """Return the one with the median wall time."""
    return sorted(taken, key=lambda one: one.wall)[len(taken) // 2]


def in_turn(one: Callable[[], Taken], other: Callable[[], Taken], runs: int) -> tuple[Taken, Taken]:
    """Return the medians of two measurements that are compared, taken in turn: hosts are fast and slow by minutes."""
    pairs = [(one(), other()) for _ in range(runs)]
    return median([pair[0] for pair in pairs]), median([pair[1] for pair in pairs])


def measured_rivals(others: Iterable[Rival]) -> dict[str, Taken]:
    """Return what the other generators took.

    One that fails is told and left out: what was measured of the others still counts.
    """
    measured = {}
    for rival in others:
        try:
            measured[rival.name] = measure(rival.command, rival.folder, 1, rival.leftovers)
        except BuildFailedError as error:
            print(error, file=sys.stderr)
    return measured


def compare(place: Path, cases: Path | None, title: str, runs: int) -> None:
    """Print the table of one library under `title`."""
    here = project(place, cases)
    build, site = here / "build", (here / "site", here / ".site-releases")
    first = measure([HOMARE, "build"], here, runs, (build, *site))
    plain = on_plain_pages(place, sorted((here / "site" / "cases").glob("*/index.md")))
    how_fast, again = in_turn(
        lambda: measure(plain.command, plain.folder, 1, plain.leftovers),
        lambda: measure([HOMARE, "build", "--full"], here, 1, site),
        runs,
    )
    nothing = measure([HOMARE, "build"], here, runs)
    changed = one_changed(here, runs)
    mkdocs, *others = rivals(place / "rivals", here / "build" / "docs")
    documented, without = in_turn(
        lambda: measure(mkdocs.command, mkdocs.folder, 1, mkdocs.leftovers),
        lambda: measure([sys.executable, Path(__file__).with_name("without_search.py")], here, 1, site),
        runs,
    )
    pages = sum(1 for _ in (here / "build" / "docs").rglob("*.md"))
    print(f"\n### {title}, {pages} pages\n")
    print("| build | wall s | CPU s | memory MB | faster than MkDocs + Material as documented |")
    print("| --- | ---: | ---: | ---: | ---: |")
    print(how_fast.row(plain.name, documented))
    print(documented.row(mkdocs.name))
    for name, taken in measured_rivals(others).items():
        print(taken.row(name, documented))
    print(first.row("homare, the first build ever: also typesets casebook, kits, pictures", documented))
    print(again.row("homare, all again (`--full`)", documented))
    print(without.row("homare, all again without search", documented))
    print(changed.row("homare, one record changed", documented))
    print(nothing.row("homare, nothing changed", documented))


def main(libraries: Mapping[str, Library]) -> None:
    """Measure the real records and these libraries, by name."""
    print(f"{time.strftime('%Y-%m-%d')}, Python {platform.python_version()}, {os.cpu_count()} cores")
    with tempfile.TemporaryDirectory(prefix="homare-bench-") as folder:
        compare(Path(folder) / "real", None, "The real records", RUNS)
        for name, library in libraries.items():
            cases = Path(folder) / f"cases-{name}"
            write_library(cases, library)
            title = f"{library.number:,} synthetic cases{', full' if library.is_full else ''}"
            compare(Path(folder) / name, cases, title, RUNS if library.number <= _SEVERAL_RUNS else 1)


if __name__ == "__main__":
    os.environ["NO_MKDOCS_2_WARNING"] = "1"
    try:
        wanted = {name: Library.named(name) for name in sys.argv[1:] or SIZES}
    except ValueError as error:
        sys.exit(str(error))
    main(wanted)
