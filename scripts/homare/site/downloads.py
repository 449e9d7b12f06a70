"""What people and their browsers take away of a whole library, made while the pages are: no page is needed for it."""

from collections.abc import Iterable
from pathlib import Path

from homare.exports.dataset import Dataset
from homare.site.content import BUILD, KITS, SHARE
from homare.site.kept_runs import KeptRuns
from homare.site.kit_files import kit_files
from homare.site.share_pictures import picture_files
from homare.site.study_files import write_study_data
from homare.site.writing import write_file


def write_downloads(dataset: Dataset, root: Path, folder: Path, runs: KeptRuns) -> None:
    """Write the files into `folder`, each where it will stand in the site. Raises OSError when the disk refuses.

    What takes long to typeset stays under `build/` of the project at `root`, and is made anew when its content changes.
    `runs` are those of an earlier site.
    """
    drawings = {path.name: path.read_bytes() for path in (root / "docs" / "assets" / "images").glob("*.svg")}
    runs.write_library_files(dataset, folder)
    _write(folder, kit_files(dataset, root / BUILD / KITS).items())
    _write(folder, picture_files(dataset.catalogue, drawings, root / BUILD / SHARE).items())
    write_study_data(folder, dataset.catalogue)


def _write(folder: Path, files: Iterable[tuple[str, bytes]]) -> None:
    for path, content in files:
        write_file(folder / path, content)


def move_into(site: Path, folder: Path) -> None:
    """Move all that is in `folder` to its place in `site`: whole folders where the site has none of that name.

    Raises OSError when the disk refuses.
    """
    for entry in folder.iterdir():
        target = site / entry.name
        if entry.is_dir() and target.is_dir():
            move_into(target, entry)
        else:
            entry.replace(target)
