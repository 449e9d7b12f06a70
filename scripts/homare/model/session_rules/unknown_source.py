"""A source that the session does not define."""

from collections.abc import Iterator

from homare.model.nearest import did_you_mean, listed
from homare.model.rules.mentions import source_keys
from homare.model.session_rules.context import SOURCE_MENTIONS, SessionContext
from homare.problems import Problem, Text


def unknown_source(context: SessionContext) -> Iterator[Problem]:
    """Yield a problem for every source that is named but not defined under `sources`."""
    known = source_keys(context.document)
    if known is None:
        return
    for pattern in SOURCE_MENTIONS:
        for trail, key in context.document.texts(*pattern):
            if key not in known:
                message = Text(
                    f"出典「{key}」は sources にありません。", f"Source “{key}” is not defined under sources."
                )
                otherwise = Text(f"sources にあるのは {listed(known)} です。", f"Defined: {listed(known)}.")
                hint = did_you_mean(key, known, otherwise)
                yield context.document.problem(trail, "unknown-source", message, hint)
