"""A relation to a case that the library does not have."""

from collections.abc import Iterator

from homare.model.nearest import did_you_mean
from homare.model.rules.context import CaseContext
from homare.problems import Problem, Text


def missing_relation(context: CaseContext) -> Iterator[Problem]:
    """Yield a problem for each related case that does not exist, or that is the case itself."""
    for trail, related in context.document.texts("related", ..., "case"):
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
