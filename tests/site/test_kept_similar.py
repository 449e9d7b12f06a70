"""What was kept of which cases are alike is what comparing them anew finds, and is forgotten when a term changes."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from unittest.mock import patch

import pytest

from homare.model.case import Case
from homare.model.catalogue import Catalogue
from homare.model.similarity import similar_cases
from homare.site import kept_similar as module
from homare.site.kept_similar import KeptSimilar, kept_similar


def found(catalogue: Catalogue, note: Path, code: str = "code", *, forgetful: bool = False) -> tuple[KeptSimilar, int]:
    """Return what is kept, and how many cases were compared for it."""
    with patch.object(module, "similar_cases", side_effect=similar_cases) as compared, in_this_process():
        return kept_similar(catalogue, note, code, forgetful=forgetful), compared.call_count


def in_this_process():  # type: ignore[no-untyped-def]
    return patch("homare.site.beside._can_fork", lambda: False)


def test_what_is_kept_is_what_would_be_found(real_catalogue: Catalogue, tmp_path: Path) -> None:
    every = len(real_catalogue.cases)
    for compared in (every, 0, 0):
        kept, number = found(real_catalogue, tmp_path / "note")
        assert number == compared
        for case in real_catalogue.cases:
            assert kept.of_case(real_catalogue, case) == similar_cases(real_catalogue, case)
    assert found(real_catalogue, tmp_path / "note", forgetful=True)[1] == every
    assert found(real_catalogue, tmp_path / "note", "other code")[1] == every


def with_first(catalogue: Catalogue, **update: object) -> Catalogue:
    first, *others = catalogue.cases
    return replace(catalogue, cases=(first.model_copy(update=update), *others))


def renamed(catalogue: Catalogue) -> Catalogue:
    themes = catalogue.vocabulary.themes
    key, theme = next(iter(themes.items()))
    others = {**themes, key: theme.model_copy(update={"label": "別の名前"})}
    return replace(catalogue, vocabulary=replace(catalogue.vocabulary, themes=others))


@pytest.mark.parametrize(
    ("edit", "matters"),
    [
        (lambda library: with_first(library, summary="別の要約。"), False),
        (lambda library: with_first(library, themes=()), True),
        (lambda library: with_first(library, id="2013-other"), True),
        (lambda library: replace(library, cases=library.cases[1:]), True),
        (lambda library: replace(library, cases=library.cases[::-1]), True),
        (renamed, True),
    ],
)
def test_cases_are_compared_again_when_a_term_has_changed(
    real_catalogue: Catalogue, tmp_path: Path, edit: Callable[[Catalogue], Catalogue], matters: bool
) -> None:
    found(real_catalogue, tmp_path / "note")
    edited = edit(real_catalogue)
    kept, compared = found(edited, tmp_path / "note")
    assert compared == (len(edited.cases) if matters else 0)
    cases: tuple[Case, ...] = edited.cases
    assert [kept.of_case(edited, case) for case in cases] == [similar_cases(edited, case) for case in cases]
