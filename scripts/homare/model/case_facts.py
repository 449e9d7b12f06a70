"""What pages of the whole library count of a case: kept from when its record was read, so that none need be opened."""

from collections.abc import Mapping
from typing import NamedTuple

from homare.model.case import RELATED, Case
from homare.model.case_view import BASIS_TITLES
from homare.model.dates import sort_key
from homare.model.filled_fields import filled_fields
from homare.model.reading import SECTIONS, sourced_parts

PARTS: Mapping[str, str] = BASIS_TITLES | {"lessons": "学び", "conditions": "まねる前に"}
"""The parts of a record that can be empty, with their titles, in the order of the page."""


class CaseFacts(NamedTuple):
    """The counts of one case, as plain data.

    `fields` are those of its published data that have a value, as bits (`filled_fields`). `parts` tell for
    each part whether it is recorded: own (of the programme), related (of the recipient only) or none. `sourced` is the
    number of items that sources say, `grades` are those of its figures, each by its first source, and `later_events`
    tell in the same words whether an event in a year after the award's is recorded.
    """

    fields: int
    parts: tuple[str, ...]
    sourced: int
    grades: tuple[str, ...]
    later_events: str

    @property
    def is_thin(self) -> bool:
        """What the function of this name says of the case."""
        return self.filled["approach"] != "own"

    @property
    def filled(self) -> Mapping[str, str]:
        """The state of each part."""
        return dict(zip(PARTS, self.parts, strict=True))


def is_thin(case: Case) -> bool:
    """True when no source says how the awarded programme works: the reader learns that it won, not what it did."""
    return _state_of(case, "approach") != "own"


def facts_of(case: Case) -> CaseFacts:
    """Return what is counted of a case."""
    grades = (case.sources[figure.sources[0]].grade for figure in case.figures)
    return CaseFacts(
        filled_fields(case),
        tuple(_state_of(case, part) for part in PARTS),
        sum(map(len, sourced_parts(case))),
        tuple(grades),
        _later_events(case),
    )


def _state_of(case: Case, part: str) -> str:
    items = getattr(case.statements, part) if part in SECTIONS else getattr(case, part)
    if not items:
        return "none"
    return "own" if any(getattr(item, "scope", None) != RELATED for item in items) else "related"


def _later_events(case: Case) -> str:
    edition, found = case.award.edition, "none"
    if edition is None:
        return found
    for event in case.history:
        if sort_key(event.date)[0] > edition:
            if not event.is_related:
                return "own"
            found = "related"
    return found
