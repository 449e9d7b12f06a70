"""The Atom feed of the news."""

from html import escape

from homare.exports.atom import atom, moment
from homare.exports.dataset import Dataset
from homare.model.addresses import news_address
from homare.model.feeds import NEWS_FEED
from homare.model.news import News


def news_feed(dataset: Dataset) -> str:
    """Return the feed of all news, newest first."""
    newest = max((item.day for item in dataset.catalogue.news), default=dataset.changed)
    entries = [_entry(dataset.site, item) for item in dataset.catalogue.news]
    return atom(dataset.site, NEWS_FEED, newest, entries)


def _entry(site: str, news: News) -> str:
    """The id is the anchor on the page of the item's year, which never moves."""
    address = escape(site + news_address(news))
    lines = (
        "<entry>",
        f"<id>{address}</id>",
        f"<title>{escape(news.item.title)}</title>",
        f'<link rel="alternate" type="text/html" href="{address}"/>',
        f"<published>{moment(news.day)}</published>",
        f"<updated>{moment(news.day)}</updated>",
        f'<content type="text">{escape(chr(10).join(news.item.text))}</content>',
        "</entry>",
    )
    return "\n".join(lines)
