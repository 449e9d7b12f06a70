"""The Atom feed of the news (RFC 4287)."""

from collections.abc import Iterator
from datetime import date
from html import escape

from homare.exports.dataset import Dataset
from homare.model.news import News
from homare.model.site_words import EDITORS, LIBRARY, LICENCE_NAME

ADDRESS, PAGE = "news/feed.xml", "news/"


def news_feed(dataset: Dataset) -> str:
    """Return the feed of all news, newest first."""
    newest = max((item.day for item in dataset.catalogue.news), default=dataset.changed)
    lines = [
        '<?xml version="1.0" encoding="utf-8"?>',
        '<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="ja">',
        f"<id>{escape(dataset.site + ADDRESS)}</id>",
        f"<title>{escape(LIBRARY)}：お知らせ</title>",
        f"<updated>{_moment(newest)}</updated>",
        f'<link rel="self" type="application/atom+xml" href="{escape(dataset.site + ADDRESS)}"/>',
        f'<link rel="alternate" type="text/html" href="{escape(dataset.site + PAGE)}"/>',
        f"<author><name>{escape(EDITORS)}</name></author>",
        f"<rights>{escape(LICENCE_NAME)}</rights>",
        *(line for item in dataset.catalogue.news for line in _entry(dataset.site, item)),
        "</feed>",
    ]
    return "\n".join(lines) + "\n"


def _entry(site: str, news: News) -> Iterator[str]:
    """The id is the anchor on the page of the item's year, which never moves."""
    address = escape(f"{site}{PAGE}{news.day.year}/#n{news.id}")
    yield "<entry>"
    yield f"<id>{address}</id>"
    yield f"<title>{escape(news.item.title)}</title>"
    yield f'<link rel="alternate" type="text/html" href="{address}"/>'
    yield f"<published>{_moment(news.day)}</published>"
    yield f"<updated>{_moment(news.day)}</updated>"
    yield f'<content type="text">{escape(chr(10).join(news.item.text))}</content>'
    yield "</entry>"


def _moment(day: date) -> str:
    return f"{day.isoformat()}T00:00:00+09:00"
