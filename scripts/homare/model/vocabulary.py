"""The controlled terms: editions, prizes, places, organisations, challenges, themes, methods, industries; synonyms."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Annotated, Any

from pydantic import Field, StringConstraints

from homare.model.case import Name, PrefectureCode, TermKey
from homare.model.dates import Date
from homare.model.record_part import Part

Reading = Annotated[
    str, StringConstraints(pattern=r"^[ぁ-ゖー・]+$"), Field(description="ひらがなと「ー」「・」だけで書きます。")
]

TermAddress = Annotated[str, StringConstraints(pattern=r"^[a-z_]+/[a-z][a-z0-9-]{1,40}$")]


class Term(Part):
    """A term of one facet (SKOS: prefLabel, altLabel, definition, broader)."""

    key: TermKey = Field(title="キー")
    label: Name = Field(title="見出し")
    reading: Reading = Field(title="よみ")
    description: str = Field(min_length=10, max_length=200, title="説明")
    broader: TermKey | None = Field(None, title="上位の語")
    alt: tuple[Name, ...] = Field((), title="別の言い方")


class Prize(Part):
    """A prize of the award. `since` is the first edition that is documented to have it."""

    key: TermKey
    label: Name
    reading: Reading
    short: Name | None = None
    since: int | None = None
    honours: str | None = None

    @property
    def short_label(self) -> str:
        """The name to use where room is short."""
        return self.short or self.label


class Tally(Part):
    """How many programmes and how many individuals, as far as sources tell."""

    programmes: int | None = None
    individuals: int | None = None


class Edition(Part):
    """One year of the award; what no source gives is absent."""

    year: int
    ordinal: int
    announced: Date | None = None
    ceremony: Date | None = None
    venue: Name | None = None
    applications: Tally = Tally()
    awarded: Tally = Tally()
    winners_announced: dict[TermKey, int] = Field(default_factory=dict)
    notes: tuple[str, ...] = ()


class Prefecture(Part):
    """A prefecture by its JIS X 0401 code, with its place on the tile map (row, column, from 0) and its neighbours."""

    code: PrefectureCode
    key: TermKey
    name: Name
    reading: Reading
    tile: tuple[int, int]
    neighbours: tuple[PrefectureCode, ...] = ()


class Region(Part):
    """A block of prefectures within one scheme."""

    key: TermKey
    label: Name
    reading: Reading
    prefectures: tuple[PrefectureCode, ...]


class RegionScheme(Part):
    """A named way to divide the country; no law defines one."""

    key: TermKey
    label: Name
    description: str
    regions: tuple[Region, ...]


class SynonymGroup(Part):
    """Words that find the same cases; whoever searches for one of `words` also finds the `narrower` ones."""

    words: tuple[Name, ...] = Field(min_length=1, title="言葉")
    narrower: tuple[Name, ...] = Field((), title="下位の言葉")


class Everyday(Part):
    """How people say it who do not know the term: 「後継ぎがいない」 for challenges/successors."""

    says: tuple[Name, ...] = Field(min_length=1, title="言い方")
    term: TermAddress = Field(title="見出し", description="challenges/successors のように、分類とキー。")


class Synonyms(Part):
    """The file synonyms.yaml."""

    groups: tuple[SynonymGroup, ...] = Field((), title="言い換え")
    everyday: tuple[Everyday, ...] = Field((), title="ふだんの言い方")
    readings: dict[Name, Reading] = Field(default_factory=dict, title="読みの直し")


@dataclass(frozen=True)
class Vocabulary:
    """All terms, each facet in the order of its file. `unread` names the files that were missing or had faults."""

    challenges: Mapping[str, Term] = field(default_factory=dict)
    themes: Mapping[str, Term] = field(default_factory=dict)
    methods: Mapping[str, Term] = field(default_factory=dict)
    industries: Mapping[str, Term] = field(default_factory=dict)
    organisation_types: Mapping[str, Term] = field(default_factory=dict)
    prizes: Mapping[str, Prize] = field(default_factory=dict)
    editions: Mapping[int, Edition] = field(default_factory=dict)
    prefectures: Mapping[str, Prefecture] = field(default_factory=dict)
    region_schemes: Mapping[str, RegionScheme] = field(default_factory=dict)
    synonyms: Synonyms = field(default_factory=Synonyms)
    unread: frozenset[str] = frozenset()

    @property
    def regions(self) -> tuple[Region, ...]:
        """The regions of the default scheme, which is the first in the file."""
        return next(iter(self.region_schemes.values())).regions if self.region_schemes else ()

    def region_of(self, prefecture: str) -> Region | None:
        """Return the region of the default scheme that holds the prefecture code."""
        return self._region_by_prefecture.get(prefecture)

    @cached_property
    def _region_by_prefecture(self) -> Mapping[str, Region]:
        return {code: region for region in reversed(self.regions) for code in region.prefectures}

    def region(self, key: str) -> Region | None:
        """Return the region of the default scheme with this key."""
        return next((region for region in self.regions if region.key == key), None)

    @cached_property
    def names(self) -> Mapping[str, Mapping[str, str]]:
        """Every way in which people write the terms of each facet: key, label, reading or other name → the key."""
        return {facet: _names(getattr(self, facet)) for facet in NAMED}


NAMED = ("challenges", "themes", "methods", "industries", "organisation_types", "prizes", "editions")
"""The facets whose terms a record names."""


def _names(terms: Mapping[Any, Any]) -> Mapping[str, str]:
    names = {str(key): str(key) for key in terms}
    for key, term in terms.items():
        for name in (getattr(term, "label", None), getattr(term, "reading", None), *getattr(term, "alt", ())):
            if name:
                names.setdefault(name, str(key))
    return names
