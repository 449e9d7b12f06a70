"""Which cases are alike, kept from build to build: while the cases have the terms that they had, nothing changes."""

from collections.abc import Mapping, Sequence
from functools import partial
from pathlib import Path

import cbor2

from homare.model.case import Case
from homare.model.catalogue import Catalogue, terms_of
from homare.model.parts import parts_of
from homare.model.similarity import places_of_similar
from homare.site.beside import spread
from homare.site.sealed_files import mark_of, read_sealed, write_sealed

_PART = 250
"""Cases in one part: those of small libraries are compared before another process could begin."""


def kept_similar(catalogue: Catalogue, note: Path, code: str, *, forgetful: bool) -> Mapping[str, Sequence[int]]:
    """Return the places of the cases that are like each case, by its id; from the file `note`, unless `forgetful`.

    `code` is the mark of our code. Raises OSError when the disk refuses.
    """
    terms = (f"{facet}/{key}" for case in catalogue.cases for facet, key in (("id", case.id), *terms_of(case)))
    made_from = mark_of([code, "\n".join(terms)])
    packed = None if forgetful else read_sealed(note, made_from)
    if packed is not None:
        places: list[list[int]] = cbor2.loads(packed)
    else:
        tasks = [partial(_compared, catalogue, part) for part in parts_of(catalogue.cases, _PART)]
        places = [found for part in spread(tasks) for found in part]
        write_sealed(note, made_from, cbor2.dumps(places))
    return dict(zip((case.id for case in catalogue.cases), places, strict=True))


def _compared(catalogue: Catalogue, cases: Sequence[Case]) -> list[list[int]]:
    return [list(places_of_similar(catalogue, case)) for case in cases]
