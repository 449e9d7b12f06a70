"""Small libraries for tests: the real vocabulary with records of one's own."""

import functools
from collections.abc import Mapping
from pathlib import Path

from homare.model.catalogue import Catalogue
from homare.model.library import build_library
from homare.problems import Problem, report
from homare.records.disk import Folder, read_folder

ROOT = Path(__file__).parents[1]
EXAMPLES = ROOT / "tests" / "examples"
SMALLEST = (EXAMPLES / "accepted" / "smallest.yaml").read_text("utf-8")
"""A record with only what every record must have; it stands at 2020/smallest.yaml in every library made here."""


@functools.cache
def vocabulary_files() -> Mapping[str, bytes]:
    """Return the real vocabulary: path within the library → content."""
    files = read_folder(ROOT / "cases" / "vocabulary")
    return {f"vocabulary/{name}": content for name, content in files.items()}


def library_files(files: Mapping[str, bytes | str]) -> dict[str, bytes]:
    """Return `files` (path within the library → content) with the vocabulary and the smallest record."""
    own = {path: content.encode() if isinstance(content, str) else content for path, content in files.items()}
    return {**vocabulary_files(), "2020/smallest.yaml": SMALLEST.encode(), **own}


def problems_of(files: Mapping[str, bytes | str]) -> list[Problem]:
    """Return the problems of a library with these files, in the order in which they are printed.

    Paths that begin with sessions/ are files of the folder that stands beside the library.
    """
    every = library_files(files)
    sessions = {path.removeprefix("sessions/"): every.pop(path) for path in files if path.startswith("sessions/")}
    return sorted(set(build_library("cases", every, Folder("sessions", sessions) if sessions else None)[1]))


def catalogue_of(files: Mapping[str, bytes | str]) -> Catalogue:
    """Return the catalogue of a library with these files, which must be without fault."""
    catalogue, problems = build_library("cases", library_files(files))
    assert catalogue is not None, report(problems, "text", "en")
    return catalogue


def marks(problems: list[Problem]) -> list[str]:
    """Return what tests compare: 「12:3 unknown-key」."""
    return [f"{problem.line}:{problem.column} {problem.rule}" for problem in problems]


def write_library(folder: Path, files: Mapping[str, bytes | str]) -> Path:
    """Write a library with these files to `folder` and return it."""
    for path, content in library_files(files).items():
        target = folder / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(content)
    return folder
