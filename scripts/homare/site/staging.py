"""Write pages and the hand-written files side by side into one folder, touching only what changed."""

from collections.abc import Iterable, Mapping
from pathlib import Path

from homare.pages.page import Page


def desired_files(pages: Iterable[Page], written_by_hand: Path) -> dict[str, bytes]:
    """Return every file of the staged docs: POSIX path → content. A made page wins over a hand-written one."""
    files = {
        path.relative_to(written_by_hand).as_posix(): path.read_bytes()
        for path in sorted(written_by_hand.rglob("*"))
        if path.is_file()
    }
    return files | {page.uri: page.markdown().encode() for page in pages}


def stage(files: Mapping[str, bytes], folder: Path) -> None:
    """Make `folder` hold exactly `files`. Raises OSError when the disk refuses."""
    folder.mkdir(parents=True, exist_ok=True)
    for path in sorted(folder.rglob("*"), reverse=True):
        if path.is_file() and path.relative_to(folder).as_posix() not in files:
            path.unlink()
        elif path.is_dir() and not any(path.iterdir()):
            path.rmdir()
    for name, content in files.items():
        target = folder / name
        if target.is_file() and target.read_bytes() == content:
            continue
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(content)
