"""What is counted of a case says the same as the case."""

from collections.abc import Iterator

from pydantic import BaseModel

from homare.model.case import Case
from homare.model.case_facts import PARTS, facts_of, is_thin
from homare.model.catalogue import Catalogue
from homare.model.codebook import field_paths
from homare.model.completeness import field_counts
from tests.pages.library import fixture_catalogue


def values(part: BaseModel, before: str) -> Iterator[str]:
    """Yield the path of each value, going through the model instead of through plain data."""
    for name in type(part).model_fields:
        value, path = getattr(part, name), f"{before}{name}"
        if value is None or value == () or name == "draft":
            continue
        items = list(value.values()) if isinstance(value, dict) else value if isinstance(value, tuple) else [value]
        path += "{}" if isinstance(value, dict) else "[]" if isinstance(value, tuple) else ""
        yield path
        for item in items:
            if isinstance(item, BaseModel) and not path.startswith("statements."):
                yield from values(item, f"{path}.")
    if before == "statements.":
        for _, section in part:
            for statement in section:
                yield from values(statement, "statements.*[].")


def test_the_codebook_counts_what_stands_in_the_cases(real_catalogue: Catalogue) -> None:
    for catalogue in (real_catalogue, fixture_catalogue()):
        expected = dict.fromkeys(field_paths(), 0)
        for case in catalogue.cases:
            for path in {path.removeprefix("award.") for path in values(case, "") if path != "award"}:
                expected[path] += 1
        assert field_counts(catalogue) == expected


def test_facts_say_what_the_case_says(real_catalogue: Catalogue) -> None:
    for case in (*real_catalogue.cases, *fixture_catalogue().cases):
        facts = facts_of(case)
        assert facts.is_thin == is_thin(case)
        assert list(facts.filled) == list(PARTS)
        assert len(facts.grades) == len(case.figures)
        assert facts.filled["figures"] == ("none" if not case.figures else state(case))


def state(case: Case) -> str:
    return "related" if all(figure.is_related for figure in case.figures) else "own"


def test_a_catalogue_counts_what_nobody_has_counted_before() -> None:
    catalogue = fixture_catalogue()
    assert dict(catalogue.facts) == {case.id: facts_of(case) for case in catalogue.cases}
