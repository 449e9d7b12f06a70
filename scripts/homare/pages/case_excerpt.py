"""What of the library the page of a case shows: the page is made from that alone, so nothing else can change it."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial

from homare.model.addresses import TRANSFERS, case_address
from homare.model.case import Case
from homare.model.catalogue import Catalogue
from homare.model.parts import parts_of
from homare.model.similarity import Similar, similar_cases
from homare.model.spreads import Spread, arrivals, pages_of_origins, spreads
from homare.pages.page_excerpt import each_once

FindSimilar = Callable[[Catalogue, Case], tuple[Similar, ...]]


@dataclass(frozen=True)
class CaseExcerpt:
    """A case with its surroundings. `catalogue` holds the cases that its page names, the vocabulary and the cards of
    methods and evidence, no more.

    `similar` are the cases most like it, `arrived` what its recipient took over from other winners, `transfers` is the
    address of the page that lists what spread from it first, `has_picture` tells whether the page has a picture of its
    own for sharing.
    """

    catalogue: Catalogue
    case: Case
    similar: tuple[Similar, ...]
    arrived: tuple[Spread, ...]
    transfers: str
    has_picture: bool

    @property
    def address(self) -> str:
        """The address of the page."""
        return case_address(self.case.id)

    @property
    def beside_records(self) -> tuple[str, ...]:
        """What the page shows that no record and no vocabulary says: order and reasons of what is alike, numbers."""
        alike = ("\n".join((entry.case.id, *entry.reasons)) for entry in self.similar)
        arrived = (f"{spread.address}\n{spread.adaptation.model_dump_json()}" for spread in self.arrived)
        return (str(self.has_picture), self.transfers, str(len(self.similar)), *alike, *arrived)


def excerpt_of(
    catalogue: Catalogue,
    case: Case,
    arrived: Sequence[Spread] = (),
    transfers: str = TRANSFERS,
    find_similar: FindSimilar = similar_cases,
) -> CaseExcerpt:
    """Return what the page of `case` shows of `catalogue`; `arrived` and `transfers` are those of the excerpt.

    `find_similar` returns what `similar_cases` does; it may know a shorter way.
    """
    similar = find_similar(catalogue, case)
    named = (
        case,
        *(catalogue.by_id[relation.case] for relation in case.related),
        *(entry.case for entry in similar),
        *(spread.case for spread in arrived),
    )
    theirs = Catalogue(each_once(named), catalogue.vocabulary, catalogue.knowledge)
    return CaseExcerpt(theirs, case, similar, tuple(arrived), transfers, catalogue.is_for_people)


def excerpt_groups(
    catalogue: Catalogue, find_similar: FindSimilar = similar_cases
) -> Iterator[Callable[[], Iterable[CaseExcerpt]]]:
    """Yield what makes the excerpts of some of the cases: groups need nothing of each other."""
    found = spreads(catalogue)
    arrived, transfers = arrivals(found), pages_of_origins(found)

    def of_case(case: Case) -> CaseExcerpt:
        listed = transfers.get(case.id, TRANSFERS)
        return excerpt_of(catalogue, case, arrived.get(case.id, ()), listed, find_similar)

    def of_cases(part: Sequence[Case]) -> Iterator[CaseExcerpt]:
        return map(of_case, part)

    return (partial(of_cases, part) for part in parts_of(catalogue.cases))
