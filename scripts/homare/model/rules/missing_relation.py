"""A relation, or the receiving end of an adaptation, that the library does not have as a case."""

from collections.abc import Iterator
from itertools import chain

from homare.model.nearest import did_you_mean
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
            message = Text(f"事例「{related}」がありません。", f"There is no case “{related}”.")
            otherwise = Text(
                "idは「年-ファイル名」です（例 2020-jonan-yoi-shigoto）。",
                "An id is <edition>-<file name>, e.g. 2020-jonan-yoi-shigoto.",
            )
            hint = did_you_mean(related, context.known_ids, otherwise)
            yield context.document.problem(trail, "missing-relation", message, hint)
