"""The library as JSON: one document, JSON Lines, one file a case, and the vocabulary."""

from typing import Any

import orjson

from homare.exports.cases_files import CasesFile
from homare.exports.dataset import Dataset, published_case, version_of
from homare.model.case import Case
from homare.model.site_words import LICENCE

VOCABULARIES = ("challenges", "themes", "methods", "industries", "organisation_types", "prizes", "prefectures")


def case_json(dataset: Dataset, case: Case) -> str:
    """Return one case for people to read, with its own version and the licence: only its own changes change it."""
    published = published_case(case, dataset.address_of(case))
    return pretty({"version": version_of(case, published), "licence": LICENCE, **published})


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


def _head(dataset: Dataset) -> bytes:
    head = f'{{"version": {compact(dataset.version)}, "licence": {compact(LICENCE)}, "cases": [\n'
    return head.encode()


def _with_commas(dataset: Dataset) -> bytes:
    """A text in JSON holds no line end, so every line end is one between cases."""
    return dataset.json_lines.removesuffix(b"\n").replace(b"\n", b",\n")


CASES_JSON = CasesFile(_head, _with_commas, b",\n", b"\n]}\n")
"""One document, `{"version", "licence", "cases"}`, one line a case, so that two versions can be compared by line."""
CASES_JSON_LINES = CasesFile(lambda _: b"", lambda dataset: dataset.json_lines)
