"""Kill builds at random moments: after each, the site must be the old one whole or the new one whole.

`python -m tests.site.kills 100` does it a hundred times and prints what it found; `make test` does it a few times.
"""

import hashlib
import os
import random
import subprocess
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from homare.site.marker import MARKER
from homare.site.releases import releases_folder
from tests.libraries import EXAMPLES
from tests.site.projects import make_project

COMMAND = (sys.executable, "-c", "from homare.cli.main import run; run()")
NOTICE = "途中で止まって"
WORDS = ("幟", "暖簾")
"""The library is built with the one word in it or with the other: two sites that differ in many files."""
LONGEST = 60
"""Seconds until a killed build must have let go of its terminal, with all that worked beside it."""


def start_build(
    project: Path, *options: str, environment: Mapping[str, str] | None = None, command: Sequence[str] = COMMAND
) -> subprocess.Popen[str]:
    """Start `homare build` in the project, as a user would."""
    return subprocess.Popen(
        [*command, "build", "--full", *options],
        cwd=project,
        env={**os.environ, **(environment or {})},
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        encoding="utf-8",
    )


def build(
    project: Path, *options: str, environment: Mapping[str, str] | None = None, command: Sequence[str] = COMMAND
) -> str:
    """Build and return what was printed. Raises AssertionError when it fails."""
    process = start_build(project, *options, environment=environment, command=command)
    printed = process.communicate()[0]
    assert process.returncode == 0, printed
    return printed


def fingerprint(site: Path) -> str:
    """Return one mark for the names and bytes of all files of a site."""
    whole = hashlib.sha256()
    for path in sorted(site.resolve().rglob("*")):
        if path.is_file() and path.name != MARKER:
            whole.update(path.relative_to(site.resolve()).as_posix().encode() + b"\0" + path.read_bytes())
    return whole.hexdigest()


@dataclass(frozen=True)
class Found:
    """What killing builds showed: how often the site was the old one, the new one or neither, and what was said."""

    states: Counter[str]
    notices: int
    mended: int


def kill_builds(project: Path, times: int, seed: int, whole_between: bool) -> Found:
    """Kill `times` builds, each at a moment drawn over the time that a build takes, and look at the site after each.

    With `whole_between` a build runs to its end after each killed one, and is asked what it says of it.
    """
    chance = random.Random(seed)
    marks, seconds = {}, 0.0
    if (project / "site").is_symlink():
        marks[WORDS[0]] = fingerprint(project / "site")
    for word in WORDS[len(marks) :]:
        say(project, word)
        started = time.monotonic()
        build(project)
        seconds = time.monotonic() - started
        marks[word] = fingerprint(project / "site")
    assert len(set(marks.values())) == len(WORDS)
    states: Counter[str] = Counter()
    notices = mended = 0
    for number in range(times):
        before, new = fingerprint(project / "site"), WORDS[number % 2]
        say(project, new)
        process = start_build(project)
        time.sleep(seconds * chance.uniform(0.05, 1.1))
        process.kill()
        process.communicate(timeout=LONGEST)
        after = fingerprint(project / "site")
        states["new" if after == marks[new] else "old" if after == before else "neither"] += 1
        if whole_between or number == times - 1:
            mended += bool([one for one in releases_folder(project / "site").iterdir() if not (one / MARKER).is_file()])
            started = time.monotonic()
            notices += NOTICE in build(project)
            seconds = time.monotonic() - started
            assert fingerprint(project / "site") == marks[new], "the build after a killed one is not whole"
    return Found(states, notices, mended)


def say(project: Path, word: str) -> None:
    """Write one of the WORDS into a record."""
    record = project / "cases" / "2019" / "festival.yaml"
    text = (EXAMPLES / "library" / "2019" / "festival.yaml").read_text("utf-8")
    assert WORDS[0] in text
    record.write_text(text.replace(WORDS[0], word), "utf-8")


def main(times: int) -> None:
    """Kill builds of a project in a folder that is thrown away, and print what was found."""
    with tempfile.TemporaryDirectory() as folder:
        found = kill_builds(make_project(Path(folder) / "project"), times, seed=times, whole_between=True)
    print(f"{times} builds killed: {dict(found.states)}; {found.mended} left something, said {found.notices} times")
    sys.exit(1 if found.states["neither"] or found.notices != found.mended else 0)


if __name__ == "__main__":
    main(int(sys.argv[1]))
