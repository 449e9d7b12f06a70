"""The files under cases/vocabulary/ to a Vocabulary."""

from collections.abc import Mapping
from typing import Any

from homare.model.identity import VOCABULARY_FOLDER
from homare.model.synonyms import read_synonyms
from homare.model.validation import validate
from homare.model.vocabulary import Edition, Prefecture, Prize, RegionScheme, Term, Vocabulary
from homare.model.vocabulary_rules import vocabulary_faults
from homare.problems import Problem, Text
from homare.records.document import Document
from homare.records.reader import read_document

_FILES: dict[str, tuple[type, str]] = {
    "challenges": (Term, "key"),
    "themes": (Term, "key"),
    "methods": (Term, "key"),
    "industries": (Term, "key"),
    "organisation_types": (Term, "key"),
    "prizes": (Prize, "key"),
    "editions": (Edition, "year"),
    "prefectures": (Prefecture, "code"),
    "regions": (RegionScheme, "key"),
}


def read_vocabulary(shown: str, files: Mapping[str, bytes]) -> tuple[Vocabulary, list[Problem]]:
    """Return the vocabulary in `files` (relative path → content); files with faults are left empty and reported.

    `shown` is what the user calls the folder, for the messages.
    """
    problems: list[Problem] = []
    facets: dict[str, dict[Any, Any]] = {}
    documents: dict[str, Document] = {}
    for name, (kind, key) in _FILES.items():
        path = f"{VOCABULARY_FOLDER}/{name}.yaml"
        if path not in files:
            problems.append(_missing_file(f"{shown}/{path}"))
            continue
        document, faults = read_document(f"{shown}/{path}", files[path])
        problems += faults
        if document is None:
            continue
        terms, faults = validate(document, tuple[kind, ...])  # type: ignore[valid-type]
        problems += faults
        if terms is not None:
            documents[name] = document
            facets[name] = {getattr(term, key): term for term in terms}
    unread = frozenset(_FILES) - frozenset(facets)
    path = f"{VOCABULARY_FOLDER}/synonyms.yaml"
    synonyms, faults = read_synonyms(f"{shown}/{path}", files.get(path), facets, unread)
    vocabulary = Vocabulary(region_schemes=facets.pop("regions", {}), unread=unread, synonyms=synonyms, **facets)
    return vocabulary, [*problems, *faults, *vocabulary_faults(vocabulary, documents)]


def _missing_file(path: str) -> Problem:
    return Problem(
        path,
        1,
        1,
        "missing-vocabulary",
        Text("語彙のファイルがありません。", "A vocabulary file is missing."),
        Text(
            "記録のフォルダに vocabulary フォルダごと置いてください。", "Put the vocabulary folder beside the records."
        ),
    )
