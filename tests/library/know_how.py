"""The pages of know-how as trees, and what the tests of them ask again and again."""

import re
from functools import cache

from selectolax.lexbor import LexborHTMLParser, LexborNode

from homare.model.catalogue import Catalogue
from homare.model.library import build_library
from homare.pages.all_pages import all_pages
from homare.problems import report
from homare.records.disk import read_folder
from homare.site.fast_markdown import html_of
from tests.libraries import ROOT

KNOW_HOW = ("methods/", "challenges/", "matrix/", "transfers/", "evidence/", "coverage/", "about/award/", "timeline/")
"""The addresses below which our pages stand."""


@cache
def real_files() -> dict[str, bytes]:
    """Return the files of the real library."""
    return read_folder(ROOT / "cases")


def catalogue_of_files(files: dict[str, bytes]) -> Catalogue:
    """Return the catalogue of `files`, which must be without fault."""
    catalogue, problems = build_library("cases", files)
    assert catalogue is not None, report(problems, "text", "en")
    return catalogue


def trees_of(catalogue: Catalogue) -> dict[str, LexborHTMLParser]:
    """Return every page of the catalogue by its address, as the reader's browser gets its content."""
    return {page.address: LexborHTMLParser(html_of(page.body)) for page in all_pages(catalogue)}


def words(node: LexborNode | None) -> str:
    """Return the text of a node, white space folded."""
    assert node is not None
    return re.sub(r"\s+", " ", node.text()).strip()


def number_in(node: LexborNode | None) -> int:
    """Return the first whole number in a node's text; separators do not count."""
    found = re.search(r"\d[\d,]*", words(node))
    assert found, words(node)
    return int(found.group().replace(",", ""))


def cases_linked(node: LexborNode) -> list[str]:
    """Return the ids of the cases that a node links to, in order, each once."""
    ids = (re.search(r"cases/([a-z0-9-]+)/", link.attributes["href"] or "") for link in node.css("a[href]"))
    return list(dict.fromkeys(found[1] for found in ids if found))


def of_region(catalogue: Catalogue, key: str) -> set[str]:
    """Return the ids of the cases whose recipient is in a region."""
    region = next(region for region in catalogue.vocabulary.regions if region.key == key)
    return {
        case.id
        for case in catalogue.cases
        if case.recipient.prefecture in region.prefectures or case.recipient.region == key
    }


def with_term(catalogue: Catalogue, facet: str, key: str) -> set[str]:
    """Return the ids of the cases that have a term, counted without the catalogue's own help."""
    if facet == "regions":
        return of_region(catalogue, key)
    if facet == "organisations":
        return {case.id for case in catalogue.cases if case.recipient.type == key}
    return {case.id for case in catalogue.cases if key in getattr(case, facet)}
