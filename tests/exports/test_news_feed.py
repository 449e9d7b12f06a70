"""The feed of the news: what it holds leads to the place of each item on its page."""

from xml.etree import ElementTree

from homare.exports.dataset import Dataset
from homare.exports.news_feed import news_feed
from homare.pages.news_pages import news_pages

ATOM = {"a": "http://www.w3.org/2005/Atom"}


def test_every_item_stands_in_the_feed_under_the_address_of_its_place(dataset: Dataset) -> None:
    feed = ElementTree.fromstring(news_feed(dataset))
    pages = {page.address: page.body for page in news_pages(dataset.catalogue)}
    ids = [entry.findtext("a:id", namespaces=ATOM) or "" for entry in feed.iterfind("a:entry", ATOM)]
    assert len(ids) == len(set(ids)) == len(dataset.catalogue.news) > 0
    for address in ids:
        page, anchor = address.removeprefix(dataset.site).split("#")
        assert f'id="{anchor}"' in pages[page]


def test_its_date_is_that_of_the_newest_item(dataset: Dataset) -> None:
    feed = ElementTree.fromstring(news_feed(dataset))
    newest = max(item.day for item in dataset.catalogue.news)
    assert feed.findtext("a:updated", namespaces=ATOM) == f"{newest.isoformat()}T00:00:00+09:00"
