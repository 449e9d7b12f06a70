"""An item of news: what the editors tell their readers on one day."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Annotated

from pydantic import AfterValidator, Field, StringConstraints
from pydantic_core import PydanticCustomError

from homare.model.case import Mention
from homare.model.record_part import Part

_DAY = re.compile(r"\d{4}-\d{2}-\d{2}", re.ASCII)


def _checked_day(text: str) -> str:
    try:
        if not _DAY.fullmatch(text):
            raise ValueError(text)
        date.fromisoformat(text)
    except ValueError:
        raise PydanticCustomError("wrong_date", "not a day: {text}", {"text": text}) from None
    return text


Day = Annotated[str, AfterValidator(_checked_day)]
"""A day, never less: news is sorted and sent by it."""

ITEM_NAME = re.compile(r"(?P<day>\d{4}-\d{2}-\d{2})-[a-z][a-z0-9-]{2,40}", re.ASCII)
"""The file's name, which is the item's id and its anchor on the page."""


class NewsText(Part):
    """One file under cases/news/."""

    title: str = Field(min_length=6, max_length=40, title="題名")
    date: Day = Field(title="日付", description="2026-11-23 のように、日まで書きます。")
    text: tuple[Annotated[str, StringConstraints(min_length=10, max_length=220)], ...] = Field(
        min_length=1, max_length=6, title="文", description="段落の一覧。"
    )
    cases: tuple[Mention, ...] = Field((), max_length=10, title="関わる事例", description="事例のid。")
    link: Annotated[str, StringConstraints(pattern=r"^([a-z0-9-]+/)+(#[a-z0-9-]+)?$|^https?://[^\s<>\"]+$")] | None = (
        Field(None, title="くわしいページ", description="このサイトの中なら coverage/ のように、外なら https:// から。")
    )


@dataclass(frozen=True)
class News:
    """An item with its id, which is the name of its file."""

    id: str
    item: NewsText

    @property
    def day(self) -> date:
        """The day on which it was told."""
        return date.fromisoformat(self.item.date)


def by_year(news: Sequence[News]) -> dict[int, list[News]]:
    """Return the items by year, newest first in both."""
    years: dict[int, list[News]] = {}
    for item in sorted(news, key=lambda one: (one.day, one.id), reverse=True):
        years.setdefault(item.day.year, []).append(item)
    return years
