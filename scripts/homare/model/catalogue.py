"""All checked cases and their vocabulary: what pages, exports and search are made from."""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property

from homare.model.case import Case
from homare.model.case_facts import CaseFacts, facts_of
from homare.model.dates import sort_key
from homare.model.knowledge import Knowledge
from homare.model.news import News
from homare.model.session import HeldSession, Kit
from homare.model.site_words import MOST_FOR_PEOPLE
from homare.model.vocabulary import Prize, Region, Vocabulary

NO_KNOWLEDGE = Knowledge()


@dataclass(frozen=True)
class Catalogue:
    """The library. `cases` stand in display order: newest edition first, then by prize, then by id.

    `known_facts` are the facts of cases by their ids, as far as somebody knows them.
    """

    cases: tuple[Case, ...]
    vocabulary: Vocabulary
    knowledge: Knowledge = NO_KNOWLEDGE
    sessions: tuple[HeldSession | Kit, ...] = ()
    news: tuple[News, ...] = ()
    known_facts: Mapping[str, CaseFacts] = field(default_factory=dict)

    def prepare(self) -> None:
        """Work out what everyone asks of all cases, before this process is copied and each copy does it for itself."""
        _ = self.by_id, self.place_by_id, self.facts, self._cases_with, self._by_region

    @cached_property
    def by_id(self) -> Mapping[str, Case]:
        """Every case by its id."""
        return {case.id: case for case in self.cases}

    @cached_property
    def place_by_id(self) -> Mapping[str, int]:
        """The place of every case in `cases`."""
        return {case.id: place for place, case in enumerate(self.cases)}

    @cached_property
    def facts(self) -> Mapping[str, CaseFacts]:
        """What is counted of every case, by its id, in display order."""
        return {case.id: self.known_facts.get(case.id) or facts_of(case) for case in self.cases}

    @cached_property
    def term_counts(self) -> Mapping[tuple[str, str], int]:
        """How many cases have each term: (facet, key) → number, with the facets of `places_with`."""
        return Counter({term: len(places) for term, places in self.places_with.items()})

    @cached_property
    def places_with(self) -> Mapping[tuple[str, str], Sequence[int]]:
        """Where in `cases` those with a term stand: (facet, key) → places.

        The facets are the vocabulary's lists, "type" (of organisation), "prefecture", "town" (prefecture and
        municipality), "edition" and "prize".
        """
        places: defaultdict[tuple[str, str], list[int]] = defaultdict(list)
        for place, case in enumerate(self.cases):
            for term in terms_of(case):
                places[term].append(place)
        return places

    @cached_property
    def place_bits_with(self) -> Mapping[tuple[str, str], int]:
        """What `places_with` lists, as whole numbers: place 3 is the bit of value 8."""
        return {term: _bits(places) for term, places in self.places_with.items()}

    @property
    def is_for_people(self) -> bool:
        """True of a library small enough to be read as a whole: its site carries casebook, workbook and pictures."""
        return 0 < len(self.cases) <= MOST_FOR_PEOPLE

    @property
    def kits(self) -> tuple[Kit, ...]:
        """The ready-made kits for study sessions."""
        return tuple(session for session in self.sessions if isinstance(session, Kit))

    @property
    def held_sessions(self) -> tuple[HeldSession, ...]:
        """The meetings that were held: newest first, then those without a date from north to south."""
        held = [session for session in self.sessions if isinstance(session, HeldSession)]
        undated = sorted((one for one in held if not one.date), key=lambda one: one.prefecture or "")
        dated = [(sort_key(one.date), one) for one in held if one.date]
        return (*(one for _, one in sorted(dated, key=lambda entry: entry[0], reverse=True)), *undated)

    def with_term(self, facet: str, key: str) -> tuple[Case, ...]:
        """Return the cases that have the term `key`; the facet is a vocabulary name, organisation types included."""
        return self._with("type" if facet == "organisation_types" else facet, key)

    def in_prefecture(self, code: str) -> tuple[Case, ...]:
        """Return the cases whose recipient is in the prefecture."""
        return self._with("prefecture", code)

    def in_region(self, region: Region) -> tuple[Case, ...]:
        """Return the cases whose recipient is in the region."""
        return self._by_region.get(region.key, ())

    def of_edition(self, year: int | None) -> tuple[Case, ...]:
        """Return the cases of an edition; None: those whose edition no source shows."""
        return self._with("edition", str(year or ""))

    def of_prize(self, key: str) -> tuple[Case, ...]:
        """Return the cases that won the prize."""
        return self._with("prize", key)

    def _with(self, facet: str, key: str) -> tuple[Case, ...]:
        return self._cases_with.get((facet, key), ())

    @cached_property
    def _cases_with(self) -> Mapping[tuple[str, str], tuple[Case, ...]]:
        return {term: tuple([self.cases[place] for place in places]) for term, places in self.places_with.items()}

    @cached_property
    def _by_region(self) -> Mapping[str, tuple[Case, ...]]:
        by_region: defaultdict[str, list[Case]] = defaultdict(list)
        for case in self.cases:
            if region := self.region_of(case):
                by_region[region.key].append(case)
        return {key: tuple(cases) for key, cases in by_region.items()}

    def where(self, test: Callable[[Case], bool]) -> tuple[Case, ...]:
        """Return the cases that pass `test`, in display order."""
        return tuple(case for case in self.cases if test(case))

    def region_of(self, case: Case) -> Region | None:
        """Return the region of the default scheme that the recipient belongs to."""
        if case.recipient.prefecture:
            return self.vocabulary.region_of(case.recipient.prefecture)
        return self.vocabulary.region(case.recipient.region) if case.recipient.region else None

    def prize_of(self, case: Case) -> Prize | None:
        """Return the prize, or None when no source names it."""
        return self.vocabulary.prizes.get(case.award.prize) if case.award.prize else None

    def place_of(self, case: Case) -> str:
        """Return the place in words: 「東京都品川区」, 「九州・沖縄」 when the prefecture is not known."""
        prefecture = self.vocabulary.prefectures.get(case.recipient.prefecture or "")
        if prefecture:
            return prefecture.name + (case.recipient.municipality or "")
        region = self.region_of(case)
        return region.label if region else ""


def terms_of(case: Case) -> Iterator[tuple[str, str]]:
    """Yield the terms of a case, with the facets of `Catalogue.places_with`."""
    for facet in ("challenges", "themes", "methods", "industries"):
        yield from ((facet, key) for key in dict.fromkeys(getattr(case, facet)))
    yield "type", case.recipient.type
    yield "edition", str(case.award.edition or "")
    yield "prize", case.award.prize or ""
    if prefecture := case.recipient.prefecture:
        yield "prefecture", prefecture
        if town := case.recipient.municipality:
            yield "town", prefecture + town


def _bits(places: Sequence[int]) -> int:
    bits = bytearray(places[-1] // 8 + 1)
    for place in places:
        bits[place // 8] |= 1 << place % 8
    return int.from_bytes(bits, "little")


def make_catalogue(cases: Iterable[Case], vocabulary: Vocabulary, knowledge: Knowledge = NO_KNOWLEDGE) -> Catalogue:
    """Return the catalogue of `cases` in display order."""
    prize_order = {key: index for index, key in enumerate(vocabulary.prizes)}
    last = len(prize_order)
    ordered = sorted(
        cases,
        key=lambda case: (-(case.award.edition or 0), prize_order.get(case.award.prize or "", last), case.id),
    )
    return Catalogue(tuple(ordered), vocabulary, knowledge)
