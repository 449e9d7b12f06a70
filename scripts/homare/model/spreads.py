"""What spread where: the adaptations of all records as one list, and the ways from either end to it."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from homare.model.case import Adaptation, Case
from homare.model.catalogue import Catalogue
from homare.model.names import short_name

SHORTEST_NAME = 4
"""A recipient's name of fewer characters is too likely to be part of another word."""


@dataclass(frozen=True)
class Spread:
    """One adaptation. `number` counts from 1 in display order; `at_home` are winners on the receiving side: the one
    that the record names as `case`, or else those whose name stands in the words for the receiving side."""

    number: int
    case: Case
    adaptation: Adaptation
    at_home: tuple[Case, ...]

    @property
    def anchor(self) -> str:
        """Where the table of transfers holds it."""
        return f"transfer-{self.number}"


def spreads(catalogue: Catalogue) -> tuple[Spread, ...]:
    """Return every adaptation of the library, the newest edition's first."""
    pairs = [(case, adaptation) for case in catalogue.cases for adaptation in case.adaptations]
    names = [(short_name(case.recipient.name, full=True), case) for case in catalogue.cases] if pairs else []
    return tuple(
        Spread(number, case, adaptation, _winners_at_home(catalogue, names, adaptation, case))
        for number, (case, adaptation) in enumerate(pairs, start=1)
    )


def into_prefecture(all_spreads: Iterable[Spread], code: str) -> list[Spread]:
    """Return what spread to a prefecture."""
    return [spread for spread in all_spreads if spread.adaptation.prefecture == code]


def arrivals(catalogue: Catalogue) -> Mapping[str, tuple[Spread, ...]]:
    """Return what winners took over from others: id of the receiving winner's case → the spreads."""
    found: dict[str, tuple[Spread, ...]] = {}
    for spread in spreads(catalogue):
        for case in spread.at_home:
            found[case.id] = (*found.get(case.id, ()), spread)
    return found


def _winners_at_home(
    catalogue: Catalogue, names: Iterable[tuple[str, Case]], adaptation: Adaptation, origin: Case
) -> tuple[Case, ...]:
    if adaptation.case:
        return (catalogue.by_id[adaptation.case],)
    return _winners_named(names, adaptation.to, origin)


def _winners_named(names: Iterable[tuple[str, Case]], text: str, origin: Case) -> tuple[Case, ...]:
    """The cases of other recipients whose name stands in `text`."""
    return tuple(
        case
        for name, case in names
        if len(name) >= SHORTEST_NAME and name in text and case.recipient.name != origin.recipient.name
    )
