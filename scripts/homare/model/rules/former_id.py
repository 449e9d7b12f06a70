"""A former id that a case of the library still has: its old address would lead away from that case's page."""

from collections.abc import Iterator

from homare.model.rules.context import CaseContext
from homare.problems import Problem, Text


def former_id(context: CaseContext) -> Iterator[Problem]:
    """Yield a problem for each former id that is an id in use."""
    for trail, former in context.document.texts("formerly", ...):
        if former in context.known_ids:
            message = Text(f"「{former}」は、いまある事例のidです。", f"“{former}” is the id of a case that exists.")
            hint = Text(
                "以前のidには、もう使っていないidだけを書いてください。",
                "List only ids that no case has any more.",
            )
            yield context.document.problem(trail, "former-id", message, hint)
