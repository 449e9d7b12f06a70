"""A vocabulary key that no vocabulary file has."""

from collections.abc import Iterator

from homare.model.nearest import listed, nearest_key
from homare.model.rules.context import CaseContext
from homare.model.rules.mentions import FACETS
from homare.problems import Problem, Text
from homare.records.document import Pattern, Trail

_PLACES: tuple[tuple[Pattern, str], ...] = (
    (("recipient", "type"), "organisation_types"),
    (("award", "prize"), "prizes"),
    (("award", "edition"), "editions"),
    (("categories", ..., "prize"), "prizes"),
    (("calendar", ..., "edition"), "editions"),
    (("rounds", ..., "edition"), "editions"),
)
"""Where a record, or a file of evidence, names a term that is not one of a list."""


def unknown_term(context: CaseContext) -> Iterator[Problem]:
    """Yield a problem for each key of a facet, prize, organisation type or edition that is not defined."""
    for trail, key, facet in _mentions(context):
        if facet in context.vocabulary.unread:
            continue
        names = context.vocabulary.names[facet]
        if names.get(key) != key:
            file, keys = f"{facet}.yaml", list(dict.fromkeys(names.values()))
            message = Text(f"「{key}」は {file} にありません。", f"“{key}” is not in {file}.")
            otherwise = Text(
                f"{listed(keys)} のどれかにするか、{file} に足してください。",
                f"Use one of: {listed(keys)}, or add it to {file}.",
            )
            yield context.document.problem(trail, "unknown-term", message, nearest_key(key, names, otherwise))


def _mentions(context: CaseContext) -> Iterator[tuple[Trail, str, str]]:
    for facet in FACETS:
        for trail, key in context.document.texts(facet, ...):
            yield trail, key, facet
    for pattern, facet in _PLACES:
        for trail, key in context.document.texts(*pattern):
            yield trail, key, facet
