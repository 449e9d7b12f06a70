"""Build all of the project in the working folder but its search index, to compare with generators that make none."""

from pathlib import Path
from typing import Any

from homare.cli.main import leave
from homare.problems import Problem
from homare.site import build


def main() -> None:
    """Build into `site`; exits with 1 when there are problems."""
    load = build._load_making

    def load_without_search() -> Any:
        unfinished_site = load()
        from homare.site import making, page_files  # noqa: PLC0415 — loaded now, when any build loads it

        check = making.check_release

        def check_all_the_same(*built: Any) -> list[Problem]:
            check(*built)  # it must cost what it costs, but that no search answers is as it should be
            return []

        making.make_searchable = lambda *_: []
        making.kept_pagefind = lambda _: (None, [])
        page_files.prepare_case = lambda *_: None  # so no page brings its words for the index
        making.check_release = check_all_the_same
        build._load_making = lambda: unfinished_site
        return unfinished_site

    build._load_making = load_without_search
    here = Path.cwd()
    built, problems = build.build_site(here, Path("cases"), here / "site", lambda _step: None, full=True)
    leave(0 if built else "\n".join(problem.message.en for problem in problems))


if __name__ == "__main__":
    main()
