"""What a built site must pass before it is published: links, anchors, assets, counts, and a search that answers."""

import re
from dataclasses import replace
from itertools import chain
from pathlib import Path

from homare.model.addresses import NEWS
from homare.model.catalogue import Catalogue
from homare.model.identity import NEWS_FOLDER, record_path
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
    return [_with_record(problem, catalogue) for problem in chain(problems, *found[: len(others)])]


def _with_record(problem: Problem, catalogue: Catalogue) -> Problem:
    """A fault of a case's page comes from its record, that of a link in the news from theirs: say where it stands."""
    page = _CASE_PAGE.fullmatch(problem.path)
    record = record_path(page[1]) if page else _news_path(problem, catalogue)
    if not record:
        return problem
    hint = Text(
        f"{problem.hint.ja}もとの記録は cases/{record} です。", f"{problem.hint.en} The record is cases/{record}."
    )
    return replace(problem, hint=hint)


def _news_path(problem: Problem, catalogue: Catalogue) -> str:
    """Return where the news stands whose link leads nowhere, or ""."""
    if not problem.path.startswith(f"site/{NEWS}"):
        return ""
    named = problem.message.ja
    found = (one.id for one in catalogue.news if one.item.link and f"/{one.item.link}。" in named)
    return next((f"{NEWS_FOLDER}/{news_id}.yaml" for news_id in found), "")
