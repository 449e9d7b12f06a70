"""A source that nothing in the record rests on."""

from collections.abc import Iterator

from homare.model.rules.context import CaseContext
from homare.model.rules.mentions import source_keys
from homare.problems import Problem, Text


def unused_source(context: CaseContext) -> Iterator[Problem]:
    """Yield a problem for each defined source that no statement names."""
    used = {key for _, key in context.source_mentions}
    for key in source_keys(context.document) or ():
        if key not in used:
            yield context.document.key_problem(
                ("sources", key),
                "unused-source",
                Text(f"出典「{key}」はどこからも使われていません。", f"Source “{key}” is not used anywhere."),
                Text(
                    "使う記述の sources に書くか、この出典を消してください。", "Name it in a statement, or delete it."
                ),
            )
