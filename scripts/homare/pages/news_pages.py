"""/news/: what the editors told their readers, newest first, with a page for each year."""

from collections.abc import Iterator, Sequence

from homare.model.addresses import NEWS, case_address
from homare.model.catalogue import Catalogue
from homare.model.feeds import NEWS_FEED
from homare.model.names import case_label
from homare.model.news import News, by_year
from homare.pages.addresses import relative
from homare.pages.dates import date_markdown
from homare.pages.markdown import Markdown, render
from homare.pages.page import Crumb, Page

TITLE = "お知らせ"
LEAD = "事例の追加や訂正、研究会など、この事例集からのお知らせです。"
NEWEST = 20
"""Items on the first page; all of them stand on the pages of their years."""


def news_pages(catalogue: Catalogue) -> Iterator[Page]:
    """Yield the page of the newest news and one for each year."""
    years = by_year(catalogue.news)
    newest = [item for items in years.values() for item in items][:NEWEST]
    yield _page(catalogue, NEWS, newest, list(years))
    for year, items in years.items():
        yield _page(catalogue, f"{NEWS}{year}/", items, [])


def _page(catalogue: Catalogue, address: str, items: Sequence[News], years: list[int]) -> Page:
    title = TITLE if address == NEWS else f"{items[0].day.year}年のお知らせ"
    body = render(
        "news",
        title=title,
        lead=LEAD,
        items=items,
        years=years,
        by_id=catalogue.by_id,
        label=case_label,
        date=date_markdown,
        feed=Markdown(relative(address, NEWS_FEED.address)),
        link=lambda item: _link(address, item.item.link),
        case_link=lambda case_id: Markdown(relative(address, case_address(case_id))),
        everything=Markdown(relative(address, "data/") + "#feeds"),
    )
    above = () if address == NEWS else (Crumb(TITLE, "../"),)
    feed = {"title": "この事例集からのお知らせ", "url": NEWS_FEED.address}
    return Page(address, title, LEAD, body, (*above, Crumb(title, "")), extra={"feed": feed})


def _link(address: str, target: str | None) -> Markdown | str:
    """A place on this site is relative to the page; another site's address is text and gets escaped."""
    if not target or target.startswith("http"):
        return target or ""
    place, mark, anchor = target.partition("#")
    return Markdown(f"{relative(address, place)}{mark}{anchor}")
