"""What spread where: the adaptations of all records as one list, and the ways from either end to it."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from homare.model.addresses import TRANSFERS, page_address
from homare.model.case import Adaptation, Case
from homare.model.catalogue import Catalogue
from homare.model.names import short_name

ON_PAGE = 40
"""Spreads on one page of the list: so many arcs can still be told apart in the picture that stands above them."""

SHORTEST_NAME = 4
"""A recipient's name of fewer characters is too likely to be part of another word."""


@dataclass(frozen=True)
class Spread:
    """One adaptation. `number` counts from 1 in display order, `place` from 0 in the case; `at_home` are winners on the
    receiving side: the one that the record names as `case`, or else those whose name stands in the words for that side.
    """

    number: int
    case: Case
    place: int
    adaptation: Adaptation
    at_home: tuple[Case, ...]

    @property
    def row(self) -> int:
        """Its number on its page, from 1."""
        return (self.number - 1) % ON_PAGE + 1

    @property
    def anchor(self) -> str:
        """The id of its row in the table of transfers."""
        return f"transfer-{self.number}"

    @property
    def page(self) -> str:
        """The address of the page of the list that has it."""
        return page_address(TRANSFERS, (self.number - 1) // ON_PAGE + 1)

    @property
    def address(self) -> str:
        """Where the list has it."""
        return f"{self.page}#{self.anchor}"


def spreads(catalogue: Catalogue) -> tuple[Spread, ...]:
    """Return every adaptation of the library, the newest edition's first."""
    found = [(case, *placed) for case in catalogue.cases for placed in enumerate(case.adaptations)]
    winners = _Winners(catalogue.cases if found else ())
    return tuple(
        Spread(number, case, place, adaptation, _winners_at_home(catalogue, winners, adaptation, case))
        for number, (case, place, adaptation) in enumerate(found, start=1)
    )


def into_prefecture(all_spreads: Iterable[Spread], code: str) -> list[Spread]:
    """Return what spread to a prefecture."""
    return [spread for spread in all_spreads if spread.adaptation.prefecture == code]


def arrivals(all_spreads: Iterable[Spread]) -> Mapping[str, tuple[Spread, ...]]:
    """Return what winners took over from others: id of the receiving winner's case → the spreads."""
    found: dict[str, tuple[Spread, ...]] = {}
    for spread in all_spreads:
        for case in spread.at_home:
            found[case.id] = (*found.get(case.id, ()), spread)
    return found


def pages_of_origins(all_spreads: Iterable[Spread]) -> Mapping[str, str]:
    """Return where the list begins to tell what spread from a case: id of the case → address of the page."""
    found: dict[str, str] = {}
    for spread in all_spreads:
        found.setdefault(spread.case.id, spread.page)
    return found


class _Winners:
    """The recipients of cases by the head of their names: a library of 10,000 has 40 million pairs of name and text."""

    def __init__(self, cases: Iterable[Case]) -> None:
        self._by_head = defaultdict[str, list[tuple[int, str, Case]]](list)
        for place, case in enumerate(cases):
            name = short_name(case.recipient.name, full=True)
            if len(name) >= SHORTEST_NAME:
                self._by_head[name[:SHORTEST_NAME]].append((place, name, case))

    def named_in(self, text: str) -> Iterator[Case]:
        """Yield the cases of recipients whose names stand in `text`, in display order."""
        found = {
            place: case
            for start in range(len(text) - SHORTEST_NAME + 1)
            for place, name, case in self._by_head.get(text[start : start + SHORTEST_NAME], ())
            if text.startswith(name, start)
        }
        yield from (found[place] for place in sorted(found))


def _winners_at_home(catalogue: Catalogue, winners: _Winners, adaptation: Adaptation, origin: Case) -> tuple[Case, ...]:
    if adaptation.case:
        return (catalogue.by_id[adaptation.case],)
    return tuple(case for case in winners.named_in(adaptation.to) if case.recipient.name != origin.recipient.name)
