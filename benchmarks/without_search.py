"""Build all of the project in the working folder but its search index, to compare with generators that make none."""

import sys
from collections.abc import Mapping
from pathlib import Path

from homare.exports.dataset import Dataset
from homare.problems import Problem
from homare.site import build, making, page_files
from homare.site.page_reading import BuiltPage


def main() -> None:
    """Build into `site`; exits with 1 when there are problems."""
    making.make_searchable = lambda *_: []
    page_files.prepare_case = lambda *_: None  # so no page brings a copy for the indexer
    check = making.check_release

    def check_all_the_same(
        release: Path, dataset: Dataset, base_path: str, pages: Mapping[str, BuiltPage]
    ) -> list[Problem]:
        check(
            release, dataset, base_path, pages
        )  # it must cost what it costs, but that no search answers is as it should be
        return []

    making.check_release = check_all_the_same
    here = Path.cwd()
    built, problems = build.build_site(here, Path("cases"), here / "site", lambda _step: None, full=True)
    sys.exit(0 if built else "\n".join(problem.message.en for problem in problems))


if __name__ == "__main__":
    main()
