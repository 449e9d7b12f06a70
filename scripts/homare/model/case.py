"""The record of one case, written once: checks, JSON Schema, codebook and Excel template all come from here."""

from functools import lru_cache
from typing import Annotated, Final, Literal

from pydantic import AfterValidator, BeforeValidator, Field, StringConstraints

from homare.model.dates import Date, DateOrSpan
from homare.model.record_part import Part
from homare.model.values import Address, Number, Year

Section = Literal["challenge", "approach", "organisation", "funding", "results", "recognition", "obstacles", "spread"]
Basis = Literal[
    "challenge",
    "approach",
    "organisation",
    "funding",
    "results",
    "recognition",
    "obstacles",
    "spread",
    "history",
    "figures",
    "adaptations",
]

SourceKey = Annotated[str, StringConstraints(pattern=r"^[a-z0-9][a-z0-9-]{0,39}$")]
TermKey = Annotated[str, StringConstraints(pattern=r"^[a-z][a-z0-9-]{1,40}$")]
CaseId = Annotated[str, StringConstraints(pattern=r"^(\d{4}|undated)-[a-z][a-z0-9-]{2,40}$")]
PrefectureCode = Annotated[str, StringConstraints(pattern=r"^(0[1-9]|[1-3]\d|4[0-7])$")]
Name = Annotated[str, StringConstraints(min_length=1, max_length=80)]


@lru_cache(4096)
def _same_sources(keys: tuple[str, ...]) -> tuple[str, ...]:
    """Let what names the same sources share them: these tuples are a tenth of what cases take in memory."""
    return keys


Sources = Annotated[
    tuple[SourceKey, ...],
    Field(min_length=1, title="出典", description="出典のキー。1つ以上。"),
    AfterValidator(_same_sources),
]
Mention = Annotated[str, StringConstraints(min_length=1, max_length=80)]
"""A key of the vocabulary as a record names it: a rule looks it up, and suggests the key where a label was written."""
Terms = Annotated[tuple[Mention, ...], Field(max_length=3)]
RELATED: Final = "related"
"""The scope of what is true of the recipient, while no source ties it to the awarded programme."""


class Sourced(Part):
    """Something that a source says."""

    sources: Sources
    scope: Literal["related"] | None = Field(
        None,
        title="範囲",
        description="related＝受賞者についての事実で、受賞した取組と結ぶ出典がないもの。空は、受賞した取組についての事実。",
    )

    @property
    def is_related(self) -> bool:
        """True when no source ties this to the awarded programme."""
        return self.scope == RELATED


class Award(Part):
    """Which prize of which edition, and the sources that prove it."""

    edition: Year | None = Field(
        None, ge=2012, le=2100, title="回（年）", description="イノベーションネットアワードの年。"
    )
    prize: Mention | None = Field(None, title="賞", description="語彙 prizes のキー。")
    evidence: Sources = Field(title="受賞の根拠", description="受賞を示す出典のキー。")


class Recipient(Part):
    """The organisation or person honoured."""

    name: Name = Field(title="受賞者名")
    reading: Name | None = Field(None, title="よみ", description="ひらがな。確かなときだけ。")
    type: Mention = Field(title="立場", description="語彙 organisation_types のキー。")
    prefecture: Mention | None = Field(None, title="都道府県", description='JIS X 0401の2桁。例 "13"')
    region: Mention | None = Field(None, title="地方", description="都道府県がわからないときだけ。")
    municipality: Name | None = Field(None, title="市区町村")
    post: Name | None = Field(None, title="所属と役職", description="個人の受賞のとき。")


class Status(Part):
    """What became of the programme, and when that was last seen."""

    draft: Literal["true"] | None = Field(
        None, title="下書き", description="true＝確かめるだけで、公開しない。status: draft とも書ける。", exclude=True
    )
    state: Literal["continuing", "changed", "ended", "unknown"] = Field(title="状態")
    checked: Date | None = Field(None, title="確かめた時点")
    sources: tuple[SourceKey, ...] = Field((), title="出典")


DRAFT = "draft"


def _draft_in_full(value: object) -> object:
    """`status: draft` is short for a draft of whose programme nothing is known yet."""
    return {"draft": "true", "state": "unknown"} if value == DRAFT else value


class Statement(Sourced):
    """One thought of the body text."""

    text: str = Field(min_length=10, max_length=200, title="文")


class Statements(Part):
    """The body, in the order of the page."""

    challenge: tuple[Statement, ...] = Field((), title="課題")
    approach: tuple[Statement, ...] = Field((), title="しくみ")
    organisation: tuple[Statement, ...] = Field((), title="体制と人材")
    funding: tuple[Statement, ...] = Field((), title="資金")
    results: tuple[Statement, ...] = Field((), title="成果")
    recognition: tuple[Statement, ...] = Field((), title="評価された点")
    obstacles: tuple[Statement, ...] = Field((), title="苦労と限界")
    spread: tuple[Statement, ...] = Field((), title="波及とその後")


class Event(Sourced):
    """A dated event of the history."""

    date: DateOrSpan = Field(title="時点")
    text: str = Field(min_length=2, max_length=120, title="できごと")


class Baseline(Part):
    """An earlier value of a figure, in the same unit."""

    value: Number = Field(title="前の値")
    date: DateOrSpan | None = Field(None, title="前の値の時点")


class Figure(Sourced):
    """A number with its unit, date and source."""

    label: str = Field(min_length=2, max_length=60, title="何の数か")
    value: Number = Field(title="値")
    unit: str = Field(min_length=1, max_length=20, title="単位")
    bound: Literal["about", "over", "at-least", "nearly", "up-to"] | None = Field(
        None, title="約・超・以上", description="空は、ちょうどの値。"
    )
    qualifier: str | None = Field(None, max_length=60, title="期間・範囲")
    date: DateOrSpan | None = Field(None, title="時点")
    baseline: Baseline | None = Field(None, title="以前の値")
    lead: bool | None = Field(
        None,
        title="目立たせる",
        description="true＝事例ページの冒頭に出す（3つまで）。false＝冒頭には出さない。"
        "true の数字がない事例では、受賞した取組の数字のうち、空のものを初めから3つ出す。",
    )


class Adaptation(Sourced):
    """A place that took the programme up, and what it changed."""

    to: Name = Field(title="広がった先")
    prefecture: Mention | None = Field(None, title="都道府県")
    case: Mention | None = Field(None, title="広がった先の受賞者の事例のid")
    date: DateOrSpan | None = Field(None, title="時点")
    what: str = Field(min_length=10, max_length=200, title="何を取り入れ、何を変えたか")
    certainty: Literal["documented", "reported", "unclear"] = Field(title="確かさ")


class Reading(Part):
    """What the editors read from the record: no source of its own, but a basis in it."""

    text: str = Field(min_length=10, max_length=220, title="文")
    basis: tuple[Basis, ...] = Field(min_length=1, title="もとにした記述")


class Relation(Part):
    """Another case that belongs with this one for a reason of fact."""

    case: Mention = Field(title="事例のid")
    reason: str = Field(min_length=5, max_length=60, title="つながり")


class Source(Part):
    """A document that a statement rests on."""

    title: str = Field(min_length=2, max_length=200, title="題名")
    publisher: str = Field(min_length=1, max_length=120, title="発行元")
    url: Address | None = Field(None, max_length=2000, title="アドレス")
    published: Date | None = Field(None, title="公表日")
    accessed: Date = Field(title="閲覧日")
    grade: Literal["primary", "secondary", "copy"] = Field(title="等級")


class Record(Part):
    """One file under cases/: everything that is known of one winner."""

    title: str = Field(min_length=6, max_length=40, title="題名")
    programme: str | None = Field(None, min_length=2, max_length=120, title="取組の正式名称")
    kind: Literal["programme", "person"] = Field(title="種類")
    award: Award = Field(title="受賞")
    recipient: Recipient = Field(title="受賞者")
    partners: tuple[Name, ...] = Field((), title="連携先")
    started: Year | None = Field(None, ge=1868, le=2100, title="開始年")
    status: Annotated[
        Status | None, BeforeValidator(_draft_in_full, json_schema_input_type=Status | Literal["draft"] | None)
    ] = Field(None, title="いま")
    challenges: Terms = Field((), title="課題の種類", description="語彙 challenges のキー。")
    themes: Terms = Field((), title="テーマ", description="語彙 themes のキー。")
    methods: Terms = Field((), title="手法", description="語彙 methods のキー。")
    industries: Terms = Field((), title="業種", description="語彙 industries のキー。")
    summary: str = Field(min_length=120, max_length=220, title="要約")
    statements: Statements = Field(default_factory=Statements, title="本文")
    history: tuple[Event, ...] = Field((), title="経緯")
    figures: tuple[Figure, ...] = Field((), title="数字")
    adaptations: tuple[Adaptation, ...] = Field((), title="横展開")
    lessons: tuple[Reading, ...] = Field((), title="学び")
    conditions: tuple[Reading, ...] = Field((), title="まねる前に要るもの")
    related: tuple[Relation, ...] = Field((), title="つながりのある事例")
    sources: dict[SourceKey, Source] = Field(min_length=1, title="出典一覧")
    notes: tuple[Annotated[str, StringConstraints(min_length=5, max_length=300)], ...] = Field((), title="注記")
    formerly: tuple[CaseId, ...] = Field(
        (), title="以前のid", description="ファイルの名前を変えたときは、前のid。前のアドレスから移れる。"
    )
    recorded: Date = Field(title="記録した日")
    updated: Date | None = Field(None, title="更新した日")

    @property
    def is_draft(self) -> bool:
        """True for a record that is checked but not published."""
        return self.status is not None and self.status.draft is not None


class Case(Record):
    """A record with its id, which is its path: 2020/jonan → 2020-jonan."""

    id: CaseId
