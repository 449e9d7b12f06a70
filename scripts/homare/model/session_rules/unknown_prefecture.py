"""A prefecture that is not in the vocabulary (rule unknown-term)."""

from collections.abc import Iterator

from homare.model.session_rules.context import SessionContext
from homare.problems import Problem, Text


def unknown_prefecture(context: SessionContext) -> Iterator[Problem]:
    """Yield a problem when the prefecture of a session is none."""
    known = context.vocabulary.prefectures
    for trail, code in context.document.texts("prefecture"):
        if code not in known and "prefectures" not in context.vocabulary.unread:
            names = {entry.name: entry.code for entry in known.values()}
            message = Text(f"都道府県「{code}」がありません。", f"There is no prefecture “{code}”.")
            likely = names.get(code)
            hint = Text(
                f"「{likely}」と書いてください。" if likely else '2桁のコード（"01"〜"47"）で書いてください。',
                f"Write “{likely}”." if likely else 'Use a code "01" to "47".',
            )
            yield context.document.problem(trail, "unknown-term", message, hint)
