"""A question that rests on what none of its cases tells."""

from collections.abc import Iterator

from homare.model.case import Case
from homare.model.reading import SECTIONS
from homare.model.session_rules.context import SessionContext
from homare.problems import Problem, Text
from homare.records.document import Document, Trail

_PARTS = ("history", "figures", "adaptations", "conditions")
"""What a case may hold beside its sections."""


def empty_basis(context: SessionContext) -> Iterator[Problem]:
    """Yield a problem for every part that a question rests on and none of its cases has."""
    if not context.is_kit:
        return
    for question, _ in context.document.values("questions", ...):
        named = [text for _, text in _below(context.document, question, "cases")]
        found = [context.cases[case_id] for case_id in named if case_id in context.cases]
        if not found or len(found) < len(named):
            continue
        recorded = frozenset[str]().union(*(_recorded_parts(case) for case in found))
        for trail, basis in _below(context.document, question, "basis"):
            if basis not in recorded:
                message = Text(
                    f"もとにした記述「{basis}」が、この問いの事例にありません。", f"None of its cases has “{basis}”."
                )
                hint = Text("実際に読み取った記述の名前にしてください。", "Name a part that one of the cases has.")
                yield context.document.problem(trail, "empty-basis", message, hint)


def _recorded_parts(case: Case) -> frozenset[str]:
    sections = {name for name in SECTIONS if getattr(case.statements, name)}
    return frozenset(sections | {name for name in _PARTS if getattr(case, name)})


def _below(document: Document, parent: Trail, name: str) -> list[tuple[Trail, str]]:
    pattern = ("questions", ..., name, ...)
    return [entry for entry in document.texts(*pattern) if entry[0][: len(parent)] == parent]
