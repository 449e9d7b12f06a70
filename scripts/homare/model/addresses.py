"""The addresses that readers, links and exports rely on, without a leading slash and without the site before them."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:  # names of addresses need no model
    from homare.model.news import News
    from homare.model.vocabulary import Prefecture, Region

FACET_FOLDERS = {
    "challenges": "challenges",
    "themes": "themes",
    "methods": "methods",
    "organisation_types": "organisations",
}
PROBLEMS = "guide/problems/"
NEWS = "news/"
TRANSFERS = "transfers/"


def case_address(case_id: str) -> str:
    """Return the address of a case page."""
    return f"cases/{case_id}/"


def page_address(base: str, number: int) -> str:
    """Return the address of page `number` of the list whose first page is at `base`."""
    return base if number == 1 else f"{base}page-{number}/"


def term_address(facet: str, key: str) -> str:
    """Return the address of a term page."""
    return f"{FACET_FOLDERS[facet]}/{key}/"


def region_address(region: "Region") -> str:
    """Return the address of a region page."""
    return f"regions/{region.key}/"


def prefecture_address(region: "Region", prefecture: "Prefecture") -> str:
    """Return the address of a prefecture page."""
    return f"regions/{region.key}/{prefecture.key}/"


def edition_address(edition: int | None) -> str:
    """Return the address of an edition's page; winners without a known edition share one."""
    return f"awards/{edition or 'undated'}/"


def session_address(session_id: str) -> str:
    """Return the address of the page of a study session: a meeting or a kit."""
    return f"sessions/{session_id}/"


def news_address(news: "News") -> str:
    """Return the address of an item of news: its place on the page of its year, where it stays."""
    return f"{NEWS}{news.day.year}/#n{news.id}"


def problem_address(rule: str) -> str:
    """Return the address of the page that explains a rule."""
    return f"{PROBLEMS}{rule}/"
