"""A case that goes from one process to another arrives as what it was, and lighter."""

import gc
import pickle
import sys

import pytest

from homare.model.case import Case
from homare.model.catalogue import Catalogue
from homare.model.record_part import Part


def travelled(case: Case) -> Case:
    """Return the case as another process gets it."""
    return pickle.loads(pickle.dumps(case, pickle.HIGHEST_PROTOCOL))


def test_a_case_arrives_as_it_was(real_catalogue: Catalogue) -> None:
    for case in real_catalogue.cases:
        there = travelled(case)
        assert there == case
        assert there.model_dump(exclude_unset=True) == case.model_dump(exclude_unset=True)
        assert there.model_dump_json(exclude_defaults=True) == case.model_dump_json(exclude_defaults=True)
        assert there.model_fields_set == case.model_fields_set


def test_parts_with_the_same_fields_share_the_set_of_them(real_catalogue: Catalogue) -> None:
    case = real_catalogue.cases[0]
    assert travelled(case).award.model_fields_set is travelled(case).award.model_fields_set


@pytest.mark.skipif(sys.version_info >= (3, 13), reason="from Python 3.13 on objects with slots need a dictionary")
def test_the_parts_of_a_case_that_has_arrived_need_no_dictionaries(real_catalogue: Catalogue) -> None:
    """They would be a third of what it takes in memory."""
    case = real_catalogue.cases[0]
    assert dictionaries_of(case.award) == 1
    assert dictionaries_of(travelled(case).award) == 0


def dictionaries_of(part: Part) -> int:
    """Return how many dictionaries a part holds by itself."""
    return sum(type(one) is dict for one in gc.get_referents(part))


def test_what_names_the_same_sources_shares_them(real_catalogue: Catalogue) -> None:
    given = [line.sources for case in real_catalogue.cases for line in case.statements.approach]
    assert len({id(sources) for sources in given}) == len(set(given)) < len(given)
