"""The files of a whole library: what a run of cases brings to them is cut out of the earlier ones, if it is the same.

A note under build/ tells where in each file each run stands, with the sizes and times of the files.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path
from typing import IO

import cbor2

from homare.exports.cases_files import brought_to
from homare.exports.dataset import Dataset
from homare.exports.pieces import Piece
from homare.site.data_files import DATA, OF_CASES, library_files
from homare.site.piece_files import write_pieces
from homare.site.sealed_files import mark_of, read_sealed, write_sealed
from homare.site.stamps import are_there, stamps_of

_Places = Sequence[tuple[int, int]]
"""Where a run stands in each of the files: its first byte, and how many."""


@dataclass(frozen=True)
class KeptRuns:
    """The runs in the site `earlier`, as the file `note` tells them; without a site each is made.

    `code` is the mark of all that files are made from besides records, and `records` are those of the cases' records.
    """

    note: Path
    earlier: Path | None
    code: str
    records: Mapping[str, str]

    def write_library_files(self, dataset: Dataset, site: Path) -> None:
        """Write all `library_files` into `site`. Raises OSError when the disk refuses."""
        written, noted, earlier = Counter[str](), dict[str, _Places](), self._earlier_places()
        with ExitStack() as opened:
            files = {path: opened.enter_context(_opened(self.earlier, path)) for path in OF_CASES if earlier}

            def brought(run: Dataset) -> Mapping[str, bytes]:
                mark = mark_of(self.records[case.id] for case in run.catalogue.cases)
                found = _cut(files, earlier[mark]) if mark in earlier else brought_to(OF_CASES, run)
                noted[mark] = [(written[f"{DATA}{path}"], len(content)) for path, content in found.items()]
                return found

            write_pieces(site, _counted(library_files(dataset, brought), written))
        stamps = stamps_of(site, (f"{DATA}{path}" for path in OF_CASES))
        write_sealed(self.note, self.code, cbor2.dumps((stamps, noted)))

    def _earlier_places(self) -> Mapping[str, _Places]:
        """Return where each run stands in the earlier files, by the mark of its records; {} if they changed."""
        packed = read_sealed(self.note, self.code) if self.earlier else None
        if self.earlier is None or packed is None:
            return {}
        stamps, places = cbor2.loads(packed)
        return places if are_there(self.earlier, stamps) else {}


def _opened(site: Path | None, path: str) -> IO[bytes]:
    assert site
    return (site / DATA / path).open("rb")


def _cut(files: Mapping[str, IO[bytes]], places: _Places) -> Mapping[str, bytes]:
    """Return what stands in each file at its place."""
    found = {}
    for (path, file), (start, length) in zip(files.items(), places, strict=True):
        file.seek(start)
        found[path] = file.read(length)
    return found


def _counted(pieces: Iterable[Piece], written: Counter[str]) -> Iterator[Piece]:
    """Yield the pieces as they come, and count the bytes of each file in `written`."""
    for piece in pieces:
        written[piece.path] += len(piece.content)
        yield piece
