"""What the records say about the same thing, gathered from several cases: conditions, obstacles, adaptations."""

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from homare.model.case import Adaptation, Case, Figure, Reading, Sourced
from homare.model.case_facts import is_thin
from homare.model.case_view import CaseView
from homare.model.catalogue import Catalogue
from homare.model.names import case_label
from homare.pages.addresses import case_links, relative, term_address
from homare.pages.markdown import Markdown

Entry = tuple[str, int, Markdown]
MOST_SHOWN = 100
"""Cases side by side on one page: more make it slow, and a reader compares a few. Counts are of all cases."""

MOST_LISTED = 20
"""Cases in one group of an overview that has many groups; the rest is one search away, with the same count."""


@dataclass(frozen=True)
class Gathered:
    """What one case says; `related` marks what no source ties to the awarded programme."""

    case: Case
    items: tuple[Sourced | Reading, ...]
    anchor: str


def conditions(cases: Sequence[Case]) -> list[Gathered]:
    """Return what must be in place before copying, case by case."""
    return [Gathered(case, case.conditions, "conditions") for case in cases if case.conditions]


def obstacles(cases: Sequence[Case]) -> list[Gathered]:
    """Return what went wrong or stopped, case by case."""
    found = []
    for case in cases:
        view = CaseView(case)
        for related, anchor in ((False, "obstacles"), (True, "related-obstacles")):
            items = view.section("obstacles", related)
            if items:
                found.append(Gathered(case, items, anchor))
    return found


def adaptations(cases: Sequence[Case]) -> list[tuple[Case, Adaptation]]:
    """Return every recorded spread of these cases to other places."""
    return [(case, adaptation) for case in cases for adaptation in case.adaptations]


def key_figure(case: Case) -> Figure | None:
    """Return the figure that speaks for a case: its own first key figure, else the first about its recipient."""
    view = CaseView(case)
    return next(iter(view.key_figures or view.of_recipient(case.figures)), None)


def most_frequent(counts: Counter[str], most: int = 3) -> list[tuple[str, int]]:
    """Return the most frequent keys with their counts, equal ones in alphabetical order."""
    return sorted(counts.items(), key=lambda entry: (-entry[1], entry[0]))[:most]


def years_of(cases: Sequence[Case]) -> str:
    """Return 「2003〜2018年（未確認3件）」: from when on the cases began, "" when no year is known."""
    years = [case.started for case in cases if case.started]
    if not years:
        return ""
    span = f"{min(years)}年" if min(years) == max(years) else f"{min(years)}〜{max(years)}年"
    unknown = len(cases) - len(years)
    return f"{span}（未確認{unknown}件）" if unknown else span


def spread_link(spread: Sequence[object]) -> Markdown:
    """Return the number of recorded transfers as a link to them further down the page."""
    return Markdown(f'<a href="#transfers">{len(spread)}件</a>' if spread else "記録なし")


def term_entries(catalogue: Catalogue, address: str, facet: str, counts: Counter[str]) -> list[Entry]:
    """Return the most frequent terms of a facet as (label, count, link from the page at `address`)."""
    terms = getattr(catalogue.vocabulary, facet)
    return [
        (terms[key].label, count, Markdown(relative(address, term_address(facet, key))))
        for key, count in most_frequent(counts)
    ]


def record_words(catalogue: Catalogue, address: str) -> dict[str, object]:
    """Return what templates ask about cases on the page at `address`: links, labels, places."""
    case_link = case_links(address)
    link: Callable[[str], Markdown] = lambda target: Markdown(relative(address, target))  # noqa: E731
    return {
        "most_listed": MOST_LISTED,
        "words": catalogue.vocabulary,
        "by_id": catalogue.by_id,
        "label": case_label,
        "full_label": lambda case: case_label(case, full=True),
        "place": catalogue.place_of,
        "is_thin": is_thin,
        "link": link,
        "case_link": lambda case_id: Markdown(case_link(case_id)),
    }
