"""Rules over a session: one file each; `session_faults` runs them in the order of `ALL`."""

from collections.abc import Callable, Iterator

from homare.model.session_rules.agenda_sum import agenda_sum
from homare.model.session_rules.case_outside_kit import case_outside_kit
from homare.model.session_rules.context import SessionContext
from homare.model.session_rules.empty_basis import empty_basis
from homare.model.session_rules.repeated_value import repeated_value
from homare.model.session_rules.unknown_case import unknown_case
from homare.model.session_rules.unknown_prefecture import unknown_prefecture
from homare.model.session_rules.unknown_source import unknown_source
from homare.model.session_rules.unused_case import unused_case
from homare.model.session_rules.unused_source import unused_source
from homare.problems import Problem

Rule = Callable[[SessionContext], Iterator[Problem]]

ALL: tuple[Rule, ...] = (
    unknown_case,
    repeated_value,
    unknown_prefecture,
    agenda_sum,
    unknown_source,
    unused_source,
    case_outside_kit,
    unused_case,
    empty_basis,
)


def session_faults(context: SessionContext) -> Iterator[Problem]:
    """Yield the faults between the parts of a session, and between it and the library."""
    for rule in ALL:
        yield from rule(context)
