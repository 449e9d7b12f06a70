"""The search index of an earlier build, used again while nothing that it is made from has changed."""

import io
import zipfile
from collections.abc import Iterable
from importlib.metadata import version
from pathlib import Path

from homare.site.kept_files import KeptFiles
from homare.site.sealed_files import mark_of
from homare.site.search import chunks, pagefind_index
from homare.site.writing import write_file


class KeptIndex:
    """The index in `folder`, if it was made from pages with these `digests`, in this order, under this `mark`."""

    def __init__(self, folder: Path, mark: str, digests: Iterable[str]) -> None:
        self._files = KeptFiles(folder, ".zip")
        code = [Path(str(module.__file__)).read_bytes() for module in (chunks, pagefind_index)]
        self._mark = mark_of([version("pagefind-bin"), *code, mark, *digests])

    def put_into(self, index: Path) -> bool:
        """Write the kept index as the folder `index`; False when there is none. Raises OSError as the disk does."""
        packed = self._files.get(self._mark)
        if packed is None:
            return False
        try:
            with zipfile.ZipFile(io.BytesIO(packed)) as archive:
                files = {name: archive.read(name) for name in archive.namelist()}
        except zipfile.BadZipFile:  # someone has touched it
            return False
        for name, content in files.items():
            write_file(index / name, content)
        return True

    def keep(self, index: Path) -> None:
        """Keep the index in the folder `index` for later builds, and no other. Raises OSError when the disk refuses."""
        packed = io.BytesIO()
        with zipfile.ZipFile(packed, "w") as archive:
            for path in sorted(index.rglob("*")):
                if path.is_file():
                    archive.write(path, path.relative_to(index).as_posix())
        self._files.put(self._mark, packed.getvalue())
        self._files.drop_unused()
