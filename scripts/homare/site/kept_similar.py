"""Which cases are alike, kept from build to build: while the cases have the terms that they had, nothing changes."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path

import cbor2

from homare.model.case import Case
from homare.model.catalogue import Catalogue, terms_of
from homare.model.parts import parts_of
from homare.model.similarity import Similar, reason_words, similar_cases
from homare.site.beside import spread
from homare.site.sealed_files import mark_of, read_sealed, write_sealed

_PART = 250
"""Cases in one part: those of small libraries are compared before another process could begin."""


@dataclass(frozen=True)
class KeptSimilar:
    """What `similar_cases` found for each case, packed, in the order of the cases; reasons are places in `reasons`."""

    reasons: Sequence[str]
    packed: Sequence[bytes]

    def of_case(self, catalogue: Catalogue, case: Case) -> tuple[Similar, ...]:
        """Return what `similar_cases` does."""
        found = cbor2.loads(self.packed[catalogue.place_by_id[case.id]])
        return tuple(
            Similar(catalogue.cases[place], score, tuple([self.reasons[reason] for reason in reasons]))
            for place, score, reasons in found
        )


def kept_similar(catalogue: Catalogue, note: Path, code: str, *, forgetful: bool) -> KeptSimilar:
    """Return which cases of the catalogue are alike, from the file `note`, unless that is old or all is `forgetful`.

    `code` is the mark of our code. Raises OSError when the disk refuses.
    """
    terms = (f"{facet}/{key}" for case in catalogue.cases for facet, key in (("id", case.id), *terms_of(case)))
    made_from = mark_of([code, "\n".join(terms), "\n".join(reason_words(catalogue))])
    content = None if forgetful else read_sealed(note, made_from)
    if content is not None:
        return KeptSimilar(*cbor2.loads(content))
    tasks = [partial(_compared, catalogue, part) for part in parts_of(catalogue.cases, _PART)]
    reasons: dict[str, int] = {}
    packed = []
    for similar in (similar for part in spread(tasks) for similar in part):
        told = [(place, score, [reasons.setdefault(one, len(reasons)) for one in own]) for place, score, own in similar]
        packed.append(cbor2.dumps(told))
    kept = KeptSimilar(list(reasons), packed)
    write_sealed(note, made_from, cbor2.dumps((kept.reasons, kept.packed)))
    return kept


def _compared(catalogue: Catalogue, cases: Sequence[Case]) -> list[list[tuple[int, float, tuple[str, ...]]]]:
    found = (similar_cases(catalogue, case) for case in cases)
    return [[(catalogue.place_by_id[one.case.id], one.score, one.reasons) for one in similar] for similar in found]
