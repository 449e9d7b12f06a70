"""The file synonyms.yaml: what readers type instead of our words. A library without it works, and finds less."""

from collections.abc import Collection, Mapping

from homare.model.nearest import did_you_mean, listed
from homare.model.validation import validate
from homare.model.vocabulary import Synonyms
from homare.problems import Problem, Text
from homare.records.document import Document
from homare.records.reader import read_document


def read_synonyms(
    path: str, content: bytes | None, facets: Mapping[str, Collection[str]], unread: Collection[str] = ()
) -> tuple[Synonyms, list[Problem]]:
    """Return the synonyms in the file's `content` (None: there is no such file, which is fine) and its problems.

    `facets` holds the keys of each facet, for the terms that everyday ways of saying lead to; `unread` names facets
    whose own faults keep their keys from being known.
    """
    if content is None:
        return Synonyms(), []
    document, problems = read_document(path, content)
    if document is None:
        return Synonyms(), problems
    synonyms, faults = validate(document, Synonyms)
    if synonyms is None:
        return Synonyms(), [*problems, *faults]
    return synonyms, [*problems, *_unknown_terms(document, synonyms, facets, unread)]


def _unknown_terms(
    document: Document, synonyms: Synonyms, facets: Mapping[str, Collection[str]], unread: Collection[str]
) -> list[Problem]:
    problems = []
    for index, entry in enumerate(synonyms.everyday):
        facet, _, _ = entry.term.partition("/")
        known = [f"{facet}/{known}" for known in facets.get(facet, ())]
        if entry.term not in known and facet not in unread:
            message = Text(f"「{entry.term}」という見出しはありません。", f"There is no term “{entry.term}”.")
            choices = known or [f"{name}/…" for name in facets]
            otherwise = Text(f"{listed(choices)} のどれかにしてください。", f"Use one of: {listed(choices)}.")
            hint = did_you_mean(entry.term, known, otherwise)
            problems.append(document.problem(("everyday", index, "term"), "unknown-term", message, hint))
    return problems
