"""How a case is cited: the parts of a reference, and the one line that people paste."""

from dataclasses import dataclass
from datetime import date

from homare.model.case import Case
from homare.model.dates import first_and_last_day, sort_key
from homare.model.site_words import EDITORS, LIBRARY


@dataclass(frozen=True)
class Citation:
    """A reference to a case as an article of the library; `issued` is the day on which its record last changed."""

    case_id: str
    title: str
    issued: date
    address: str
    abstract: str
    author: str = EDITORS
    container: str = LIBRARY

    @property
    def text(self) -> str:
        """The reference in one line, in the order of SIST 02; the day of reading is the reader's to fill in."""
        return f"{self.author}．「{self.title}」．{self.container}．{self.issued.isoformat()}．{self.address}"


def citation_of(case: Case, address: str) -> Citation:
    """Return the reference to `case`, whose page stands at the full `address`."""
    return Citation(case.id, case.title, changed_on(case), address, case.summary.strip())


def changed_on(case: Case) -> date:
    """Return the day on which the record last changed; a record dated by month or year counts from its first day."""
    return first_and_last_day(max(case.recorded, case.updated or case.recorded, key=sort_key))[0]
