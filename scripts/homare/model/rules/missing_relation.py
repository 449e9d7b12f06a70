"""A relation, or the receiving end of an adaptation, that the library does not have as a case."""

from collections.abc import Iterator
from itertools import chain

from homare.model.nearest import no_such_case
from homare.model.rules.context import CaseContext
from homare.problems import Problem, Text


def missing_relation(context: CaseContext) -> Iterator[Problem]:
    """Yield a problem for each case named as related or as receiving that does not exist, or is the case itself."""
    document = context.document
    for trail, related in chain(document.texts("related", ..., "case"), document.texts("adaptations", ..., "case")):
        if related == context.case_id:
            message = Text("自分自身とのつながりは書けません。", "A case cannot be related to itself.")
            hint = Text("別の事例のidにするか、この項目を消してください。", "Name another case, or delete this.")
            yield context.document.problem(trail, "missing-relation", message, hint)
        elif related not in context.known_ids:
            yield context.document.problem(trail, "missing-relation", *no_such_case(related, context.known_ids))
