"""Files from the disk: those that nobody holds are what they were when their folder was first read, or say so."""

import pickle
from collections.abc import Callable
from pathlib import Path

import pytest

from homare.records.disk import FileChangedError, UnheldFiles, read_folder
from tests.libraries import EXAMPLES


def test_files_that_nobody_holds_are_those_of_the_folder() -> None:
    files = UnheldFiles(EXAMPLES / "library")
    assert dict(files) == read_folder(EXAMPLES / "library")
    assert list(files) == list(read_folder(EXAMPLES / "library"))
    assert len(files) == len(files.digests) > 0


CHANGES: list[Callable[[Path], object]] = [
    lambda file: file.write_text("other", "utf-8"),
    lambda file: file.unlink(),
]


@pytest.mark.parametrize("change", CHANGES, ids=["written over", "gone"])
def test_a_file_that_has_changed_meanwhile_says_so(tmp_path: Path, change: Callable[[Path], object]) -> None:
    (tmp_path / "a.yaml").write_text("first", "utf-8")
    files = UnheldFiles(tmp_path)
    assert files["a.yaml"] == b"first"
    change(tmp_path / "a.yaml")
    with pytest.raises(FileChangedError, match=r"書きかえられました（.*a\.yaml）") as caught:
        files["a.yaml"]
    assert str(pickle.loads(pickle.dumps(caught.value))) == str(caught.value)
