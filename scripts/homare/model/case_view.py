"""What a case page shows, in page order: numbered sources, key figures, the parts that are about the programme."""

from dataclasses import dataclass
from functools import cached_property
from itertools import chain
from typing import NamedTuple, TypeVar
from urllib.parse import urlsplit

from homare.model.case import RELATED, Case, Figure, Source, Sourced, Statements
from homare.model.dates import sort_key
from homare.model.reading import SECTIONS, source_mentions

SECTION_TITLES = {name: str(field.title) for name, field in Statements.model_fields.items()}
BASIS_TITLES = SECTION_TITLES | {"history": "経緯", "figures": "数字", "adaptations": "横展開"}
PAGE_TITLES = BASIS_TITLES | {
    "spread": "波及と横展開",
    "adaptations": "波及と横展開",
    "related-work": "関連する取組",
    "lessons": "学び",
    "conditions": "まねる前に要るもの",
    "notes": "確かめられていないこと",
    "sources": "出典",
}
"""The headings of the sections of a page, by their ids; kits name what a question rests on by them too."""

GRADES = {"primary": "一次", "secondary": "二次", "copy": "写し"}
CERTAINTIES = {"documented": "資料で確認", "reported": "伝聞", "unclear": "不確か"}
STATES = {"continuing": "続いている", "changed": "形を変えて続く", "ended": "終了した", "unknown": "未確認"}
MOST_KEY_FIGURES = 3

Item = TypeVar("Item", bound=Sourced)


class NumberedSource(NamedTuple):
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


def first_told(case: Case, section: str) -> Sourced | None:
    """Return the first statement of a section, the programme's own before the recipient's; None where there is none."""
    statements: tuple[Sourced, ...] = getattr(case.statements, section)
    return next((item for item in statements if item.scope != RELATED), statements[0] if statements else None)


@dataclass(frozen=True)
class CaseView:
    """A case as its page needs it."""

    case: Case

    @cached_property
    def sources(self) -> tuple[NumberedSource, ...]:
        """The sources in the order in which the page first names them, from 1."""
        known = self.case.sources
        keys = dict.fromkeys(chain(*(keys for _, _, keys in source_mentions(self.case)), known))
        return tuple(NumberedSource(n, key, known[key]) for n, key in enumerate(keys, start=1))

    @cached_property
    def number_of(self) -> dict[str, int]:
        """Source key → its number."""
        return {entry.key: entry.number for entry in self.sources}

    @cached_property
    def key_figures(self) -> tuple[Figure, ...]:
        """The figures for the head of the page: those marked `lead: true`, else the first of the programme's own."""
        own = tuple(figure for figure in self.of_programme(self.case.figures) if figure.lead is not False)
        return (tuple(figure for figure in own if figure.lead) or own)[:MOST_KEY_FIGURES]

    def section(self, name: str, related: bool = False) -> tuple[Sourced, ...]:
        """Return the programme's own statements of a section, or those that are only about the recipient.

        `name` may be that of another part too: history, figures or adaptations, in the order of the record.
        """
        if name not in self._sections:
            items = getattr(self.case.statements if name in SECTIONS else self.case, name)
            self._sections[name] = self.of_programme(items), self.of_recipient(items)
        return self._sections[name][related]

    @cached_property
    def _sections(self) -> dict[str, tuple[tuple[Sourced, ...], tuple[Sourced, ...]]]:
        return {}

    def of_programme(self, items: tuple[Item, ...]) -> tuple[Item, ...]:
        """Return what a source ties to the awarded programme."""
        own = [item for item in items if item.scope != RELATED]
        return items if len(own) == len(items) else tuple(own)

    def of_recipient(self, items: tuple[Item, ...]) -> tuple[Item, ...]:
        """Return what is about the recipient only."""
        return tuple([item for item in items if item.scope == RELATED])

    @cached_property
    def history(self) -> tuple[Sourced, ...]:
        """The programme's dated events, oldest first."""
        return tuple(sorted(self.of_programme(self.case.history), key=lambda event: sort_key(event.date)))

    @cached_property
    def related_history(self) -> tuple[Sourced, ...]:
        """The recipient's dated events, oldest first."""
        return tuple(sorted(self.of_recipient(self.case.history), key=lambda event: sort_key(event.date)))

    @cached_property
    def has_related(self) -> bool:
        """True when anything in the record is about the recipient only."""
        return any(self.section(name, related=True) for name in BASIS_TITLES)

    @property
    def contents(self) -> tuple[tuple[str, str], ...]:
        """The sections that this page has, in order: (id, title)."""
        case = self.case
        there = {
            **{name: bool(self.section(name)) for name in SECTIONS if name != "spread"},
            "results": bool(self.section("results") or self.section("figures")),
            "history": bool(self.section("history")),
            "spread": bool(self.section("spread") or self.section("adaptations")),
            "related-work": self.has_related,
            "lessons": bool(case.lessons),
            "conditions": bool(case.conditions),
            "notes": bool(case.notes or self.unrecorded),
            "sources": True,
        }
        return tuple((name, PAGE_TITLES[name]) for name, shown in there.items() if shown)

    @cached_property
    def unrecorded(self) -> tuple[str, ...]:
        """Titles of the parts for which nothing at all is recorded."""
        case = self.case
        empty = [SECTION_TITLES[name] for name in SECTIONS if not getattr(case.statements, name)]
        return (*empty, *(["経緯"] if not case.history else []), *(["数字"] if not case.figures else []))
