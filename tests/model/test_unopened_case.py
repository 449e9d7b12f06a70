"""A case whose body is fetched when somebody asks for it is that case, however one looks at it."""

import pickle
from collections.abc import Callable
from copy import copy, deepcopy

import pytest
from pydantic import TypeAdapter

from homare.model.case import Case
from homare.model.catalogue import Catalogue
from homare.model.unopened_case import BODY, HEAD, UnopenedCase, head_of, opened, unopened
from homare.records.disk import FileChangedError

JSON = TypeAdapter(Case)
LOOKS: dict[str, Callable[[Case], object]] = {
    "as data": lambda case: list(case.model_dump().items()),
    "as JSON": lambda case: case.model_dump_json(),
    "as JSON by its type": lambda case: JSON.dump_json(case, exclude_defaults=True),
    "as pairs": dict,
    "copied": copy,
    "copied whole": deepcopy,
    "with a change": lambda case: case.model_copy(update={"title": "別の題"}),
    "from another process": lambda case: pickle.loads(pickle.dumps(case)),
    "given fields": lambda case: (opened(case), sorted(case.model_fields_set)),
    "in words": lambda case: repr(opened(case)),
    **{name: lambda case, name=name: getattr(case, name) for name in Case.model_fields},  # type: ignore[misc]
}


def kept(case: Case, opens: list[str]) -> Case:
    """Return the case unopened, made from plain data; `opens` tells when it is opened."""

    def read() -> Case:
        opens.append(case.id)
        return JSON.validate_json(JSON.dump_json(case, exclude_defaults=True))

    return unopened(pickle.loads(pickle.dumps(head_of(case))), read)


@pytest.mark.parametrize("look", LOOKS)
def test_it_looks_like_the_case(real_catalogue: Catalogue, look: str) -> None:
    for case in real_catalogue.cases:
        opens: list[str] = []
        assert LOOKS[look](kept(case, opens)) == LOOKS[look](case)
        assert opens == ([] if look in HEAD else [case.id])


def test_it_equals_the_case_from_either_side_and_no_other(real_catalogue: Catalogue) -> None:
    first, second, *_ = real_catalogue.cases
    assert kept(first, []) == first == kept(first, [])
    assert kept(first, []) == kept(first, [])
    assert kept(first, []) != second != kept(first, [])
    assert kept(first, []) != first.title


def test_it_is_opened_once_and_is_an_ordinary_case_then(real_catalogue: Catalogue) -> None:
    opens: list[str] = []
    case = kept(real_catalogue.cases[0], opens)
    assert isinstance(case, UnopenedCase)
    for name in BODY:
        assert getattr(case, name) == getattr(real_catalogue.cases[0], name)
    assert opens == [case.id]
    assert type(case) is Case  # mypy takes it for what it was
    with pytest.raises(AttributeError):
        kept(case, opens).nothing  # noqa: B018


def test_what_cannot_be_opened_says_so_and_can_be_asked_again(real_catalogue: Catalogue) -> None:
    whole, refusals = real_catalogue.cases[0], [FileChangedError("gone")]

    def read() -> Case:
        if refusals:
            raise refusals.pop()
        return whole

    case = unopened(head_of(whole), read)
    with pytest.raises(FileChangedError):
        case.model_dump()
    assert case.title == whole.title
    assert case.statements == whole.statements
