"""Make a built site searchable: read its case pages, index them, write the data for the browser."""

from collections.abc import Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from homare.model.catalogue import Catalogue
from homare.problems import Problem, Text
from homare.site.search.browser_data import cases_data, text_data, write_data
from homare.site.search.case_text import Section, case_sections
from homare.site.search.pagefind_index import build_index, page_words
from homare.site.search.readings import readings_data
from homare.site.search.words import running_texts, spelling_data, words_data


def make_searchable(site: Path, catalogue: Catalogue) -> list[Problem]:
    """Write the search index and its data files into `site`. Raises OSError when the disk refuses."""
    texts, problems = _read_pages(site, catalogue)
    if problems:
        return problems
    pages = {case_id: page_words(sections) for case_id, sections in texts.items()}
    with ThreadPoolExecutor(1) as beside:  # the indexer is a program of its own: we go on while it works
        indexed = beside.submit(build_index, pages, site)
        _write_data_files(site, catalogue, texts, {case_id: page.length for case_id, page in pages.items()})
        return indexed.result()


def _write_data_files(
    site: Path, catalogue: Catalogue, texts: Mapping[str, Sequence[Section]], lengths: Mapping[str, int]
) -> None:
    write_data(site, "cases", cases_data(catalogue, lengths))
    running = list(running_texts(texts))
    write_data(site, "words", words_data(catalogue, running))
    write_data(site, "spelling", spelling_data(catalogue, running))
    write_data(site, "readings", readings_data(catalogue))
    for case_id, sections in texts.items():
        write_data(site, f"text/{case_id}", text_data(section for section in sections if section.anchor != "sources"))
        write_data(
            site, f"sources/{case_id}", text_data(section for section in sections if section.anchor == "sources")
        )


def _read_pages(site: Path, catalogue: Catalogue) -> tuple[dict[str, list[Section]], list[Problem]]:
    texts, problems = {}, []
    for case in catalogue.cases:
        page = site / "cases" / case.id / "index.html"
        sections = case_sections(page.read_text("utf-8")) if page.is_file() else None
        if sections is None:
            problems.append(_no_article(case.id))
        else:
            texts[case.id] = sections
    return texts, problems


def _no_article(case_id: str) -> Problem:
    return Problem(
        f"site/cases/{case_id}/index.html",
        1,
        1,
        "search-index",
        Text("事例のページに article[data-case] がありません。", "The case page has no article[data-case]."),
        Text("pages の case.md.j2 を見直してください。", "Look at case.md.j2 in pages."),
    )
