"""A general statement of the editors that no case bears out: on a method card, or on how programmes spread."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property

from homare.model.case import Case
from homare.model.nearest import did_you_mean, listed
from homare.problems import Problem, Text
from homare.records.document import Document, Trail

CLAIMS = ("problem", "steps", "partners", "needs", "pitfalls", "questions", "ways")


@dataclass(frozen=True)
class CardContext:
    """One file of general statements. `fits` tells which cases can bear them out, `misfit` why another cannot.

    `known_ids` are all ids of the library, `cases` those without fault: a card is not blamed for what is wrong in a
    record.
    """

    document: Document
    known_ids: Mapping[str, str]
    cases: Mapping[str, Case]
    fits: Callable[[Case], bool]
    misfit: Text

    @cached_property
    def fitting(self) -> list[str]:
        """The ids of the cases that can bear the statements out."""
        return [case_id for case_id, case in self.cases.items() if self.fits(case)]


def card_without_basis(context: CardContext) -> Iterator[Problem]:
    """Yield a problem for each statement that names no case, or one that does not exist or does not fit."""
    document = context.document
    for part in CLAIMS:
        for trail, claim in document.values(part, ...):
            if isinstance(claim, dict) and not claim.get("basis"):
                yield document.problem(trail, "card-without-basis", *_no_basis(context))
        for trail, case_id in document.texts(part, ..., "basis", ...):
            yield from _wrong_case(context, trail, case_id)
    for trail, _ in document.values("particular", ...):
        yield from _wrong_case(context, trail, str(trail[-1]))


def _wrong_case(context: CardContext, trail: Trail, case_id: str) -> Iterator[Problem]:
    at = context.document.key_problem if trail[0] == "particular" else context.document.problem
    fitting, otherwise = context.fitting, _may_rest_on(context)
    if case_id not in context.known_ids:
        message = Text(f"事例「{case_id}」がありません。", f"There is no case “{case_id}”.")
        yield at(trail, "card-without-basis", message, did_you_mean(case_id, fitting, otherwise))
    elif case_id in context.cases and case_id not in fitting:
        message = Text(f"事例「{case_id}」{context.misfit.ja}", f"“{case_id}” {context.misfit.en}")
        yield at(trail, "card-without-basis", message, otherwise)


def _no_basis(context: CardContext) -> tuple[Text, Text]:
    hint = _may_rest_on(context)
    return (
        Text("編集部の整理に、もとにした事例（basis）がありません。", "A statement of the editors names no case."),
        Text(
            f"この文を読み取った事例のidを basis に書いてください。{hint.ja}",
            f"Name the cases that it was read from. {hint.en}",
        ),
    )


def _may_rest_on(context: CardContext) -> Text:
    if not context.fitting:
        return Text(
            "もとにできる事例がまだありません。先に記録を書いてください。", "No case fits yet: write the record first."
        )
    fitting = listed(context.fitting)
    return Text(f"もとにできる事例は {fitting} です。", f"It may rest on: {fitting}.")
