"""The ledger: every figure of the library with unit, date, source and grade, to be filtered where scripts run."""

from collections.abc import Iterator, Sequence
from functools import partial

from homare.model.case_view import GRADES
from homare.model.catalogue import Catalogue
from homare.model.numbers import number_words, value_words
from homare.model.outcomes import LedgerRow, ledger
from homare.pages.addresses import relative
from homare.pages.dates import date_markdown
from homare.pages.gathered import record_words
from homare.pages.listing import PageOfList, pages_of_list
from homare.pages.markdown import render
from homare.pages.page import Crumb, Page
from homare.pages.page_excerpt import PageExcerpt, each_once

ADDRESS = "evidence/figures/"
TITLE = "数字の台帳"
LEAD = (
    "事例にある数字を、単位、時点、出典、等級とともに並べました。"
    "数え方は事例ごとに違うので、大小を比べる前に事例を読んでください。"
)
ROWS = 600
"""Figures on one page: a browser filters as many without a noticeable wait."""


def ledger_pages(catalogue: Catalogue) -> Iterator[PageExcerpt]:
    """Yield the ledger, and further pages when it is long."""
    rows = ledger(catalogue)
    for place, shown in pages_of_list(ADDRESS, rows, ROWS):
        # Of the first case, some figures may stand on an earlier page.
        beside = (str(len(rows)), str(place.number), *(str(row.place) for row in shown[:1]))
        make = partial(_page, catalogue, shown, len(rows), place)
        yield PageExcerpt(place.address, each_once(row.case for row in shown), beside, make)


def _page(catalogue: Catalogue, rows: Sequence[LedgerRow], total: int, place: PageOfList) -> Page:
    address = place.address
    body = render(
        "ledger",
        lead=LEAD,
        rows=rows,
        total=total,
        value=value_words,
        number=number_words,
        date=date_markdown,
        grades=GRADES,
        **place.words,
        **record_words(catalogue, address),
    )
    title = place.titled(TITLE)
    crumbs = (Crumb("受賞がもたらしたものと、現場の数字", relative(address, "evidence/")), Crumb(title, ""))
    return Page(address, title, LEAD, body, crumbs, extra={"scripts": ["assets/js/ledger.js"]} | place.row)
