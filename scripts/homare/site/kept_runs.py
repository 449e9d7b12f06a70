"""The files of a whole library: what a run of cases brings to them is cut out of the earlier ones, if it is the same.

A note under build/ tells where in each file each run stands, with the sizes and times of the files.
"""

from collections.abc import Mapping, Sequence
from contextlib import ExitStack
from dataclasses import dataclass, replace
from itertools import chain
from pathlib import Path
from typing import IO, NamedTuple

import cbor2

from homare.exports.cases_files import brought_to, runs_of
from homare.exports.dataset import Dataset
from homare.exports.pieces import Size, counted
from homare.site.data_files import DATA, OF_CASES, library_files
from homare.site.piece_files import write_pieces
from homare.site.sealed_files import mark_of, read_sealed, write_sealed
from homare.site.stamps import are_there, stamps_of


class _Run(NamedTuple):
    """A run in files that are there: its place in each, the first byte and how many, and the digests of its cases."""

    places: Sequence[tuple[int, int]]
    digests: Sequence[bytes]


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
        earlier, noted, digests = self._earlier_runs(), dict[str, _Run](), dict[str, Sequence[bytes]]()
        for run in runs_of(dataset):
            mark = self._mark(run)
            digests[mark] = earlier[mark].digests if mark in earlier else run.digests
        dataset = replace(dataset, known_digests=tuple(chain.from_iterable(digests.values())))
        written = {f"{DATA}{path}": Size() for path in OF_CASES}
        with ExitStack() as opened:
            paths = {path: Path(f"{self.earlier}/{DATA}{path}") for path in OF_CASES if earlier}
            files = {path: opened.enter_context(file.open("rb")) for path, file in paths.items()}

            def brought(run: Dataset) -> Mapping[str, bytes]:
                mark = self._mark(run)
                found = _cut(files, earlier[mark]) if mark in earlier else brought_to(OF_CASES, run)
                places = [(written[f"{DATA}{path}"].bytes, len(content)) for path, content in found.items()]
                noted[mark] = _Run(places, digests[mark])
                return found

            write_pieces(site, counted(library_files(dataset, brought), written))
        stamps = stamps_of(site, written)
        write_sealed(self.note, self.code, cbor2.dumps((stamps, noted)))

    def _mark(self, run: Dataset) -> str:
        return mark_of(self.records[case.id] for case in run.catalogue.cases)

    def _earlier_runs(self) -> Mapping[str, _Run]:
        """Return the runs in the earlier files, by the marks of their records; none if the files have changed."""
        packed = read_sealed(self.note, self.code) if self.earlier else None
        if self.earlier is None or packed is None:
            return {}
        stamps, runs = cbor2.loads(packed)
        return {mark: _Run(*run) for mark, run in runs.items()} if are_there(self.earlier, stamps) else {}


def _cut(files: Mapping[str, IO[bytes]], run: _Run) -> Mapping[str, bytes]:
    """Return what the run brought to each file."""
    found = {}
    for (path, file), (start, length) in zip(files.items(), run.places, strict=True):
        file.seek(start)
        found[path] = file.read(length)
    return found
