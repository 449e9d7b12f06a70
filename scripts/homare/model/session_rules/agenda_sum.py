"""An agenda that takes longer or shorter than the meeting."""

from collections.abc import Iterator

from homare.model.session_rules.context import SessionContext
from homare.problems import Problem, Text

_LONGEST_COUNT = 4
"""Digits of minutes; what has more is reported as a wrong value, and Python refuses to read thousands of digits."""


def agenda_sum(context: SessionContext) -> Iterator[Problem]:
    """Yield a problem when the steps of the agenda do not add up to the whole."""
    document = context.document
    steps = [text.strip() for _, text in document.texts("agenda", ..., "minutes")]
    whole = next((text.strip() for _, text in document.texts("minutes")), "")
    if not steps or not all(text.isdecimal() and len(text) <= _LONGEST_COUNT for text in (*steps, whole)):
        return
    total = sum(int(text) for text in steps)
    if total != int(whole):
        yield document.problem(
            ("minutes",),
            "agenda-sum",
            Text(
                f"進行の合計は{total}分ですが、時間（minutes）は{whole}分です。",
                f"The agenda takes {total} minutes, but “minutes” says {whole}.",
            ),
            Text("どちらかを直して、合わせてください。", "Correct one of the two."),
        )
