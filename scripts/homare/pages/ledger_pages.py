"""The ledger: every figure of the library with unit, date, source and grade, to be filtered where scripts run."""

from collections.abc import Iterator, Sequence
from functools import partial

from homare.model.case_view import GRADES
from homare.model.catalogue import Catalogue
from homare.model.numbers import number_words, value_words
from homare.model.outcomes import LedgerRow, ledger
from homare.pages.addresses import page_address, relative
from homare.pages.dates import date_markdown
from homare.pages.gathered import record_words
from homare.pages.listing import in_a_row, in_pages, link_to_page, title_of_page
from homare.pages.markdown import Markdown, render
from homare.pages.page import Crumb, Page
from homare.pages.page_excerpt import PageExcerpt

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
    runs = in_pages(rows, ROWS)
    for number, shown in enumerate(runs, start=1):
        cases = tuple({row.case.id: row.case for row in shown}.values())
        # Of the first case, some figures may stand on an earlier page.
        beside = (str(len(rows)), str(number), *(str(row.place) for row in shown[:1]))
        make = partial(_page, catalogue, shown, len(rows), number, len(runs))
        yield PageExcerpt(page_address(ADDRESS, number), cases, beside, make)


def _page(catalogue: Catalogue, rows: Sequence[LedgerRow], total: int, number: int, count: int) -> Page:
    address = page_address(ADDRESS, number)
    body = render(
        "ledger",
        lead=LEAD,
        rows=rows,
        total=total,
        page_number=number,
        page_count=count,
        link_to=lambda other: Markdown(link_to_page(address, ADDRESS, other)),
        value=value_words,
        number=number_words,
        date=date_markdown,
        grades=GRADES,
        **record_words(catalogue, address),
    )
    title = title_of_page(TITLE, number)
    crumbs = (Crumb("受賞がもたらしたものと、現場の数字", relative(address, "evidence/")), Crumb(title, ""))
    row = in_a_row(number, count, partial(link_to_page, address, ADDRESS))
    return Page(address, title, LEAD, body, crumbs, extra={"scripts": ["assets/js/ledger.js"]} | row)
