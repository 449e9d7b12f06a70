"""The mail magazine's text: news, new and corrected cases, and study sessions since a day."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from homare.exports.dataset import Dataset
from homare.exports.mail_text import RULE, wrapped
from homare.model.addresses import case_address, news_address, session_address
from homare.model.case import Case
from homare.model.dates import first_and_last_day
from homare.model.news import News
from homare.model.session import HeldSession, Kit
from homare.model.site_words import LIBRARY, LICENCE_NAME
from homare.model.summaries import first_sentence

MOST_CASES = 20
"""Cases of one kind in one mail; the rest stand on the site."""


@dataclass(frozen=True)
class Changes:
    """What is new since a day. News and cases begin with the newest; of one day they stand as on the site."""

    news: Sequence[News]
    added: Sequence[Case]
    corrected: Sequence[Case]
    sessions: Sequence[HeldSession | Kit]

    @property
    def is_empty(self) -> bool:
        """True when there is nothing to send."""
        return not (self.news or self.added or self.corrected or self.sessions)


def changes_since(dataset: Dataset, since: date) -> Changes:
    """Return what was told, recorded or corrected on `since` or later."""
    cases = dataset.catalogue.cases
    added = [case for case in cases if _day(case.recorded) >= since]
    corrected = [case for case in cases if case not in added and case.updated and _day(case.updated) >= since]
    added.sort(key=lambda case: _day(case.recorded), reverse=True)
    corrected.sort(key=lambda case: _day(case.updated or case.recorded), reverse=True)
    sessions = [one for one in dataset.catalogue.sessions if _day(one.updated or one.recorded) >= since]
    return Changes([item for item in dataset.catalogue.news if item.day >= since], added, corrected, sessions)


def digest_text(dataset: Dataset, since: date, until: date) -> str:
    """Return the mail's text: UTF-8, lines of at most 35 full-width columns, every address alone on its line."""
    changes = changes_since(dataset, since)
    lines = [
        LIBRARY,
        f"お知らせ（{_words(since)}から{_words(until)}まで）",
        RULE,
        *_news(dataset, changes.news),
        *_cases(dataset, "新しい事例", changes.added),
        *_cases(dataset, "直した事例", changes.corrected),
        *_sessions(dataset, changes.sessions),
        RULE,
        *wrapped(f"本文は{LICENCE_NAME}で使えます。事例の出典は、それぞれのページにあります。"),
        "",
        "すべての事例",
        f"{dataset.site}find/",
        "誤りに気づいたときの連絡先",
        f"{dataset.site}about/contact/",
    ]
    return "\n".join(lines) + "\n"


def _news(dataset: Dataset, news: Iterable[News]) -> Iterator[str]:
    yield from _heading("お知らせ", bool(news))
    for item in news:
        yield from wrapped(f"{item.item.title}（{_words(item.day)}）", "● ", "   ")
        for text in item.item.text:
            yield from wrapped(text)
        link = item.item.link or news_address(item)
        yield from (link if link.startswith("http") else f"{dataset.site}{link}", "")


def _cases(dataset: Dataset, title: str, cases: Sequence[Case]) -> Iterator[str]:
    yield from _heading(f"{title}（{len(cases)}件）", bool(cases))
    for case in cases[:MOST_CASES]:
        prize = dataset.catalogue.prize_of(case)
        edition = f"{case.award.edition}年" if case.award.edition else "受賞年は未確認"
        about = (case.recipient.name, dataset.catalogue.place_of(case), edition, prize.label if prize else "")
        yield from wrapped(case.title, "● ", "   ")
        yield from wrapped("・".join(filter(None, about)))
        yield from wrapped(first_sentence(case.summary))
        yield from (f"{dataset.site}{case_address(case.id)}", "")
    if len(cases) > MOST_CASES:
        yield from (f"ほか{len(cases) - MOST_CASES}件は、次のページにあります。", f"{dataset.site}data/#changes", "")


def _sessions(dataset: Dataset, sessions: Iterable[HeldSession | Kit]) -> Iterator[str]:
    yield from _heading("研究会", bool(sessions))
    for session in sessions:
        kind = "そのまま使えるキット" if isinstance(session, Kit) else "開いた研究会の記録"
        yield from wrapped(f"{session.title}（{kind}）", "● ", "   ")
        yield from (f"{dataset.site}{session_address(session.id)}", "")


def _heading(title: str, there: bool) -> Iterator[str]:
    if there:
        yield from ("", f"■ {title}", "")


def _day(text: str) -> date:
    """A record dated by month or year counts from the last day that this can mean: nothing is left out of a mail."""
    return first_and_last_day(text)[1]


def _words(day: date) -> str:
    return f"{day.year}年{day.month}月{day.day}日"
