"""A lesson or condition that rests on a section without content."""

from collections.abc import Iterator

from homare.model.rules.context import CaseContext
from homare.model.rules.mentions import bases
from homare.problems import Problem, Text


def empty_basis(context: CaseContext) -> Iterator[Problem]:
    """Yield a problem for each basis section that has nothing in this record."""
    document = context.document
    recorded = {
        trail[-1] for pattern in ((...,), ("statements", ...)) for trail, value in document.values(*pattern) if value
    }
    for trail, basis in bases(document):
        if basis not in recorded:
            yield document.problem(
                trail,
                "empty-basis",
                Text(f"もとにした記述「{basis}」が、この記録にありません。", f"This record has no “{basis}”."),
                Text(
                    "実際に読み取った記述の名前にするか、その記述を出典つきで書いてください。",
                    "Name a section that has content, or write that section with its sources.",
                ),
            )
