"""What the records tell of the time after an award: whether the programme goes on, what came later, who was counted."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from itertools import chain
from typing import NamedTuple

from homare.model.case import Case, Figure, Source
from homare.model.catalogue import Catalogue
from homare.model.vocabulary import Edition

STATES = ("continuing", "changed", "ended", "unknown")


def states(catalogue: Catalogue) -> Mapping[str, int]:
    """Return how many cases go on, changed, ended, or are not known to; a record without a state is unknown."""
    found: Counter[str] = Counter(case.status.state if case.status else "unknown" for case in catalogue.cases)
    return {state: found[state] for state in STATES}


@dataclass(frozen=True)
class Round:
    """One edition, and how many of its winners are recorded; its own numbers are None where no source tells."""

    edition: Edition
    recorded: int


def rounds(catalogue: Catalogue) -> list[Round]:
    """Return every edition, oldest first."""
    editions = sorted(catalogue.vocabulary.editions.values(), key=lambda edition: edition.year)
    return [Round(edition, len(catalogue.of_edition(edition.year))) for edition in editions]


def first_with_individuals(catalogue: Catalogue) -> int | None:
    """Return the first edition for which sources count individuals: before it, only programmes could win."""
    tallies = (
        (edition.year, edition.applications, edition.awarded) for edition in catalogue.vocabulary.editions.values()
    )
    return min((year for year, *counts in tallies if any(count.individuals for count in counts)), default=None)


class LedgerRow(NamedTuple):
    """One figure of the library: its case, and its place there."""

    case: Case
    place: int

    @property
    def figure(self) -> Figure:
        """The figure itself."""
        return self.case.figures[self.place]

    @property
    def sources(self) -> list[tuple[str, Source]]:
        """The keys and sources that the figure rests on."""
        return [(key, self.case.sources[key]) for key in self.figure.sources]


def ledger(catalogue: Catalogue) -> list[LedgerRow]:
    """Return every figure of the library, in display order of its cases."""
    facts = catalogue.facts
    return [LedgerRow(case, place) for case in catalogue.cases for place in range(len(facts[case.id].grades))]


def grade_counts(catalogue: Catalogue) -> Mapping[str, int]:
    """Return how many figures of the library rest on a source of each grade, by the first that each names."""
    return Counter(chain.from_iterable(facts.grades for facts in catalogue.facts.values()))


def later_events(catalogue: Catalogue) -> Mapping[str, int]:
    """Return of how many cases the record tells of an event in a year after the award's: own, or related only."""
    return Counter(facts.later_events for facts in catalogue.facts.values())
