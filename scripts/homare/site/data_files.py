"""What people take away as data beside the pages: tables, feeds, redirects, and each case by itself."""

from collections.abc import Callable, Iterator, Mapping
from functools import partial

from homare.exports.all_tables import ALL_TABLES, table_path
from homare.exports.calendar import sessions_calendar
from homare.exports.case_markdown import case_markdown
from homare.exports.case_table import CASES
from homare.exports.csv_files import excel_csv, plain_csv
from homare.exports.dataset import Dataset
from homare.exports.editors_workbook import application_form
from homare.exports.feeds import all_feeds
from homare.exports.json_files import case_json, cases_json, cases_jsonl, vocabulary_json
from homare.exports.json_ld import cases_json_ld
from homare.exports.licence_text import licence_text
from homare.exports.llms_text import llms_text
from homare.exports.matrix_files import matrix_files
from homare.exports.news_feed import news_feed
from homare.exports.package import datapackage_json, size_and_hash
from homare.exports.redirects import redirects
from homare.exports.references import bibtex, csl_json, ris
from homare.exports.schema import schema_json
from homare.exports.workbook import cases_xlsx
from homare.model.case import Case
from homare.model.citation import citation_of
from homare.model.feeds import NEWS_FEED
from homare.model.session_days import CALENDAR
from homare.model.sheet import CaseSheet
from homare.model.sheet_data import sheet_data
from homare.model.site_words import MOST_FOR_PEOPLE
from homare.site.search.browser_data import data_file

_WORKBOOK = "cases.xlsx"
DATA_FILES: Mapping[str, Callable[[Dataset], bytes]] = {
    "cases.json": lambda dataset: cases_json(dataset).encode(),
    "cases.jsonl": lambda dataset: cases_jsonl(dataset).encode(),
    "cases.jsonld": lambda dataset: cases_json_ld(dataset).encode(),
    "cases-excel.csv": lambda dataset: excel_csv(CASES, dataset),
    "schema.json": lambda dataset: schema_json(dataset).encode(),
    "vocabulary.json": lambda dataset: vocabulary_json(dataset).encode(),
    "licence.txt": lambda dataset: licence_text(dataset).encode(),
    **{table_path(table.name): partial(plain_csv, table) for table in ALL_TABLES},
    _WORKBOOK: cases_xlsx,
}
"""How each file under /data/ is made of a whole library, by its path there; the descriptor is apart: it marks these."""


def files_of_case(dataset: Dataset, case: Case) -> Mapping[str, bytes]:
    """Return the files of one case that hang on the case alone, path within the site → content."""
    citation = citation_of(case, dataset.address_of(case))
    sheet, content = data_file(f"sheet/{case.id}", sheet_data(CaseSheet(dataset.catalogue, case)))
    return {
        f"data/cases/{case.id}.bib": bibtex(citation).encode(),
        f"data/cases/{case.id}.ris": ris(citation).encode(),
        f"data/cases/{case.id}.csl.json": csl_json(citation).encode(),
        f"cases/{case.id}/index.md": case_markdown(dataset, case).encode(),
        sheet: content,
    }


def library_files(dataset: Dataset) -> Iterator[tuple[str, bytes]]:
    """Yield the path within the site and the content of every other file."""
    yield from ((f"data/{path}", content) for path, content in data_package(dataset))
    for case in dataset.catalogue.cases:  # each names the version of the whole
        yield f"data/cases/{case.id}.json", case_json(dataset, case.id).encode()
    yield from ((address, text.encode()) for address, text in all_feeds(dataset))
    yield from ((f"{address}index.html", html.encode()) for address, html in redirects(dataset))
    yield from matrix_files(dataset)
    yield NEWS_FEED.address, news_feed(dataset).encode()
    yield "guide/homare-form.xlsx", application_form(dataset.vocabulary)
    yield "llms.txt", llms_text(dataset).encode()
    if calendar := sessions_calendar(dataset):
        yield CALENDAR, calendar.encode()


def data_package(dataset: Dataset) -> Iterator[tuple[str, bytes]]:
    """Yield what stands under /data/ for the whole library, path and content: one by one, as each may be large."""
    marks = {}
    for path, make in DATA_FILES.items():
        if path == _WORKBOOK and not 0 < len(dataset.catalogue.cases) <= MOST_FOR_PEOPLE:
            continue
        content = make(dataset)
        marks[path] = size_and_hash(content)
        yield path, content
    yield "datapackage.json", datapackage_json(dataset, marks).encode()
