"""The library as JSON: one document, JSON Lines, one file per case, and the vocabulary."""

from typing import Any

import orjson

from homare.exports.dataset import Dataset
from homare.model.site_words import LICENCE

VOCABULARIES = ("challenges", "themes", "methods", "industries", "organisation_types", "prizes", "prefectures")


def cases_json(dataset: Dataset) -> str:
    """Return `{"version", "licence", "cases"}`, one line a case, so that two versions can be compared by line."""
    head = f'{{"version": {compact(dataset.version)}, "licence": {compact(LICENCE)}, "cases": [\n'
    return head + ",\n".join(compact(case) for case in dataset.published.values()) + "\n]}\n"


def cases_jsonl(dataset: Dataset) -> str:
    """Return one case a line."""
    return "".join(f"{compact(case)}\n" for case in dataset.published.values())


def case_json(dataset: Dataset, case_id: str) -> str:
    """Return one case for people to read, with the version and licence of the data it is from."""
    return pretty({"version": dataset.version, "licence": LICENCE, **dataset.published[case_id]})


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
