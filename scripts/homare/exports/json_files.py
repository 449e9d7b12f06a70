"""The library as JSON: one document, JSON Lines, one file a case, and the vocabulary."""

from collections.abc import Iterator
from typing import Any

import orjson

from homare.exports.dataset import Dataset
from homare.exports.pieces import Piece
from homare.model.site_words import LICENCE

VOCABULARIES = ("challenges", "themes", "methods", "industries", "organisation_types", "prizes", "prefectures")
ALONE = "cases/"
"""Where each case stands by itself."""


def case_files(dataset: Dataset) -> Iterator[Piece]:
    """Yield the cases as JSON in three forms, in one pass over the library.

    `cases.json` is `{"version", "licence", "cases"}`, one line a case, so that two versions can be compared by line;
    `cases.jsonl` has one case a line; below `cases/` stands each case for people to read, with the version and licence
    of the data it is from.
    """
    whole, lines, comma = "cases.json", "cases.jsonl", b""
    head = f'{{"version": {compact(dataset.version)}, "licence": {compact(LICENCE)}, "cases": [\n'
    yield Piece(whole, head.encode(), goes_on=True)
    for case in dataset.published():
        text = orjson.dumps(case)
        yield Piece(whole, comma + text, goes_on=True)
        yield Piece(lines, text + b"\n", goes_on=True)
        alone = pretty({"version": dataset.version, "licence": LICENCE, **case})
        yield Piece(f"{ALONE}{case['id']}.json", alone.encode())
        comma = b",\n"
    yield Piece(whole, b"\n]}\n")
    yield Piece(lines, b"")


def vocabulary_json(dataset: Dataset) -> str:
    """Return every controlled term, the editions and the region schemes."""
    words = dataset.vocabulary
    terms = {name: [term.model_dump(mode="json") for term in getattr(words, name).values()] for name in VOCABULARIES}
    editions = [edition.model_dump(mode="json") for edition in words.editions.values()]
    regions = [scheme.model_dump(mode="json") for scheme in words.region_schemes.values()]
    return pretty({"version": dataset.version, "licence": LICENCE, **terms, "editions": editions, "regions": regions})


def pretty(value: Any) -> str:
    """Return indented JSON with a final line end."""
    return orjson.dumps(value, option=orjson.OPT_INDENT_2 | orjson.OPT_APPEND_NEWLINE).decode()


def compact(value: Any) -> str:
    """Return JSON on one line."""
    return orjson.dumps(value).decode()
