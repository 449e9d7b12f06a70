"""Make a built site searchable: index its case pages, and write the data for the browser."""

from collections.abc import Iterable, Mapping
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from homare.model.catalogue import Catalogue
from homare.problems import Problem, Text
from homare.site.search.browser_data import cases_data, library_mark, write_data
from homare.site.search.case_search import CaseSearch
from homare.site.search.kept_index import KeptIndex
from homare.site.search.pagefind_index import FOLDER, build_index
from homare.site.search.readings import readings_data
from homare.site.search.words import spelling_data, words_data


def make_searchable(
    site: Path, catalogue: Catalogue, searched: Iterable[CaseSearch], copies: Path, kept: Path
) -> list[Problem]:
    """Write the search index and its data files into `site`. Raises OSError when the disk refuses.

    `searched` is what `prepare_case` has found of the case pages, and `copies` the folder of the indexer's copies. The
    index stays in the folder `kept` for builds that change no text of a case.
    """
    cases = {case.case_id: case for case in searched}
    problems = [_no_article(case.id) for case in catalogue.cases if case.id not in cases]
    if problems:
        return problems
    names, mark = [case.id for case in catalogue.cases], library_mark(catalogue)
    earlier = KeptIndex(kept, mark, [cases[name].digest for name in names])
    if earlier.put_into(site / FOLDER):
        _write_data_files(site, catalogue, cases)
        return []
    with ThreadPoolExecutor(1) as beside:  # the indexer is a program of its own: we go on while it works
        indexed = beside.submit(build_index, names, copies, site, mark)
        _write_data_files(site, catalogue, cases)
        problems = indexed.result()
    if not problems:
        earlier.keep(site / FOLDER)
    return problems


def _write_data_files(site: Path, catalogue: Catalogue, cases: Mapping[str, CaseSearch]) -> None:
    words = [cases[case.id].words for case in catalogue.cases]
    write_data(site, "cases", cases_data(catalogue, {case_id: case.length for case_id, case in cases.items()}))
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
