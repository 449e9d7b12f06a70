"""Write files by the thousand: a folder is made when it is missed, not asked for before each file."""

from pathlib import Path


def write_file(path: Path, content: bytes) -> None:
    """Write a file, and the folders above it where they are missing. Raises OSError when the disk refuses."""
    try:
        _write(path, content)
    except FileNotFoundError:
        path.parent.mkdir(parents=True, exist_ok=True)
        _write(path, content)


def _write(path: Path, content: bytes) -> None:
    with open(path, "wb", buffering=0) as file:  # noqa: PTH123 — Path.open takes half as long again
        file.write(content)
