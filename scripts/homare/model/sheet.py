"""A case in plain words for comparing and for study sessions: the same rows for all, each line with its sources.

Compare page, kits, their files and the kit builder all show these lines; the browser gets them as data.
"""

from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

from homare.model.case import Case, Figure, Sourced
from homare.model.case_view import CERTAINTIES, GRADES, STATES, CaseView
from homare.model.catalogue import Catalogue
from homare.model.date_words import date_words, year_words
from homare.model.names import short_name
from homare.model.numbers import number_words, value_words

RELATED = "関連する取組"
READING = "編集部の整理"
ROWS = {
    "recipient": "受賞者",
    "place": "地域",
    "started": "開始",
    "challenge": "課題",
    "approach": "しくみ",
    "organisation": "体制と人材",
    "funding": "資金",
    "results": "成果",
    "conditions": "まねる前に要るもの",
    "obstacles": "苦労と限界",
    "adaptations": "波及と横展開",
    "status": "いま",
}
"""The rows of a comparison in their order: name → heading."""

NOT_RECORDED = "記録なし"
SOURCES_KEY = "番号は、事例のページの番号と同じです。一次＝主催者・官庁・本人、二次＝報道など、写し＝第三者の転載。"
"""What a reader of a list of sources has to know."""
MOST_FIGURES = 5


class Line(NamedTuple):
    """One thing that the record says: the text, the numbers of its sources, and a note where it is not a plain fact."""

    text: str
    sources: tuple[int, ...] = ()
    note: str = ""


class KeyFigure(NamedTuple):
    """A figure for the head of a brief: 119, 件, 成約件数、約1年間の累計、令和2年（2020年）."""

    value: str
    unit: str
    label: str


class SourceLine(NamedTuple):
    """A source as a list names it."""

    number: int
    key: str
    title: str
    publisher: str
    published: str
    url: str
    grade: str


@dataclass(frozen=True)
class CaseSheet:
    """A case as comparisons and kits show it."""

    catalogue: Catalogue
    case: Case

    @cached_property
    def view(self) -> CaseView:
        """The case in page order, with its sources numbered as on its page."""
        return CaseView(self.case)

    @cached_property
    def name(self) -> str:
        """What to call the case in a sentence: the recipient without its legal form."""
        return short_name(self.case.recipient.name)

    @property
    def called(self) -> str:
        """The name as a sentence says it: a person with 氏."""
        return f"{self.name}氏" if self.case.kind == "person" else self.name

    @property
    def meta(self) -> str:
        """Prize, year and place in one line."""
        prize = self.catalogue.prize_of(self.case)
        edition = self.case.award.edition
        parts = (year_words(edition) if edition else "受賞年は未確認", prize.label if prize else "", self.place)
        return "・".join(part for part in parts if part)

    @cached_property
    def place(self) -> str:
        """The place in words, "" when it is not known."""
        return self.catalogue.place_of(self.case)

    @property
    def programme(self) -> str:
        """The official name of the programme, or that it is not known; "" for a person."""
        if self.case.kind == "person":
            return self.case.recipient.post or ""
        return self.case.programme or "取組の正式名称は未確認"

    @cached_property
    def key_figures(self) -> tuple[KeyFigure, ...]:
        """The figures for the head."""
        return tuple(_key_figure(figure) for figure in self.view.key_figures)

    @property
    def sources(self) -> tuple[SourceLine, ...]:
        """All sources, numbered as on the case page."""
        return tuple(
            SourceLine(
                entry.number,
                entry.key,
                entry.source.title,
                entry.source.publisher,
                date_words(entry.source.published) if entry.source.published else "",
                entry.source.url or "",
                GRADES[entry.source.grade],
            )
            for entry in self.view.sources
        )

    @cached_property
    def rows(self) -> dict[str, tuple[Line, ...]]:
        """The lines of every row of a comparison; empty where nothing is recorded."""
        case = self.case
        sections = {name: self._statements(name) for name in _STATEMENT_ROWS}
        return dict.fromkeys(ROWS, ()) | {
            "recipient": (Line(case.recipient.name), *((Line(self.programme),) if self.programme else ())),
            "place": (Line(self.place),) if self.place else (),
            "started": (Line(year_words(case.started)),) if case.started else (),
            **sections,
            "results": (*self.figures, *sections["results"]),
            "conditions": tuple(Line(item.text, note=READING) for item in case.conditions),
            "adaptations": self._adaptations() or self._statements("spread"),
            "status": self._status(),
        }

    def _statements(self, section: str) -> tuple[Line, ...]:
        """The programme's own first; what is only about the recipient says so."""
        own, related = self.view.section(section), self.view.section(section, related=True)
        return tuple(self._line(item, item.text) for item in (*own, *related))  # type: ignore[attr-defined]

    @property
    def results(self) -> tuple[Line, ...]:
        """The results in sentences, without the figures."""
        return self._statements("results")

    @property
    def figures(self) -> tuple[Line, ...]:
        """The first figures as lines; what is only about the recipient comes last and says so."""
        own = sorted(self.view.of_programme(self.case.figures), key=lambda figure: not figure.lead)
        figures = (*own, *self.view.of_recipient(self.case.figures))[:MOST_FIGURES]
        return tuple(self._line(figure, figure_words(figure)) for figure in figures)

    def _adaptations(self) -> tuple[Line, ...]:
        return tuple(
            self._line(item, f"{item.to}（{CERTAINTIES[item.certainty]}）：{item.what}")
            for item in self.case.adaptations
        )

    def _status(self) -> tuple[Line, ...]:
        status = self.case.status
        if not status:
            return ()
        when = f"（{date_words(status.checked)}の資料）" if status.checked else ""
        return (Line(STATES[status.state] + when, self._numbers(status.sources)),)

    def _line(self, item: Sourced, text: str) -> Line:
        return Line(text, self._numbers(item.sources), RELATED if item.is_related else "")

    def _numbers(self, keys: tuple[str, ...]) -> tuple[int, ...]:
        return tuple([self.view.number_of[key] for key in keys])


_STATEMENT_ROWS = ("challenge", "approach", "organisation", "funding", "results", "obstacles")


def figure_words(figure: Figure) -> str:
    """Return a figure as a sentence without a verb: 成約件数：119件（約1年間の累計、令和2年（2020年））."""
    value, unit = value_words(figure)
    details = [figure.qualifier or "", date_words(figure.date) if figure.date else ""]
    if figure.baseline:
        when = f"（{date_words(figure.baseline.date)}）" if figure.baseline.date else ""
        details.append(f"以前は{number_words(figure.baseline.value)}{figure.unit}{when}")
    within = "、".join(detail for detail in details if detail)
    return f"{figure.label}：{value}{unit}" + (f"［{within}］" if within else "")


def _key_figure(figure: Figure) -> KeyFigure:
    value, unit = value_words(figure)
    parts = (figure.label, figure.qualifier, figure.date and date_words(figure.date))
    return KeyFigure(value, unit, "、".join(part for part in parts if part))
