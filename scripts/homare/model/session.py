"""A session of the study group, written once: a meeting that was held, or a ready-made kit to hold one with."""

import re
from typing import Annotated, Any, Literal

from pydantic import BeforeValidator, Field, StringConstraints
from pydantic_core import PydanticCustomError

from homare.model.case import Basis, Mention, Name, Source, SourceKey, Sources
from homare.model.dates import Date
from homare.model.record_part import Part

QuestionBasis = Basis | Literal["conditions"]
SessionId = Annotated[str, StringConstraints(pattern=r"^[a-z][a-z0-9-]{2,40}$")]
_DIGITS = re.compile(r"\d{1,4}", re.ASCII)


def _whole_number(value: object) -> object:
    if isinstance(value, str) and not _DIGITS.fullmatch(value.strip()):
        raise PydanticCustomError("wrong_number", "not a whole number")
    return value


Count = Annotated[int, BeforeValidator(_whole_number)]
"""Minutes or people."""


class Fact(Part):
    """One thing that a source says about a meeting."""

    text: str = Field(min_length=5, max_length=200, title="文")
    sources: Sources


class AgendaItem(Part):
    """One step of a meeting."""

    minutes: Count = Field(title="分", description="半角の数字だけで書きます（例 15）。")
    what: str = Field(min_length=2, max_length=40, title="何をするか")
    how: str | None = Field(None, min_length=5, max_length=160, title="進め方")


class Question(Part):
    """A question for the discussion, and the parts of which cases it rests on."""

    text: str = Field(min_length=20, max_length=200, title="問い")
    cases: tuple[Mention, ...] = Field(min_length=1, title="問いのもとの事例", description="このキットの事例のid。")
    basis: tuple[QuestionBasis, ...] = Field(min_length=1, title="もとにした記述")


class Viewpoint(Part):
    """What to look at in one case of a kit, and why it is in it."""

    case: Mention = Field(title="事例のid")
    text: str = Field(min_length=15, max_length=160, title="この事例で見るところ")


class Lecture(Part):
    """A lecture by the recipient of an award."""

    recipient: Name = Field(title="講師の機関")
    case: Mention | None = Field(None, title="事例のid")
    speaker_post: Name | None = Field(None, title="講師の役職", description="個人名は本人の了解があるときだけ。")


class Session(Part):
    """What meetings and kits have in common."""

    id: SessionId
    title: str = Field(min_length=6, max_length=40, title="題名")
    cases: tuple[Mention, ...] = Field((), title="使う事例", description="事例のidの一覧。")
    agenda: tuple[AgendaItem, ...] = Field((), title="進行")
    questions: tuple[Question, ...] = Field((), title="討議の問い")
    recorded: Date = Field(title="記録した日")
    updated: Date | None = Field(None, title="更新した日")


class HeldSession(Session):
    """A meeting that was held. What no source says is absent, and the page says so."""

    kind: Literal["held"] = Field(title="種類")
    place: Name = Field(title="開催地")
    prefecture: Mention | None = Field(None, title="都道府県", description='JIS X 0401の2桁。例 "17"')
    date: Date | None = Field(None, title="開催日")
    theme: str | None = Field(None, min_length=2, max_length=80, title="主題")
    audience: str | None = Field(None, min_length=2, max_length=80, title="参加者")
    minutes: Count | None = Field(None, title="時間（分）")
    partners: tuple[Name, ...] = Field((), title="協力した機関")
    lectures: tuple[Lecture, ...] = Field((), title="講演")
    facts: tuple[Fact, ...] = Field((), title="わかっていること")
    outcome: tuple[Fact, ...] = Field((), title="成果", description="開いた後に書き足します。")
    sources: dict[SourceKey, Source] = Field(min_length=1, title="出典一覧")


class Kit(Session):
    """A ready-made kit: a theme, three or four cases, and questions that only these cases raise."""

    kind: Literal["kit"] = Field(title="種類")
    theme: str = Field(min_length=2, max_length=40, title="主題")
    lead: str = Field(min_length=60, max_length=260, title="ねらい")
    audience: str = Field(min_length=2, max_length=80, title="だれと")
    minutes: Count = Field(title="時間（分）")
    people: Count = Field(title="人数")
    cases: tuple[Mention, ...] = Field(min_length=3, max_length=4, title="使う事例", description="事例のid。3〜4件。")
    viewpoints: tuple[Viewpoint, ...] = Field(min_length=3, max_length=4, title="事例ごとの見どころ")
    agenda: tuple[AgendaItem, ...] = Field(min_length=3, title="進行")
    questions: tuple[Question, ...] = Field(min_length=4, max_length=9, title="討議の問い")
    prepare: tuple[Annotated[str, StringConstraints(min_length=10, max_length=160)], ...] = Field(
        (), title="前もって調べておくこと"
    )

    def viewpoint_of(self, case_id: str) -> str:
        """Return what to look at in the case."""
        return next((view.text for view in self.viewpoints if view.case == case_id), "")


KINDS: dict[str, Any] = {"held": HeldSession, "kit": Kit}
"""The value of `kind` in a file → the model that it is read as."""


def clock(minute: int) -> str:
    """Return a minute as a clock that starts at 0:00: 95 → 1:35."""
    return f"{minute // 60}:{minute % 60:02}"
