"""The same entry twice in one list."""

from collections.abc import Iterator

from homare.model.session_rules.context import SessionContext
from homare.problems import Problem, Text

_LISTS = (("cases", ...), ("questions", ..., "cases", ...), ("questions", ..., "basis", ...))


def repeated_value(context: SessionContext) -> Iterator[Problem]:
    """Yield a problem for every case or section that a list holds twice."""
    document = context.document
    seen = set()
    for pattern in _LISTS:
        for trail, text in document.texts(*pattern):
            if (trail[:-1], text) in seen:
                message = Text(f"「{text}」が同じ一覧に2回あります。", f"“{text}” is listed twice.")
                yield document.problem(
                    trail, "repeated-value", message, Text("1回だけ書いてください。", "Write it once.")
                )
            seen.add((trail[:-1], text))
