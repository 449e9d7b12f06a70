"""A case that the library does not have."""

from collections.abc import Iterator

from homare.model.nearest import did_you_mean
from homare.model.session_rules.context import CASE_MENTIONS, SessionContext
from homare.problems import Problem, Text


def unknown_case(context: SessionContext) -> Iterator[Problem]:
    """Yield a problem for every case that is named and does not exist."""
    for pattern in CASE_MENTIONS:
        for trail, case_id in context.document.texts(*pattern):
            if case_id not in context.known_ids:
                message = Text(f"事例「{case_id}」がありません。", f"There is no case “{case_id}”.")
                otherwise = Text(
                    "idは「年-ファイル名」です（例 2020-jonan-yoi-shigoto）。",
                    "An id is <edition>-<file name>, e.g. 2020-jonan-yoi-shigoto.",
                )
                hint = did_you_mean(case_id, context.known_ids, otherwise)
                yield context.document.problem(trail, "unknown-case", message, hint)
