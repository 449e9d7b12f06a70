"""The kinds of page that the site has, each with one address that stands for it, for tests and screenshots."""

import re
from dataclasses import dataclass

from playwright.sync_api import Page


@dataclass(frozen=True)
class Kind:
    """A kind of page: an address that shows it (with a query where it needs one), and the form of all its addresses.

    `ready` is a selector of what a script adds last.
    """

    address: str
    pattern: str
    ready: str = ""


KINDS = {
    "home": Kind("", r""),
    "find": Kind("find/?q=信用金庫", r"find/", "[data-results][data-ready=true]"),
    "case": Kind("cases/2020-jonan-yoi-shigoto/", r"cases/[^/]+/"),
    "case-thin": Kind("cases/2019-kure-yoshimitsu/", r"cases/[^/]+/"),
    "case-person": Kind("cases/2023-azechi-rishou/", r"cases/[^/]+/"),
    "case-long": Kind("cases/2013-hirosaki-proteoglycan/", r"cases/[^/]+/"),
    "index": Kind("challenges/", r"(challenges|themes|methods|organisations)/"),
    "term": Kind("themes/finance/", r"(themes|organisations)/[^/]+/"),
    "challenge": Kind("challenges/successors/", r"challenges/[^/]+/"),
    "method": Kind("methods/matching/", r"methods/[^/]+/"),
    "regions": Kind("regions/", r"regions/"),
    "region": Kind("regions/chubu/", r"regions/[^/]+/"),
    "prefecture": Kind("regions/chubu/nagano/", r"regions/[^/]+/[^/]+/"),
    "prefecture-empty": Kind("regions/kyushu/saga/", r"regions/[^/]+/[^/]+/"),
    "awards": Kind("awards/", r"awards/"),
    "edition": Kind("awards/2020/", r"awards/[^/]+/"),
    "coverage": Kind("coverage/", r"coverage/"),
    "matrix": Kind("matrix/", r"matrix/"),
    "timeline": Kind("timeline/", r"timeline/"),
    "transfers": Kind("transfers/", r"transfers/"),
    "evidence": Kind("evidence/", r"evidence/"),
    "ledger": Kind("evidence/figures/", r"evidence/figures/"),
    "sessions": Kind("sessions/", r"sessions/"),
    "kit": Kind("sessions/local-finance/", r"sessions/[^/]+/"),
    "builder": Kind(
        "sessions/builder/?case=2020-jonan-yoi-shigoto&case=2019-gunma-guarantee&minutes=90",
        r"sessions/builder/",
        "[data-kit] [data-part=sources]",
    ),
    "compare": Kind("compare/?case=2020-jonan-yoi-shigoto&case=2017-miyagi-auto", r"compare/", "th[data-case]"),
    "similar": Kind("similar/?prefecture=17&challenge=successors", r"similar/", "[data-results][data-ready=true]"),
    "data": Kind("data/", r"data/"),
    "codebook": Kind("data/codebook/", r"data/codebook/"),
    "about": Kind("about/", r"about/"),
    "award": Kind("about/award/", r"about/award/"),
    "links": Kind("about/links/", r"about/links/"),
    "accessibility": Kind("about/accessibility/", r"about/accessibility/"),
    "contact": Kind("about/contact/", r"about/contact/"),
    "guide": Kind("guide/", r"guide/"),
    "guide-page": Kind("guide/vscode/", r"guide/[^/]+/"),
    "problems": Kind("guide/problems/", r"guide/problems/"),
    "problem": Kind("guide/problems/missing-source/", r"guide/problems/[^/]+/"),
    "news": Kind("news/", r"news/(\d{4}/)?"),
    "not-found": Kind("404.html", r"404\.html"),
}
WIDTHS = (360, 768, 1280)
SCHEMES = ("light", "dark")


def kind_of(address: str) -> str | None:
    """Return the first kind whose pattern fits a page's address (without a query), or None."""
    return next((name for name, kind in KINDS.items() if re.fullmatch(kind.pattern, address)), None)


def open_kind(page: Page, site_url: str, kind: str) -> None:
    """Open a page of the kind and wait until its scripts have shown all."""
    page.goto(site_url + KINDS[kind].address)
    if KINDS[kind].ready:
        page.wait_for_selector(KINDS[kind].ready, state="attached")
