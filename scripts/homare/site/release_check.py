"""What a built site must pass before it is published: links, anchors, assets, counts, and a search that answers."""

import re
from dataclasses import replace
from itertools import chain
from pathlib import Path

from homare.model.catalogue import Catalogue
from homare.model.identity import record_path
from homare.problems import Problem, Text
from homare.site.beside import spread
from homare.site.counts import count_checks
from homare.site.search.index_check import index_problems
from homare.site.verification import SiteLinks, once_each

_CASE_PAGE = re.compile(r"site/cases/([a-z0-9]+-[a-z0-9-]+)/index\.html")


def check_release(release: Path, catalogue: Catalogue, links: SiteLinks) -> list[Problem]:
    """Return every problem of the site built in `release` from `catalogue`, whose links are `links`.

    Raises OSError when a file cannot be read.
    """
    others = [*count_checks(release, catalogue), lambda: index_problems(release, catalogue)]
    found = spread([*others, *links.parts()])
    problems = once_each(chain.from_iterable(found[len(others) :]))
    return [_with_record(problem) for problem in chain(problems, *found[: len(others)])]


def _with_record(problem: Problem) -> Problem:
    """A fault of a case's page comes from its record: say where that stands."""
    page = _CASE_PAGE.fullmatch(problem.path)
    if not page:
        return problem
    record = f"cases/{record_path(page[1])}"
    hint = Text(f"{problem.hint.ja}もとの記録は {record} です。", f"{problem.hint.en} The record is {record}.")
    return replace(problem, hint=hint)
