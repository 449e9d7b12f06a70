"""What the reading of a library asks of whoever remembers its cases from one time to the next."""

from dataclasses import dataclass
from typing import NamedTuple, Protocol

from homare.model.case import Case
from homare.model.case_facts import CaseFacts
from homare.model.parts import Spread, in_turn


class CheckedCase(NamedTuple):
    """A case without fault, and what is counted of it."""

    case: Case
    facts: CaseFacts


class KeptCases(Protocol):
    """Cases whose records were found to be without fault, and have not changed since."""

    def find(self, case_id: str) -> CheckedCase | None:
        """Return the case, if its record, the vocabulary and the rules are what they were."""

    def keep(self, case: Case) -> CaseFacts | None:
        """Remember a case whose record is without fault; may return what is counted of it."""


class _NothingKept:
    """Remembers nothing: every record is read."""

    def find(self, _case_id: str) -> CheckedCase | None:
        """Return None."""
        return None

    def keep(self, _case: Case) -> None:
        """Do nothing."""


_NOTHING_KEPT = _NothingKept()


@dataclass(frozen=True)
class Helpers:
    """What helps to read a large library: `spread` shares the work among processes, `kept` knows what was read."""

    spread: Spread = in_turn
    kept: KeptCases = _NOTHING_KEPT


UNAIDED = Helpers()
