"""The worksheet 「自分の地域に置き換える」: what everyone fills in, and what the chosen cases needed."""

from collections.abc import Sequence
from dataclasses import dataclass

from homare.model.sheet import CaseSheet
from homare.model.summaries import first_sentence


@dataclass(frozen=True)
class Prompt:
    """A field to fill in: what to write, a hint, and how many lines of room it needs on paper."""

    what: str
    hint: str
    lines: int


BEFORE = (
    Prompt("自分の地域の課題", "だれが、いつから、何に困っているか。数字を一つ入れます。", 3),
    Prompt("いちばん近い事例と、近いと思う理由", "規模、立場、業種、使えるもののどれが似ているか。", 2),
    Prompt("借りるところ", "その事例のしくみのうち、そのまま使えるもの。", 2),
    Prompt("変えるところ", "自分の地域では違うので、替えなければならないもの。", 2),
)
AFTER = (
    Prompt("だれと", "機関の名前と、最初に電話する人。", 2),
    Prompt("お金", "だれが、いくら、何年持つか。切れた後はどうするか。", 2),
    Prompt("最初の3か月", "いつまでに、だれが、何をするか。", 3),
    Prompt("1年後に数えるもの", "何件、何人なら続け、どうなったらやめるか。", 2),
)
"""What comes before and after the table of conditions."""


@dataclass(frozen=True)
class Need:
    """Something that a case needed: a row to tick 「ある・つくれる・ない」."""

    case: str
    text: str


FEW = 4
"""With more cases than these, the table of needs names one need of each."""


def needs(sheets: Sequence[CaseSheet]) -> tuple[Need, ...]:
    """Return what the cases needed, fewer of each case when there are many."""
    most = 3 if len(sheets) <= FEW else 1
    return tuple(Need(sheet.name, text) for sheet in sheets for text in first_needs(sheet, most))


def first_needs(sheet: CaseSheet, most: int) -> list[str]:
    """Return up to `most` things that the case needed, each in one sentence without its full stop."""
    return [first_sentence(line.text).rstrip("。") for line in sheet.rows["conditions"][:most]]
