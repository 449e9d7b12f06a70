"""A case of a kit that nothing in it is about."""

from collections.abc import Iterator

from homare.model.session_rules.context import SessionContext
from homare.problems import Problem, Text


def unused_case(context: SessionContext) -> Iterator[Problem]:
    """Yield a problem for every case of a kit that no viewpoint or no question is about."""
    if not context.is_kit:
        return
    document = context.document
    seen = {text for _, text in document.texts("viewpoints", ..., "case")}
    asked = {text for _, text in document.texts("questions", ..., "cases", ...)}
    for trail, case_id in document.texts("cases", ...):
        places = (("見どころ（viewpoints）", seen), ("問い（questions）", asked))
        missing = [what for what, there in places if there and case_id not in there]
        if missing:
            message = Text(
                f"事例「{case_id}」に触れた{'と'.join(missing)}がありません。",
                f"No {' and no '.join('viewpoint' if 'view' in name else 'question' for name in missing)} "
                f"is about “{case_id}”.",
            )
            hint = Text(
                "書き足すか、この事例をキットから外してください。", "Write one, or take the case out of the kit."
            )
            yield document.problem(trail, "unused-case", message, hint)
