"""Drafts that are shown stand only beside cases that are shown as well."""

from homare.model.case import Case, Relation
from homare.model.drafts import shown_with
from tests.pages.library import fixture_catalogue


def draft(case_id: str, *named: str) -> Case:
    case = fixture_catalogue().by_id["2019-festival"]
    related = tuple(Relation(case=name, reason="架空のつながり") for name in named)
    return case.model_copy(update={"id": case_id, "related": related, "adaptations": ()})


def test_a_draft_goes_with_the_draft_that_it_names() -> None:
    whole, second, first = draft("2024-whole"), draft("2024-b", "2024-not-whole"), draft("2024-a", "2024-b")
    assert shown_with([], [first, second, whole]) == [whole]


def test_drafts_that_name_each_other_are_shown() -> None:
    one, other = draft("2024-a", "2024-b"), draft("2024-b", "2024-a")
    assert shown_with([draft("2019-published")], [one, other])[1:] == [one, other]
