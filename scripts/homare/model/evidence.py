"""What is known beyond the records: the survey, the award itself, places to look, transfers of other schemes."""

from dataclasses import dataclass
from typing import Literal

from pydantic import Field

from homare.model.case import Mention, Name, Source, SourceKey, Sources
from homare.model.dates import Date, DateOrSpan
from homare.model.methods import Step
from homare.model.record_part import Part
from homare.model.values import Address, Number, Year

EvidenceSources = dict[SourceKey, Source]


class Quoted(Part):
    """Something that a report says, with its own words where they hold a number: a reader can find the place."""

    sources: Sources
    quote: str | None = Field(None, min_length=2, max_length=120, title="もとの言葉")


class Finding(Quoted):
    """One result, as text and, where there is one, as a number with its unit."""

    about: Literal["effects", "follow-up", "award", "membership", "staff", "wishes"] = Field(title="何について")
    text: str = Field(min_length=10, max_length=200, title="文")
    value: Number | None = Field(None, title="値")
    unit: str | None = Field(None, min_length=1, max_length=20, title="単位")
    bound: Literal["about", "over"] | None = Field(None, title="約・超")


class Respondents(Quoted):
    """How many of those asked answered."""

    label: Name = Field(title="だれが")
    answered: int = Field(ge=0, title="答えた数")
    asked: int = Field(ge=1, title="たずねた数")


class Share(Part):
    """One row of a table of means."""

    label: Name = Field(title="区分")
    value: Number = Field(title="平均")


class Means(Quoted):
    """A table of means of percentages; they need not add up to 100."""

    key: str = Field(pattern=r"^[a-z][a-z-]+$", title="キー")
    title: Name = Field(title="題名")
    rows: tuple[Share, ...] = Field(min_length=2, title="行")
    note: str = Field(min_length=10, max_length=200, title="読むときの注意")

    @property
    def total(self) -> float:
        """The sum of the means."""
        return round(sum(row.value for row in self.rows), 1)


class Report(Part):
    """The file report.yaml: what the working group's report says in figures."""

    findings: tuple[Finding, ...] = Field((), title="結果")
    limits: tuple[str, ...] = Field((), title="わからないこと")
    respondents: tuple[Respondents, ...] = Field((), title="回答")
    means: tuple[Means, ...] = Field((), title="平均の表")
    sources: EvidenceSources = Field(title="出典一覧")

    def about(self, *subjects: str) -> tuple[Finding, ...]:
        """Return the findings about one of `subjects`, in the order of the file."""
        return tuple(finding for finding in self.findings if finding.about in subjects)


class Category(Part):
    """What a prize honours, as one source puts it."""

    prize: Mention = Field(title="賞", description="prizes.yaml のキー。")
    honours: str | None = Field(None, min_length=5, max_length=200, title="何をたたえるか")
    editions: Name | None = Field(None, title="どの回の説明か")
    sources: Sources


class AwardFact(Part):
    """One fact about the award."""

    about: Literal["aim", "organisers", "eligibility", "nomination", "viewpoints", "selection", "publications"] = Field(
        title="何について"
    )
    text: str = Field(min_length=10, max_length=200, title="文")
    sources: Sources


class CalendarEntry(Part):
    """When something happened in one edition."""

    edition: Year = Field(title="回（年）")
    stage: Literal["call", "deadline", "announced", "ceremony"] = Field(title="段階")
    date: DateOrSpan = Field(title="日付")
    text: str | None = Field(None, min_length=2, max_length=120, title="補足")
    sources: Sources


class RoundSource(Part):
    """Which sources give an edition's numbers of applications and winners; the numbers stand in editions.yaml."""

    edition: Year = Field(title="回（年）")
    sources: Sources


class AwardFacts(Part):
    """The file award.yaml."""

    categories: tuple[Category, ...] = Field((), title="賞の種類")
    facts: tuple[AwardFact, ...] = Field((), title="事実")
    calendar: tuple[CalendarEntry, ...] = Field((), title="日程")
    rounds: tuple[RoundSource, ...] = Field((), title="応募と受賞の数の出典")
    unknown: tuple[str, ...] = Field((), title="わからないこと")
    sources: EvidenceSources = Field(title="出典一覧")

    def of_day(self, edition: int, stage: str) -> tuple[str, ...]:
        """Return the keys of the sources for the day of a stage of an edition; none where it is not recorded."""
        days = (day for day in self.calendar if (day.edition, day.stage) == (edition, stage))
        return tuple(dict.fromkeys(key for day in days for key in day.sources))

    def of_numbers(self, edition: int) -> tuple[str, ...]:
        """Return the keys of the sources for an edition's numbers of applications and winners."""
        return tuple(key for entry in self.rounds if entry.edition == edition for key in entry.sources)

    def about(self, subject: str) -> tuple[AwardFact, ...]:
        """Return the facts about `subject`, in the order of the file."""
        return tuple(fact for fact in self.facts if fact.about == subject)


class Site(Part):
    """A place to look, and what is found there."""

    name: Name = Field(title="サイト")
    operator: Name = Field(title="運営")
    url: Address = Field(title="アドレス")
    found: str = Field(min_length=10, max_length=120, title="何が見つかるか")
    group: Literal["network", "ministries", "agencies"] = Field(title="分類")


class Links(Part):
    """The file links.yaml."""

    listed: Date = Field(title="一覧をつくった日")
    sites: tuple[Site, ...] = Field(min_length=1, title="サイト")


class Transfer(Part):
    """A spread of a scheme whose award no source proves: it has no record that could hold it."""

    scheme: Name = Field(title="広がった取組")
    by: Name = Field(title="もとの地域や組織")
    to: Name = Field(title="広がった先")
    prefecture: Mention | None = Field(None, title="都道府県")
    date: DateOrSpan | None = Field(None, title="時点")
    what: str = Field(min_length=10, max_length=200, title="何を取り入れ、何を変えたか")
    certainty: Literal["documented", "reported", "unclear"] = Field(title="確かさ")
    note: str = Field(min_length=5, max_length=200, title="注記")
    sources: Sources


class Transfers(Part):
    """The file transfers.yaml: how programmes spread, as the editors read the records, and spreads without a record."""

    ways: tuple[Step, ...] = Field((), title="広がり方")
    transfers: tuple[Transfer, ...] = Field((), title="横展開")
    sources: EvidenceSources = Field(title="出典一覧")


@dataclass(frozen=True)
class Evidence:
    """The files under cases/evidence/; each may be missing, and its pages then do without."""

    report: Report | None = None
    award: AwardFacts | None = None
    links: Links | None = None
    transfers: Transfers | None = None
