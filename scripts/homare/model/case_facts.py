"""What pages of the whole library count of a case: kept from when its record was read, so that none need be opened."""

from collections.abc import Mapping
from itertools import chain
from typing import Any, NamedTuple

from homare.model.case import RELATED, Case
from homare.model.case_view import BASIS_TITLES
from homare.model.codebook import field_paths
from homare.model.dates import sort_key
from homare.model.reading import SECTIONS, sourced_parts

PARTS: Mapping[str, str] = BASIS_TITLES | {"lessons": "学び", "conditions": "まねる前に"}
"""The parts of a record that can be empty, with their titles, in the order of the page."""

_APART = frozenset({"award", "statements", "sources"})
"""Parts of a record whose paths are not those of their names."""


class CaseFacts(NamedTuple):
    """The counts of one case, as plain data.

    `fields` are those of its published data that have a value, as bits in the order of `field_paths`. `parts` tell for
    each part whether it is recorded: own (of the programme), related (of the recipient only) or none. `sourced` is the
    number of items that sources say, `grades` are those of its figures, each by its first source, and `has_later_event`
    is true when an event in a year after the award's is recorded.
    """

    fields: int
    parts: tuple[str, ...]
    sourced: int
    grades: tuple[str, ...]
    has_later_event: bool

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
    return all(statement.scope == RELATED for statement in case.statements.approach)


def facts_of(case: Case) -> CaseFacts:
    """Return what is counted of a case."""
    grades = (case.sources[figure.sources[0]].grade for figure in case.figures)
    paths = field_paths()
    return CaseFacts(
        sum(1 << paths[path] for path in _paths(case.model_dump(exclude_defaults=True))),
        tuple(_state_of(case, part) for part in PARTS),
        sum(map(len, sourced_parts(case))),
        tuple(grades),
        _has_later_event(case),
    )


def _paths(record: Mapping[str, Any]) -> set[str]:
    """Return the paths of all values in a case, as it is published: `award` without its folder."""
    award, statements, sources = (record.get(name, {}) for name in ("award", "statements", "sources"))
    found = {"statements", "sources{}", *(f"statements.{section}[]" for section in statements)}
    _find(award, "", found)
    for statement in chain.from_iterable(statements.values()):
        _find(statement, "statements.*[].", found)
    for source in sources.values():
        _find(source, "sources{}.", found)
    _find({name: value for name, value in record.items() if name not in _APART}, "", found)
    return found


def _find(values: Mapping[str, Any], before: str, found: set[str]) -> None:
    """Add the paths of the values in a part, and of those in the parts that stand in it."""
    for name, value in values.items():
        path = before + name
        if isinstance(value, tuple):
            path += "[]"
            for item in value:
                if isinstance(item, dict):
                    _find(item, f"{path}.", found)
        elif isinstance(value, dict):
            _find(value, f"{path}.", found)
        found.add(path)


def _state_of(case: Case, part: str) -> str:
    items = getattr(case.statements, part) if part in SECTIONS else getattr(case, part)
    if not items:
        return "none"
    return "own" if any(getattr(item, "scope", None) != RELATED for item in items) else "related"


def _has_later_event(case: Case) -> bool:
    edition = case.award.edition
    return edition is not None and any(
        sort_key(event.date)[0] > edition for event in case.history if not event.is_related
    )
