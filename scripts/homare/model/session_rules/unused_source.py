"""A source that nothing in the session names."""

from collections.abc import Iterator

from homare.model.rules.mentions import source_keys
from homare.model.session_rules.context import SessionContext
from homare.problems import Problem, Text


def unused_source(context: SessionContext) -> Iterator[Problem]:
    """Yield a problem for every source that no fact and no outcome names."""
    used = {key for _, key in context.source_mentions}
    for key in source_keys(context.document) or ():
        if key not in used:
            message = Text(f"出典「{key}」はどこにも使われていません。", f"Source “{key}” is not used.")
            hint = Text("使うところの sources に書くか、消してください。", "Name it where it is used, or delete it.")
            yield context.document.key_problem(("sources", key), "unused-source", message, hint)
