"""The timeline: when each programme began and when it won, theme by theme."""

from collections.abc import Iterator
from dataclasses import dataclass

from homare.model.case import Case
from homare.model.catalogue import Catalogue
from homare.model.vocabulary import Term
from homare.pages.addresses import relative, term_address
from homare.pages.gathered import record_words
from homare.pages.markdown import Markdown, render
from homare.pages.page import Crumb, Page

ADDRESS = "timeline/"
TITLE = "年表：はじまりと受賞"
LEAD = "取組がいつ始まり、何年目に受賞したかを、テーマごとに古い順で並べました。"
MOST_ROWS = 300
"""Cases on the page: a longer timeline is a list to search, not to look at."""


@dataclass(frozen=True)
class Scale:
    """Years to places on a line, in per cent of its length, with a little room at both ends."""

    first: int
    last: int

    def place(self, year: int) -> float:
        """Return where `year` stands, from 0 to 100."""
        return round(2 + 96 * (year - self.first) / max(1, self.last - self.first), 1)

    @property
    def ticks(self) -> tuple[int, ...]:
        """The years to write at the line: every tenth."""
        return tuple(year for year in range(self.first, self.last + 1) if year % 10 == 0)


def timeline_page(catalogue: Catalogue) -> Page:
    """Return the page. A case stands under the first theme of its record, so that each is drawn once."""
    cases = catalogue.cases[:MOST_ROWS]
    years = [year for case in cases for year in (case.started, case.award.edition) if year]
    scale = Scale(min(years), max(years)) if years else None
    body = render(
        "timeline",
        lead=LEAD,
        groups=list(_groups(catalogue, cases)),
        scale=scale,
        begun=sum(1 for case in cases if case.started),
        known=sum(1 for case in cases if case.started and case.award.edition),
        waited=_median([case.award.edition - case.started for case in cases if case.started and case.award.edition]),
        **record_words(catalogue, ADDRESS),
    )
    return Page(ADDRESS, TITLE, LEAD, body, (Crumb(TITLE, ""),))


def _groups(catalogue: Catalogue, cases: tuple[Case, ...]) -> Iterator[tuple[Term | None, Markdown, list[Case]]]:
    """Yield each theme with its page and its cases, oldest start first; at last the cases without a theme."""
    for key, theme in catalogue.vocabulary.themes.items():
        members = [case for case in cases if case.themes[:1] == (key,)]
        if members:
            yield theme, Markdown(relative(ADDRESS, term_address("themes", key))), _by_start(members)
    without = [case for case in cases if not case.themes]
    if without:
        yield None, Markdown(""), _by_start(without)


def _by_start(cases: list[Case]) -> list[Case]:
    return sorted(cases, key=lambda case: (case.started or case.award.edition or 0, case.award.edition or 0, case.id))


def _median(numbers: list[int]) -> int | None:
    return sorted(numbers)[len(numbers) // 2] if numbers else None
