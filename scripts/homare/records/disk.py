"""The only place that reads record files from the disk."""

from pathlib import Path


def read_folder(folder: Path) -> dict[str, bytes]:
    """Return every YAML file below `folder`: POSIX path relative to it → content, in path order.

    Raises OSError when the folder or a file cannot be read.
    """
    paths = sorted(path for path in folder.rglob("*") if path.suffix.lower() in (".yaml", ".yml") and path.is_file())
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in paths}
