"""Files of all cases are made run by run: together the runs are the library, and each hangs on its own cases only."""

from collections.abc import Sequence

from hypothesis import given
from hypothesis import strategies as st

from homare.exports.cases_files import CasesFile, brought_to, runs_of
from homare.exports.dataset import Dataset
from homare.model.catalogue import Catalogue
from homare.site.data_files import OF_CASES
from tests.exports.read_back import whole
from tests.pages.library import fixture_catalogue

CATALOGUE = fixture_catalogue()
IDS = [f"2020-case-{number}" for number in range(400)]


def library(ids: Sequence[str]) -> Dataset:
    """Return a library with a case of each of these ids."""
    case = CATALOGUE.cases[0]
    cases = tuple(case.model_copy(update={"id": case_id}) for case_id in ids)
    return Dataset(Catalogue(cases, CATALOGUE.vocabulary), "https://homare.example/")


def ids_in_runs(dataset: Dataset) -> list[tuple[str, ...]]:
    return [tuple(case.id for case in run.catalogue.cases) for run in runs_of(dataset)]


def test_all_runs_together_are_the_library() -> None:
    runs = ids_in_runs(library(IDS))
    assert [case_id for run in runs for case_id in run] == IDS
    assert len(runs) > 3
    assert ids_in_runs(library([])) == []


@given(st.integers(0, len(IDS) - 1))
def test_a_case_that_comes_or_goes_changes_its_run_and_the_next_at_most(place: int) -> None:
    runs, without = ids_in_runs(library(IDS)), ids_in_runs(library(IDS[:place] + IDS[place + 1 :]))
    assert len(set(runs) - set(without)) <= 2
    assert len(set(without) - set(runs)) <= 1


def test_a_file_has_its_parts_in_order() -> None:
    file = CasesFile(
        lambda dataset: f"{len(dataset.catalogue.cases)}:".encode(),
        lambda run: b"".join(f"{case.id[10:]}.".encode() for case in run.catalogue.cases),
        b"|",
        b";",
    )
    parts = ("".join(f"{case_id[10:]}." for case_id in run) for run in ids_in_runs(library(IDS)))
    assert whole(file, library(IDS)).decode() == f"400:{'|'.join(parts)};"
    assert whole(file, library([])) == b"0:;"


def test_what_a_case_brings_is_the_same_in_every_run() -> None:
    alone, both = ([brought_to(OF_CASES, library(ids)) for ids in runs] for runs in ([["a"], ["b"]], [["a", "b"]]))
    for path, file in OF_CASES.items():
        assert file.between.join(part[path] for part in alone) == both[0][path], path
