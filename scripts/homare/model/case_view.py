"""What a case page shows, in page order: numbered sources, key figures, the parts that are about the programme."""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property
from itertools import chain
from typing import TypeVar
from urllib.parse import urlsplit

from homare.model.case import Case, Figure, Source, Sourced, Statements
from homare.model.dates import sort_key
from homare.model.reading import SECTIONS, source_mentions

SECTION_TITLES = {name: str(field.title) for name, field in Statements.model_fields.items()}
BASIS_TITLES = SECTION_TITLES | {"history": "経緯", "figures": "数字", "adaptations": "横展開"}
GRADES = {"primary": "一次", "secondary": "二次", "copy": "写し"}
CERTAINTIES = {"documented": "資料で確認", "reported": "伝聞", "unclear": "不確か"}
STATES = {"continuing": "続いている", "changed": "形を変えて続く", "ended": "終了した", "unknown": "未確認"}
MOST_KEY_FIGURES = 3

Item = TypeVar("Item", bound=Sourced)


@dataclass(frozen=True)
class NumberedSource:
    """A source with its number on the page."""

    number: int
    key: str
    source: Source

    @property
    def host(self) -> str:
        """The site it stands on, for the link text."""
        return urlsplit(self.source.url or "").netloc.removeprefix("www.")

    @property
    def is_pdf(self) -> bool:
        """True when the address is a PDF's."""
        return urlsplit(self.source.url or "").path.lower().endswith(".pdf")


@dataclass(frozen=True)
class CaseView:
    """A case as its page needs it."""

    case: Case

    @cached_property
    def sources(self) -> tuple[NumberedSource, ...]:
        """The sources in the order in which the page first names them, from 1."""
        named = (key for _, _, keys in source_mentions(self.case) for key in keys)
        keys = dict.fromkeys(chain(named, self.case.sources))
        return tuple(NumberedSource(n, key, self.case.sources[key]) for n, key in enumerate(keys, start=1))

    @cached_property
    def number_of(self) -> dict[str, int]:
        """Source key → its number."""
        return {entry.key: entry.number for entry in self.sources}

    @property
    def key_figures(self) -> tuple[Figure, ...]:
        """The figures for the head of the page: those marked `lead: true`, else the first of the programme's own."""
        own = tuple(figure for figure in self.of_programme(self.case.figures) if figure.lead is not False)
        return (tuple(figure for figure in own if figure.lead) or own)[:MOST_KEY_FIGURES]

    def section(self, name: str, related: bool = False) -> tuple[Sourced, ...]:
        """Return a section's statements: the programme's own, or those that are only about the recipient."""
        statements: tuple[Sourced, ...] = getattr(self.case.statements, name)
        return self.of_recipient(statements) if related else self.of_programme(statements)

    def of_programme(self, items: Iterable[Item]) -> tuple[Item, ...]:
        """Return what a source ties to the awarded programme."""
        return tuple([item for item in items if not item.is_related])

    def of_recipient(self, items: Iterable[Item]) -> tuple[Item, ...]:
        """Return what is about the recipient only."""
        return tuple([item for item in items if item.is_related])

    @property
    def history(self) -> tuple[Sourced, ...]:
        """The programme's dated events, oldest first."""
        return tuple(sorted(self.of_programme(self.case.history), key=lambda event: sort_key(event.date)))

    @property
    def related_history(self) -> tuple[Sourced, ...]:
        """The recipient's dated events, oldest first."""
        return tuple(sorted(self.of_recipient(self.case.history), key=lambda event: sort_key(event.date)))

    @property
    def has_related(self) -> bool:
        """True when anything in the record is about the recipient only."""
        case = self.case
        return bool(
            any(self.section(name, related=True) for name in SECTIONS)
            or self.of_recipient(case.figures)
            or self.related_history
            or self.of_recipient(case.adaptations)
        )

    @property
    def contents(self) -> tuple[tuple[str, str], ...]:
        """The sections that this page has, in order: (id, title)."""
        case = self.case
        own = [(name, SECTION_TITLES[name]) for name in SECTIONS if name != "spread" and self.section(name)]
        if self.of_programme(case.figures) and not self.section("results"):
            own.append(("results", SECTION_TITLES["results"]))
            own.sort(key=lambda entry: SECTIONS.index(entry[0]))
        later = (
            ("history", "経緯", self.history),
            ("spread", "波及と横展開", self.section("spread") or self.of_programme(case.adaptations)),
            ("related-work", "関連する取組", self.has_related),
            ("lessons", "学び", case.lessons),
            ("conditions", "まねる前に要るもの", case.conditions),
            ("notes", "確かめられていないこと", case.notes or self.unrecorded),
            ("sources", "出典", True),
        )
        return (*own, *((name, title) for name, title, there in later if there))

    @property
    def unrecorded(self) -> tuple[str, ...]:
        """Titles of the parts for which nothing at all is recorded."""
        case = self.case
        empty = [SECTION_TITLES[name] for name in SECTIONS if not getattr(case.statements, name)]
        return (*empty, *(["経緯"] if not case.history else []), *(["数字"] if not case.figures else []))
