"""Files that take long to make: they stay under build/ until what they are made from changes."""

from contextlib import suppress
from pathlib import Path

from homare.records.disk import write_whole


class KeptFiles:
    """The files of one kind in one folder, each named by the fingerprint of what it is made from."""

    def __init__(self, folder: Path, suffix: str) -> None:
        self._folder, self._suffix = folder, suffix
        self._used: set[Path] = set()

    def get(self, fingerprint: str) -> bytes | None:
        """Return a file of an earlier build, or None. Raises OSError when the disk refuses."""
        file = self._file(fingerprint)
        with suppress(FileNotFoundError):  # another build may take it away at any moment
            return file.read_bytes()
        return None

    def put(self, fingerprint: str, content: bytes) -> bytes:
        """Keep a file for later builds and return it. Raises OSError when the disk refuses."""
        write_whole(self._file(fingerprint), content)
        return content

    def drop_unused(self) -> None:
        """Delete the files that nobody has asked for. Raises OSError when the disk refuses."""
        for file in set(self._folder.glob(f"*{self._suffix}")) - self._used:
            file.unlink(missing_ok=True)

    def _file(self, fingerprint: str) -> Path:
        file = self._folder / f"{fingerprint}{self._suffix}"
        self._used.add(file)
        return file
