"""Make a built site searchable: index its case pages, and write the data for the browser."""

from collections.abc import Callable, Iterable, Mapping
from functools import partial
from pathlib import Path

from homare.model.catalogue import Catalogue
from homare.problems import Problem, Text
from homare.records.disk import FileChangedError
from homare.site.beside import beside
from homare.site.sealed_files import read_sealed
from homare.site.search.browser_data import case_lines, library_mark, write_data, write_lines
from homare.site.search.case_search import CaseSearch
from homare.site.search.index_files import write_index
from homare.site.search.index_rows import IndexedPage
from homare.site.search.page_rows import read_rows
from homare.site.search.pagefind_program import FOLDER, Pagefind, failed
from homare.site.search.readings import readings_data
from homare.site.search.words import spelling_data, words_data

Proven = Callable[[], tuple[Pagefind | None, list[Problem]]]


def make_searchable(
    site: Path, catalogue: Catalogue, searched: Iterable[CaseSearch], rows: Path, proven: Proven
) -> list[Problem]:
    """Write the search index and its data files into `site`. Raises OSError when the disk refuses.

    `searched` is what `prepare_case` has found of the case pages, and `rows` the folder of the words of each. `proven`
    waits for what of Pagefind runs in the browser, or for the problems with it.
    """
    cases = {case.case_id: case for case in searched}
    problems = [_no_article(case.id) for case in catalogue.cases if case.id not in cases]
    if problems:
        return problems
    with beside(lambda: _write_data_files(site, catalogue, cases)) as wait_for_data_files:
        pagefind, problems = proven()
        if pagefind is None:
            return problems
        try:
            write_index(_pages(catalogue, cases, rows), pagefind, site / FOLDER)
        except ValueError as error:
            return [failed(str(error))]
        wait_for_data_files()
    return []


def _pages(catalogue: Catalogue, cases: Mapping[str, CaseSearch], rows: Path) -> list[IndexedPage]:
    """Return the pages of the cases; each bears the mark of the library and its place there: 「1f2e3d4c/12」."""
    mark = library_mark(catalogue)
    return [
        IndexedPage(f"{mark}/{place}", cases[case.id].all_words, partial(_rows, rows, case.id))
        for place, case in enumerate(catalogue.cases)
    ]


def _rows(folder: Path, case_id: str) -> Mapping[str, bytes]:
    """Return the rows of a case. Raises FileChangedError where they are damaged: the build begins again without."""
    path = f"{folder}/{case_id}.cbor"
    rows = read_sealed(path, case_id)
    if rows is None:
        Path(path).unlink(missing_ok=True)
        raise FileChangedError(f"索引のために残しておいたファイルが壊れています（{path}）")
    return read_rows(rows)


def _write_data_files(site: Path, catalogue: Catalogue, cases: Mapping[str, CaseSearch]) -> None:
    words = [cases[case.id].words for case in catalogue.cases]
    write_lines(site, "cases", case_lines(catalogue, {case_id: case.length for case_id, case in cases.items()}))
    write_data(site, "words", words_data(catalogue, words))
    write_data(site, "spelling", spelling_data(catalogue, words))
    write_data(site, "readings", readings_data(catalogue))


def _no_article(case_id: str) -> Problem:
    return Problem(
        f"site/cases/{case_id}/index.html",
        1,
        1,
        "search-index",
        Text("事例のページに article[data-case] がありません。", "The case page has no article[data-case]."),
        Text("pages の case.md.j2 を見直してください。", "Look at case.md.j2 in pages."),
    )
