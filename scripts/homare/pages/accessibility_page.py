"""/about/accessibility/: the policy, and the results of the tests, in the form that Japanese public sites use.

The results are data that the tests write (`pytest --update-accessibility`); a test keeps them equal to what is tested.
"""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from importlib.resources import files
from typing import Any

from homare.pages.addresses import relative
from homare.pages.dates import date_markdown
from homare.pages.markdown import Markdown, render
from homare.pages.page import Crumb, Page

ADDRESS = "about/accessibility/"
TITLE = "アクセシビリティ"
LEAD = "だれもが読め、使えることをめざしています。その方針と、試験の結果をまとめました。"
PRINCIPLES = {"1": "知覚できること", "2": "操作できること", "3": "理解できること", "4": "どの環境でも使えること"}


@dataclass(frozen=True)
class Criterion:
    """One criterion of WCAG 2.2, levels A and AA: how it was tested, or why it does not apply."""

    number: str
    level: str
    since: str
    name: str
    not_applicable: str
    how: tuple[str, ...]

    @property
    def result(self) -> str:
        """The word in the table of results."""
        if self.not_applicable:
            return "該当なし"
        return "適合" if self.how else "未試験"


def accessibility_page() -> Page:
    """Return the page of the policy and the committed results."""
    results: Mapping[str, Any] = json.loads(_data("accessibility.json"))
    criteria = criteria_with(results["criteria"])
    body = render(
        "accessibility",
        lead=LEAD,
        results=results,
        principles=[(name, [one for one in criteria if one.number[0] == key]) for key, name in PRINCIPLES.items()],
        count=lambda result: sum(1 for one in criteria if one.result == result),
        total=len(criteria),
        date=date_markdown,
        about_link=Markdown(relative(ADDRESS, "about/")),
    )
    crumbs = (Crumb("この事例集について", relative(ADDRESS, "about/")), Crumb(TITLE, ""))
    return Page(ADDRESS, TITLE, LEAD, body, crumbs, extra={"scripts": ["assets/js/access/main.js"]})


def criteria_with(how: Mapping[str, Sequence[str]]) -> list[Criterion]:
    """Return all criteria in order, each with its ways of testing from `how` (criterion → sentences)."""
    rows = (line.split("\t") for line in _data("wcag.tsv").splitlines())
    return [
        Criterion(number, level, since, name, reason.strip(), tuple(how.get(number, ())))
        for number, level, since, name, reason in rows
    ]


def _data(name: str) -> str:
    return files("homare.pages").joinpath(name).read_text("utf-8")
