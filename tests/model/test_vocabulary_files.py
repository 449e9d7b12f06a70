"""The vocabulary: read whole or named as unread, and its own references lead somewhere."""

import pytest

from homare.model.vocabulary import Vocabulary
from homare.model.vocabulary_files import read_vocabulary
from tests.libraries import SMALLEST, problems_of, vocabulary_files

NAMES = [path.removeprefix("vocabulary/").removesuffix(".yaml") for path in vocabulary_files()]


@pytest.fixture(scope="module")
def vocabulary() -> Vocabulary:
    found, problems = read_vocabulary("cases", vocabulary_files())
    assert problems == []
    return found


def test_the_real_vocabulary_is_read_whole_and_in_the_order_of_its_files(vocabulary: Vocabulary) -> None:
    assert vocabulary.unread == frozenset()
    assert next(iter(vocabulary.prizes)) == "meti"
    assert list(vocabulary.prefectures) == [f"{number:02}" for number in range(1, 48)]


def test_every_prefecture_has_a_region_of_the_default_scheme(vocabulary: Vocabulary) -> None:
    assert all(vocabulary.region_of(code) for code in vocabulary.prefectures)
    assert [region.key for region in vocabulary.regions][:2] == ["hokkaido", "tohoku"]
    mie, okinawa = vocabulary.region_of("24"), vocabulary.region_of("47")
    assert mie is not None
    assert mie.key == "kinki"
    assert okinawa is not None
    assert okinawa == vocabulary.region("kyushu")
    assert vocabulary.region_of("48") is None


@pytest.mark.parametrize("name", NAMES)
def test_a_file_with_a_fault_is_one_fault_and_not_one_for_every_record(name: str) -> None:
    """The terms of a file that could not be read are not called unknown in the records."""
    record = SMALLEST.replace("edition: 2020", "edition: 2020\n  prize: meti") + "themes: [talent]\n"
    problems = problems_of({f"vocabulary/{name}.yaml": "- {key: [\n", "2020/other.yaml": record})
    assert {problem.path for problem in problems} == {f"cases/vocabulary/{name}.yaml"}


def test_without_any_file_every_one_is_named() -> None:
    vocabulary, problems = read_vocabulary("cases", {})
    assert {problem.rule for problem in problems} == {"missing-vocabulary"}
    assert len(problems) == len(vocabulary.unread)
    assert vocabulary.regions == ()
