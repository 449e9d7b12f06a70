"""The links of a site, looked at in one go: builds share the parts among the cores."""

from pathlib import Path

from homare.problems import Problem
from homare.site.verification import links_of, once_each


def verify(site: Path, base_path: str) -> list[Problem]:
    """Return a problem for each broken link or anchor and each foreign asset of the pages under `site`."""
    return once_each(problem for part in links_of(site, base_path).parts() for problem in part())
