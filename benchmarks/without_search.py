"""Build the project in the working folder without its search index, to compare with generators that make none."""

import sys
from pathlib import Path

from homare.problems import Problem
from homare.site import build


def main() -> None:
    """Build into `site`; exits with 1 when there are problems."""
    build.make_searchable = lambda _site, _catalogue: []
    verify = build.verify

    def verify_all_the_same(site: Path, base_path: str) -> list[Problem]:
        verify(site, base_path)  # it must cost what it costs, but links into the index are broken, as they should be
        return []

    build.verify = verify_all_the_same
    built, _ = build.build_site(Path.cwd(), Path("cases"), Path("site").absolute(), lambda _step: None)
    sys.exit(0 if built else 1)


if __name__ == "__main__":
    main()
