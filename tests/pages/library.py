"""The small library under tests/examples/library: four made-up records with a vocabulary of their own."""

from functools import cache

from homare.model.catalogue import Catalogue
from homare.model.library import build_library
from homare.pages.all_pages import all_pages
from homare.pages.page import Page
from homare.problems import report
from homare.records.disk import read_folder
from tests.libraries import EXAMPLES


@cache
def fixture_catalogue() -> Catalogue:
    """Return the catalogue of the small library."""
    catalogue, problems = build_library("library", read_folder(EXAMPLES / "library"))
    assert catalogue is not None, report(problems, "text", "en")
    return catalogue


@cache
def fixture_pages() -> dict[str, Page]:
    """Return every page of the small library by its address."""
    return {page.address: page for page in all_pages(fixture_catalogue())}
