"""Files that take long to make: they stay under build/ until what they are made from changes."""

from pathlib import Path

from homare.site.sealed_files import read_sealed, write_sealed

_SUFFIX = ".sealed"


class KeptFiles:
    """Files in one folder, each named by the fingerprint of what it is made from, and sealed with that."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._used: set[Path] = set()

    def get(self, fingerprint: str) -> bytes | None:
        """Return a file of an earlier build, or None where there is none that is whole."""
        return read_sealed(self._file(fingerprint), fingerprint)

    def put(self, fingerprint: str, content: bytes) -> bytes:
        """Keep a file for later builds and return it. Raises OSError when the disk refuses."""
        write_sealed(self._file(fingerprint), fingerprint, content)
        return content

    def drop_unused(self) -> None:
        """Delete the files that nobody has asked for. Raises OSError when the disk refuses."""
        for file in set(self._folder.glob("*")) - self._used:
            file.unlink(missing_ok=True)

    def _file(self, fingerprint: str) -> Path:
        file = self._folder / f"{fingerprint}{_SUFFIX}"
        self._used.add(file)
        return file
