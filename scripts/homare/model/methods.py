"""The method card: what a method is for, how it goes, what it takes, and what to ask at home; the editors' reading."""

from typing import Literal

from pydantic import Field

from homare.model.case import Mention
from homare.model.record_part import Part


class Claim(Part):
    """A general statement of the editors. `basis` names the cases that it was read from; without one it is refused."""

    text: str = Field(min_length=10, max_length=220, title="文")
    basis: tuple[Mention, ...] = Field((), title="もとにした事例", description="事例のid。この手法を使う事例だけ。")


class Step(Claim):
    """One step of how the method goes."""

    title: str = Field(min_length=2, max_length=30, title="段階")


class Need(Claim):
    """What the method takes, as the cases show it."""

    kind: Literal["people", "money", "time", "place", "rules"] = Field(title="何が要るか")


class MethodCard(Part):
    """What can be said about a method beyond its cases. Everything else on its page is made from the records."""

    problem: tuple[Claim, ...] = Field(min_length=1, title="応える困りごと")
    steps: tuple[Step, ...] = Field(min_length=3, max_length=6, title="進め方")
    partners: tuple[Claim, ...] = Field(min_length=1, title="組む相手")
    needs: tuple[Need, ...] = Field(min_length=1, title="要るもの")
    pitfalls: tuple[Claim, ...] = Field((), title="つまずきやすいところ")
    questions: tuple[Claim, ...] = Field(min_length=3, max_length=6, title="自分の地域への問い")
    particular: dict[Mention, str] = Field(
        default_factory=dict, title="事例ごとの違い", description="事例のid: その事例に独特なこと（60字まで）。"
    )

    def claims(self) -> tuple[Claim, ...]:
        """Return every general statement, in page order."""
        return (*self.problem, *self.steps, *self.partners, *self.needs, *self.pitfalls, *self.questions)
