"""Write files by the thousand: each folder is made once, and asked for no more."""

from pathlib import Path

_made: set[Path] = set()
"""Folders that this process has seen. One may have gone since; then the write says so, and it is made again."""


def write_file(path: Path, content: bytes) -> None:
    """Write a file, and the folders above it where they are missing. Raises OSError when the disk refuses."""
    folder = path.parent
    if folder not in _made:
        folder.mkdir(parents=True, exist_ok=True)
        _made.add(folder)
    try:
        path.write_bytes(content)
    except FileNotFoundError:
        folder.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)
