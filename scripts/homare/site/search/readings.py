"""Readings of the words in the records: さんがく finds 産学.

The words of the records stand with their readings in readings.tsv, which `make readings` writes with a morphological
analyser. It is kept in the repository: a build then needs no analyser with its dictionary of 200 MB, is as fast, and
gives the same site on every machine. A word that the file does not know yet is still found as it is written.
"""

from collections.abc import Iterable, Iterator
from importlib.resources import files
from typing import Any

from homare.model.catalogue import Catalogue

FILE = "readings.tsv"
_ENDINGS = ("都", "府", "県", "市", "区", "町", "村")


def readings_data(catalogue: Catalogue) -> dict[str, list[str]]:
    """Return reading → words: the file's, and above them what the vocabulary and the records say themselves."""
    merged: dict[str, dict[str, None]] = {}
    for word, reading in (*_own_readings(catalogue), *read_readings()):
        merged.setdefault(reading, {})[word] = None
    return {reading: list(words) for reading, words in sorted(merged.items())}


def read_readings() -> Iterator[tuple[str, str]]:
    """Yield each word of readings.tsv with its reading."""
    for line in files("homare.site.search").joinpath(FILE).read_text("utf-8").splitlines():
        reading, _, words = line.partition("\t")
        for word in words.split():
            yield word, reading


def _own_readings(catalogue: Catalogue) -> Iterator[tuple[str, str]]:
    words = catalogue.vocabulary
    yield from words.synonyms.readings.items()
    for prefecture in words.prefectures.values():
        yield prefecture.name, prefecture.reading
        if prefecture.name.endswith(_ENDINGS):
            yield prefecture.name[:-1], prefecture.reading.removesuffix("けん").removesuffix("ふ").removesuffix("と")
    for case in catalogue.cases:
        if case.recipient.reading:
            yield case.recipient.name, case.recipient.reading
    for facet in ("challenges", "themes", "methods", "industries", "organisation_types"):
        for term in getattr(words, facet).values():
            parts = zip(term.label.split("・"), term.reading.split("・"), strict=False)
            yield from ((label, reading) for label, reading in parts)


def recorded_texts(catalogue: Catalogue) -> Iterator[str]:
    """Yield every text of the records that may hold words: all but the sources."""
    for case in catalogue.cases:
        yield from _strings(case.model_dump(exclude={"sources", "id"}))
    words = catalogue.vocabulary
    for facet in ("challenges", "themes", "methods", "industries", "organisation_types"):
        for term in getattr(words, facet).values():
            yield from (term.label, *term.alt)
    for group in words.synonyms.groups:
        yield from group.words


def _strings(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        yield from _strings(list(value.values()))
    elif isinstance(value, Iterable):
        for item in value:
            yield from _strings(item)
