"""A vocabulary key that no vocabulary file has."""

from collections.abc import Iterable, Iterator

from homare.model.nearest import did_you_mean, listed
from homare.model.rules.context import CaseContext
from homare.problems import Problem, Text
from homare.records.document import Trail


def unknown_term(context: CaseContext) -> Iterator[Problem]:
    """Yield a problem for each key of a facet, prize, organisation type or edition that is not defined."""
    for trail, key, known, file in _mentions(context):
        if key not in known:
            message = Text(f"「{key}」は {file} にありません。", f"“{key}” is not in {file}.")
            otherwise = Text(
                f"{listed(known)} のどれかにするか、{file} に足してください。",
                f"Use one of: {listed(known)}, or add it to {file}.",
            )
            yield context.document.problem(trail, "unknown-term", message, did_you_mean(key, known, otherwise))


def _mentions(context: CaseContext) -> Iterator[tuple[Trail, str, Iterable[str], str]]:
    case, words = context.case, context.vocabulary
    for facet in ("challenges", "themes", "methods", "industries"):
        for index, key in enumerate(getattr(case, facet)):
            yield (facet, index), key, getattr(words, facet), f"{facet}.yaml"
    yield ("recipient", "type"), case.recipient.type, words.organisation_types, "organisation_types.yaml"
    if case.award.prize:
        yield ("award", "prize"), case.award.prize, words.prizes, "prizes.yaml"
    if case.award.edition:
        editions = [str(year) for year in words.editions]
        yield ("award", "edition"), str(case.award.edition), editions, "editions.yaml"
