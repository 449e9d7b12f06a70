"""Files by the thousand are written whole or not at all, and their folders made where they are missing."""

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from homare.site.writing import write_file, write_over


def test_a_folder_is_made_where_it_is_missing_and_again_when_it_has_gone(tmp_path: Path) -> None:
    for _ in range(2):
        write_file(tmp_path / "a/b/one", b"1")
        assert (tmp_path / "a/b/one").read_bytes() == b"1"
        shutil.rmtree(tmp_path / "a")


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such limit")
def test_a_file_that_the_disk_takes_only_in_part_is_an_error(tmp_path: Path) -> None:
    """As a full disk does: the system writes what fits and tells how much, and only the next write fails."""
    program = (
        "import resource, sys; from pathlib import Path; from homare.site.writing import write_file\n"
        "resource.setrlimit(resource.RLIMIT_FSIZE, (1000, 1000))\n"
        "try: write_file(Path(sys.argv[1]), bytes(2000))\n"
        "except OSError: print('refused')"
    )
    done = subprocess.run(
        [sys.executable, "-c", program, tmp_path / "file"], capture_output=True, text=True, check=True
    )
    assert done.stdout == "refused\n"


def test_a_file_of_a_site_is_never_written_over(tmp_path: Path) -> None:
    """It may be one of the earlier site too; what stays under build/ is written over, and cut to its new length."""
    write_file(tmp_path / "file", b"earlier")
    with pytest.raises(FileExistsError):
        write_file(tmp_path / "file", b"new")
    assert (tmp_path / "file").read_bytes() == b"earlier"
    write_over(tmp_path / "file", b"new")
    assert (tmp_path / "file").read_bytes() == b"new"
