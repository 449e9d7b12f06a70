"""What people take away as data beside the pages: tables, feeds, redirects, and each case by itself."""

from collections.abc import Callable, Iterator, Mapping

from homare.exports.all_tables import ALL_TABLES
from homare.exports.calendar import sessions_calendar
from homare.exports.case_markdown import case_markdown
from homare.exports.case_table import CASES
from homare.exports.cases_files import Brought, CasesFile, pieces_of
from homare.exports.csv_files import excel_csv, plain_csv
from homare.exports.dataset import Dataset
from homare.exports.editors_workbook import application_form
from homare.exports.feeds import all_feeds
from homare.exports.json_files import CASES_JSON, CASES_JSON_LINES, case_json, vocabulary_json
from homare.exports.json_ld import CASES_JSON_LD
from homare.exports.licence_text import licence_text
from homare.exports.llms_text import llms_text
from homare.exports.matrix_files import matrix_files
from homare.exports.news_feed import news_feed
from homare.exports.package import DESCRIBED, datapackage_json
from homare.exports.pieces import Mark, Piece, counted
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
from homare.site.search.browser_data import data_file

DATA = "data/"
"""The folder of the files that hold more than one case."""
_WORKBOOK = "cases.xlsx"
OF_CASES: Mapping[str, CasesFile] = {
    "cases.json": CASES_JSON,
    "cases.jsonl": CASES_JSON_LINES,
    "cases.jsonld": CASES_JSON_LD,
    "cases-excel.csv": excel_csv(CASES),
    **{table.path: plain_csv(table) for table in ALL_TABLES},
}
"""The files under /data/ that hold every case, by their paths there."""
_OTHERS: Mapping[str, Callable[[Dataset], bytes]] = {
    "schema.json": lambda dataset: schema_json(dataset).encode(),
    "vocabulary.json": lambda dataset: vocabulary_json(dataset).encode(),
    "licence.txt": lambda dataset: licence_text(dataset).encode(),
    _WORKBOOK: cases_xlsx,
}
"""How each other file there is made. Apart: the descriptor."""


def files_of_case(dataset: Dataset, case: Case) -> Mapping[str, bytes]:
    """Return the files of one case that hang on the case alone, path within the site → content."""
    citation = citation_of(case, dataset.address_of(case))
    sheet, content = data_file(f"sheet/{case.id}", sheet_data(CaseSheet(dataset.catalogue, case)))
    return {
        f"data/cases/{case.id}.json": case_json(dataset, case).encode(),
        f"data/cases/{case.id}.bib": bibtex(citation).encode(),
        f"data/cases/{case.id}.ris": ris(citation).encode(),
        f"data/cases/{case.id}.csl.json": csl_json(citation).encode(),
        f"cases/{case.id}/index.md": case_markdown(dataset, case).encode(),
        sheet: content,
    }


def library_files(dataset: Dataset, brought: Brought | None = None) -> Iterator[Piece]:
    """Yield every other file by its path within the site, the large ones piece by piece.

    `brought` may know what a run of cases brings to the files under /data/, by their paths there.
    """
    yield from (Piece(f"{DATA}{path}", content, goes_on) for path, content, goes_on in data_package(dataset, brought))
    yield from (Piece(address, text.encode()) for address, text in all_feeds(dataset))
    yield from (Piece(f"{address}index.html", html.encode()) for address, html in redirects(dataset))
    yield from (Piece(path, content) for path, content in matrix_files(dataset))
    yield Piece(NEWS_FEED.address, news_feed(dataset).encode())
    yield Piece("guide/homare-form.xlsx", application_form(dataset.vocabulary))
    yield Piece("llms.txt", llms_text(dataset).encode())
    if calendar := sessions_calendar(dataset):
        yield Piece(CALENDAR, calendar.encode())


def data_package(dataset: Dataset, brought: Brought | None = None) -> Iterator[Piece]:
    """Yield what stands under /data/ but the cases by themselves, by the paths there; `brought` as above."""
    marks = {path: Mark() for path in DESCRIBED}
    yield from counted(pieces_of(OF_CASES, dataset, brought), marks)
    for path, make in _OTHERS.items():
        if path != _WORKBOOK or dataset.catalogue.is_for_people:
            yield from counted([Piece(path, make(dataset))], marks)
    yield Piece("datapackage.json", datapackage_json(dataset, marks).encode())


def data_file_pieces(path: str, dataset: Dataset) -> Iterator[Piece]:
    """Yield the file at `path` of the data package, by itself. Raises KeyError where the package has none."""
    if path in _OTHERS:
        return iter([Piece(path, _OTHERS[path](dataset))])
    return pieces_of({path: OF_CASES[path]}, dataset)
