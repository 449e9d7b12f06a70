"""Read the records for a command that makes files of them; with problems, print them and stop."""

import sys
from pathlib import Path

from homare.cli.project import project_root, shortest, show_problems
from homare.exports.dataset import Dataset
from homare.model.library import build_library
from homare.model.session_files import FOLDER as SESSIONS_FOLDER
from homare.records.disk import read_beside, read_folder
from homare.site.environment import site_address


def read_dataset(folder: Path | None) -> Dataset:
    """Return the data set of the records under `folder` (without it, the project's); exits 1 when they have faults."""
    cases = folder or shortest(project_root() / "cases")
    catalogue, problems = build_library(cases.as_posix(), read_folder(cases), read_beside(cases, SESSIONS_FOLDER))
    if catalogue is None:
        show_problems(problems)
        sys.exit(1)
    return Dataset(catalogue, site_address())
