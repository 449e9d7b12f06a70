"""What runs of cases bring to the files of a library is cut out of the earlier ones, and is what it would be anew."""

from collections.abc import Mapping
from pathlib import Path
from unittest.mock import patch

import pytest

from homare.exports.dataset import Dataset
from homare.model.catalogue import Catalogue
from homare.site import kept_runs
from homare.site.data_files import DATA, OF_CASES
from homare.site.kept_runs import KeptRuns
from tests.exports.test_cases_files import CATALOGUE, IDS, library

EDITED = "cases.jsonl"


class Written:
    """A folder for the sites of one library after another, and for the note between them."""

    def __init__(self, folder: Path) -> None:
        self.folder, self.earlier, self.number = folder, None, 0

    def files(self, dataset: Dataset, code: str = "code") -> tuple[Mapping[str, bytes], int]:
        """Write the files of a library; returns them, and how many runs were made."""
        self.number += 1
        site = self.folder / str(self.number)
        records = {case.id: f"{case.id}{case.title}" for case in dataset.catalogue.cases}
        with patch.object(kept_runs, "brought_to", side_effect=kept_runs.brought_to) as made:
            KeptRuns(self.folder / "note", self.earlier, code, records).write_library_files(dataset, site)
        self.earlier = site
        return {path: (site / DATA / path).read_bytes() for path in OF_CASES}, made.call_count


@pytest.fixture
def written(tmp_path: Path) -> Written:
    return Written(tmp_path)


def changed(dataset: Dataset, place: int) -> Dataset:
    cases = list(dataset.catalogue.cases)
    cases[place] = cases[place].model_copy(update={"title": "別の題名" * (place % 9)})
    return Dataset(Catalogue(tuple(cases), CATALOGUE.vocabulary), dataset.site)


def anew(dataset: Dataset, folder: Path) -> Mapping[str, bytes]:
    return Written(folder).files(dataset)[0]


@pytest.mark.parametrize("place", [0, 7, 200, 399])
def test_only_the_run_of_a_changed_case_is_made(written: Written, tmp_path: Path, place: int) -> None:
    first, runs = written.files(library(IDS))
    assert runs > 3
    assert written.files(library(IDS)) == (first, 0)
    after = changed(library(IDS), place)
    files, made = written.files(after)
    assert made == 1
    assert files == anew(after, tmp_path / "anew") != first


def test_cases_come_and_go(written: Written, tmp_path: Path) -> None:
    for number, ids in enumerate((IDS, IDS[3:], [*IDS[:90], *IDS[91:]], [], IDS[::-1], IDS)):
        files, _ = written.files(library(ids))
        assert files == anew(library(ids), tmp_path / f"anew-{number}")


def test_other_code_makes_all_runs(written: Written) -> None:
    first, runs = written.files(library(IDS))
    assert written.files(library(IDS), "other code") == (first, runs)


def test_a_file_that_was_edited_is_not_cut_from(written: Written) -> None:
    first, runs = written.files(library(IDS))
    assert written.earlier
    edited = written.earlier / DATA / EDITED
    edited.write_bytes(edited.read_bytes() + b"\n")
    assert written.files(library(IDS)) == (first, runs)


def test_a_torn_note_is_none(written: Written) -> None:
    first, runs = written.files(library(IDS))
    note = written.folder / "note"
    note.write_bytes(note.read_bytes()[:-1])
    assert written.files(library(IDS)) == (first, runs)
