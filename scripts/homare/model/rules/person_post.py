"""A post on a record that is not about a person."""

from collections.abc import Iterator

from homare.model.rules.context import CaseContext
from homare.problems import Problem, Text


def person_post(context: CaseContext) -> Iterator[Problem]:
    """Yield a problem when a programme's recipient has a post: only people have one."""
    kinds = [kind for _, kind in context.document.texts("kind")]
    for trail, _ in context.document.texts("recipient", "post"):
        if kinds == ["programme"]:
            yield context.document.key_problem(
                trail,
                "post-without-person",
                Text("団体の受賞に、役職（post）が書かれています。", "A programme's recipient has a post."),
                Text(
                    "個人の受賞なら kind: person にし、そうでなければ post を消してください。",
                    "Set kind: person for a person's award; otherwise delete post.",
                ),
            )
