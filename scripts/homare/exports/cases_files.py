"""Files that hold every case: each case brings its own part, so a run of cases can be made, and kept, by itself."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from hashlib import blake2b

from homare.exports.dataset import Dataset
from homare.exports.pieces import Piece

_RUN = 64
"""Cases in a run, on average: some hundred kilobytes of all files together."""


@dataclass(frozen=True)
class CasesFile:
    """A file of all cases: what stands at its head, what some of the cases bring, what is between cases, and its tail.

    `of_cases` must not look at the library beyond the cases that it is given, nor at which of all cases these are.
    """

    head: Callable[[Dataset], bytes]
    of_cases: Callable[[Dataset], bytes]
    between: bytes = b""
    tail: bytes = b""


Brought = Callable[[Dataset], Mapping[str, bytes]]
"""Returns what the cases of a run bring to each of several files, by the paths of the files."""


def brought_to(files: Mapping[str, CasesFile], run: Dataset) -> Mapping[str, bytes]:
    """Return what the cases of a run bring to each of `files`."""
    return {path: file.of_cases(run) for path, file in files.items()}


def pieces_of(files: Mapping[str, CasesFile], dataset: Dataset, brought: Brought | None = None) -> Iterator[Piece]:
    """Yield `files` of a whole library, run by run; `brought` may know a shorter way than to make what a run brings."""
    for path, file in files.items():
        yield Piece(path, file.head(dataset), goes_on=True)
    for place, run in enumerate(runs_of(dataset)):
        for path, file in files.items() if place else ():
            yield Piece(path, file.between, goes_on=True)
        for path, content in (brought(run) if brought else brought_to(files, run)).items():
            yield Piece(path, content, goes_on=True)
    for path, file in files.items():
        yield Piece(path, file.tail)


def runs_of(dataset: Dataset) -> Iterator[Dataset]:
    """Yield the library in runs of cases. A case whose id says so ends its run.

    So where a case comes or goes, its run becomes another, and no other run does.
    """
    catalogue, start = dataset.catalogue, 0
    for end, case in enumerate(catalogue.cases, start=1):
        if end == len(catalogue.cases) or _ends_run(case.id):
            yield Dataset(replace(catalogue, cases=catalogue.cases[start:end]), dataset.site)
            start = end


def _ends_run(case_id: str) -> bool:
    return blake2b(case_id.encode(), digest_size=1).digest()[0] % _RUN == 0
