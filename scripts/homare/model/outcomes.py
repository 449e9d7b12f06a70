"""What the records tell of the time after an award: whether the programme goes on, what came later, who was counted."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from typing import NamedTuple

from homare.model.case import Case, Figure, Source
from homare.model.catalogue import Catalogue
from homare.model.dates import sort_key
from homare.model.vocabulary import Edition

STATES = ("continuing", "changed", "ended", "unknown")


def states(catalogue: Catalogue) -> Mapping[str, int]:
    """Return how many cases go on, changed, ended, or are not known to; a record without a state is unknown."""
    found: Counter[str] = Counter(case.status.state if case.status else "unknown" for case in catalogue.cases)
    return {state: found[state] for state in STATES}


def has_later_event(case: Case) -> bool:
    """True when the record tells of an event in a year after the award's."""
    edition = case.award.edition
    return edition is not None and any(
        sort_key(event.date)[0] > edition for event in case.history if not event.is_related
    )


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
    """One figure of the library with its case and the sources that give it; `place` is the figure's in the case."""

    case: Case
    figure: Figure
    place: int

    @property
    def sources(self) -> list[tuple[str, Source]]:
        """The keys and sources that the figure rests on."""
        return [(key, self.case.sources[key]) for key in self.figure.sources]

    @property
    def grade(self) -> str:
        """The grade of the first source."""
        return self.case.sources[self.figure.sources[0]].grade


def ledger(catalogue: Catalogue) -> list[LedgerRow]:
    """Return every figure of the library, in display order of its cases."""
    return [LedgerRow(case, figure, place) for case in catalogue.cases for place, figure in enumerate(case.figures)]
