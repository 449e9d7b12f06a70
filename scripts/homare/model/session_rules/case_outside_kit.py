"""A viewpoint or question about a case that the kit does not hold."""

from collections.abc import Iterator

from homare.model.session_rules.context import SessionContext
from homare.problems import Problem, Text

_ABOUT_CASES = (("viewpoints", ..., "case"), ("questions", ..., "cases", ...))


def case_outside_kit(context: SessionContext) -> Iterator[Problem]:
    """Yield a problem for every viewpoint and question about a case that is not among the kit's own."""
    if not context.is_kit:
        return
    own = {text for _, text in context.document.texts("cases", ...)}
    for pattern in _ABOUT_CASES:
        for trail, case_id in context.document.texts(*pattern):
            if own and case_id not in own and case_id in context.known_ids:
                message = Text(
                    f"事例「{case_id}」は、このキットの事例（cases）に入っていません。",
                    f"“{case_id}” is not among the cases of this kit.",
                )
                hint = Text("cases に足すか、別の事例にしてください。", "Add it to cases, or name another case.")
                yield context.document.problem(trail, "case-outside-kit", message, hint)
