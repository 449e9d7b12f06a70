"""Questions that a case raises, each made from something that it needed, met, spent or counted.

The kit builder chooses among them; those of the ready-made kits are written by hand.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from homare.model.sheet import RELATED, CaseSheet, Line
from homare.model.summaries import first_sentence

LONGEST_QUOTE = 90
INNER_MARKS = str.maketrans("「」", "『』")


@dataclass(frozen=True)
class CasePrompt:
    """A question and what it is about: need, wall, method, money, count or start."""

    about: str
    text: str


def prompts(sheet: CaseSheet) -> tuple[CasePrompt, ...]:
    """Return the questions of a case: each names the case and quotes its record or a method card."""
    return tuple(_prompts(sheet))


def _prompts(sheet: CaseSheet) -> Iterator[CasePrompt]:
    name, rows = sheet.called, sheet.rows
    for line in rows["conditions"]:
        yield CasePrompt(
            "need",
            f"{name}の取組をまねる前に要るもの：{quoted(line)}自分の地域では、だれ、または何がこれに当たりますか。"
            "なければ、何で代えますか。",
        )
    for line in rows["obstacles"]:
        yield CasePrompt(
            "wall",
            f"{name}が当たった壁：{quoted(line)}自分の地域で同じことが起きるとしたら、いつですか。"
            "だれが先に気づき、何を変えられますか。",
        )
    yield from _of_methods(sheet)
    for line in rows["funding"][:2]:
        yield CasePrompt(
            "money",
            f"{name}のお金の持ち方：{quoted(line)}自分の地域なら、だれがいくら、何年持ちますか。"
            "切れた後はどうしますか。",
        )
    for figure in sheet.key_figures[:1]:
        yield CasePrompt(
            "count",
            f"{name}の数字：{in_marks(f'{figure.label}　{figure.value}{figure.unit}')}"
            "自分の地域で始めたら、最初の1年に何を数え、いくつなら続けると言えますか。",
        )
    for line in rows["challenge"][:1]:
        yield CasePrompt(
            "start",
            f"{name}の出発点：{quoted(line)}自分の地域で同じことを示す数字や声は何ですか。だれに聞けばわかりますか。",
        )


def _of_methods(sheet: CaseSheet) -> Iterator[CasePrompt]:
    """The questions of method cards that were read from this case."""
    catalogue, case = sheet.catalogue, sheet.case
    for key in case.methods:
        card = catalogue.knowledge.cards.get(key)
        label = catalogue.vocabulary.methods[key].label
        for question in card.questions if card else ():
            if case.id in question.basis:
                yield CasePrompt("method", f"{sheet.called}の手法「{label}」を自分の地域で始めるなら：{question.text}")


def quoted(line: Line) -> str:
    """Return the words of a line in quotation marks, of a long line its first sentence; and its caveat, if it has one.

    A question that named the award and quoted something else the recipient did would make that the award's.
    """
    text = line.text if len(line.text) <= LONGEST_QUOTE else first_sentence(line.text)
    return in_marks(f"{text.rstrip('。')}。") + (f"（{RELATED}）" if line.note == RELATED else "")


def in_marks(text: str) -> str:
    """Return a text in 「」, its own marks as 『』."""
    return f"「{text.translate(INNER_MARKS)}」"
