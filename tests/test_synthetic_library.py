"""The libraries of the benchmarks: without fault, the same for a seed, and full ones say what real records say."""

import sys
from collections.abc import Mapping
from statistics import mean

import pytest

from homare.model.case import Case
from homare.model.catalogue import Catalogue
from homare.model.completeness import field_counts
from homare.model.library import build_library
from homare.model.reading import sourced_parts
from homare.problems import report
from homare.records.disk import read_folder
from tests.libraries import ROOT

CASES = 120
RARE = 0.1
"""What fewer of the real records have, synthetic ones need not."""
OF_PERSONS = {"recipient.post"}
"""Synthetic records are all of programmes."""


@pytest.fixture(scope="module")
def records() -> Mapping[str, Mapping[str, bytes]]:
    """The records of a short and of a full library, by what a command calls it."""
    sys.path.insert(0, str(ROOT / "benchmarks"))
    try:
        from synthetic_library import Library, synthetic_records  # noqa: PLC0415 — no package
    finally:
        sys.path.pop(0)
    names = [str(CASES), f"{CASES}-full"]
    twice = [
        {name: {path: text.encode() for path, text in synthetic_records(Library.named(name))} for name in names}
        for _ in range(2)
    ]
    assert twice[0] == twice[1]
    return twice[0]


@pytest.fixture(scope="module")
def full(records: Mapping[str, Mapping[str, bytes]]) -> Catalogue:
    return catalogue_with(records[f"{CASES}-full"])


def catalogue_with(records: Mapping[str, bytes]) -> Catalogue:
    vocabulary = {f"vocabulary/{path}": text for path, text in read_folder(ROOT / "cases" / "vocabulary").items()}
    catalogue, problems = build_library("cases", {**vocabulary, **records})
    assert catalogue is not None, report(problems, "text", "en")
    return catalogue


def test_both_are_without_fault_and_have_the_same_cases(
    records: Mapping[str, Mapping[str, bytes]], full: Catalogue
) -> None:
    short = catalogue_with(records[str(CASES)])
    assert len(short.cases) == CASES
    assert short.by_id.keys() == full.by_id.keys()


def test_a_full_record_has_every_field_that_real_ones_have(full: Catalogue, real_catalogue: Catalogue) -> None:
    real, ours = filled(real_catalogue), filled(full)
    usual = {path for path, part in real.items() if part >= RARE} - OF_PERSONS
    assert len(usual) > len(real) / 2
    assert {path for path in usual if ours[path] < RARE} == set()


def test_a_full_record_says_about_as_much_as_a_real_one(full: Catalogue, real_catalogue: Catalogue) -> None:
    for said in (items, sources, spreads, notes):
        ratio = mean(map(said, full.cases)) / mean(map(said, real_catalogue.cases))
        assert 2 / 3 < ratio < 3 / 2, said.__name__


def filled(catalogue: Catalogue) -> Mapping[str, float]:
    """Return which part of the cases has each field."""
    return {path: number / len(catalogue.cases) for path, number in field_counts(catalogue).items()}


def items(case: Case) -> int:
    return sum(map(len, sourced_parts(case)))


def sources(case: Case) -> int:
    return len(case.sources)


def spreads(case: Case) -> int:
    return len(case.adaptations)


def notes(case: Case) -> int:
    return len(case.notes)
