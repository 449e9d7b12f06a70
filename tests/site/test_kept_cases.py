"""To know what a build has to make, no case of an earlier build is opened."""

from collections.abc import Callable, Iterator
from dataclasses import replace

import pytest

from homare.exports import licence_text
from homare.exports.dataset import Dataset
from homare.model.case import Case
from homare.model.catalogue import Catalogue
from homare.model.unopened_case import UnopenedCase, head_of, unopened
from homare.pages.all_pages import page_groups
from homare.pages.case_excerpt import excerpt_groups
from homare.site.data_files import OF_CASES, library_files
from homare.site.search.browser_data import case_lines
from homare.site.search.readings import readings_data


def of_pages(catalogue: Catalogue) -> Iterator[object]:
    """Yield what tells a build of pages whether it has to make them."""
    yield from (excerpt.beside_records for group in excerpt_groups(catalogue) for excerpt in group())
    yield from (page for group in page_groups(catalogue) for page in group())


def of_files(catalogue: Catalogue) -> Iterator[object]:
    """Yield the files of the whole library, where the runs of cases are known."""
    dataset = Dataset(catalogue, "https://example.org/", tuple(b"" for _ in catalogue.cases))
    yield from library_files(dataset, lambda _: dict.fromkeys(OF_CASES, b""))


def of_search(catalogue: Catalogue) -> Iterator[object]:
    """Yield what search loads of all cases."""
    yield from case_lines(catalogue, {case.id: 0 for case in catalogue.cases})
    yield readings_data(catalogue)


@pytest.mark.parametrize("look", [of_pages, of_files, of_search])
def test_what_all_cases_are_looked_at_for_opens_none(
    real_catalogue: Catalogue, look: Callable[[Catalogue], Iterator[object]], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(
        "homare.model.catalogue.MOST_FOR_PEOPLE", 0
    )  # what large libraries do not have lists all that cases say
    monkeypatch.setattr(licence_text, "MOST_FOR_PEOPLE", 0)

    def open_case(case: Case) -> Case:
        raise AssertionError(case.id)

    cases = [unopened(head_of(case), lambda case=case: open_case(case)) for case in real_catalogue.cases]  # type: ignore[misc]
    heads = replace(real_catalogue, cases=tuple(cases), sessions=(), known_facts=real_catalogue.facts)
    assert list(look(heads))
    assert all(isinstance(case, UnopenedCase) for case in heads.cases)
