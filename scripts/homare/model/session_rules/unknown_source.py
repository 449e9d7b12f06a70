"""A source that the session does not define."""

from collections.abc import Iterator

from homare.model.rules.unknown_source import undefined_sources
from homare.model.session_rules.context import SessionContext
from homare.problems import Problem


def unknown_source(context: SessionContext) -> Iterator[Problem]:
    """Yield a problem for every source that is named but not defined under `sources`."""
    yield from undefined_sources(context.document, context.source_mentions)
