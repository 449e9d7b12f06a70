"""Pages that list cases: further pages when there are many, and a sentence when there are none."""

import re

import pytest

from homare.model.catalogue import Catalogue
from homare.pages import listing
from homare.pages.listing import Listing, listing_pages
from homare.pages.page import Page
from homare.pages.page_excerpt import made
from homare.pages.words import first_sentence
from tests.libraries import SMALLEST, catalogue_of


@pytest.fixture(scope="module")
def catalogue() -> Catalogue:
    return catalogue_of({f"2020/case-{number}.yaml": SMALLEST for number in range(1, 7)})


def list_of(catalogue: Catalogue, cases: int) -> Listing:
    return Listing("themes/x/", "題", "前文。", catalogue.cases[:cases], (("テーマから", "themes/"),))


def pages_of(catalogue: Catalogue, cases: int) -> list[Page]:
    return list(made(listing_pages(catalogue, list_of(catalogue, cases))))


@pytest.mark.parametrize(("cases", "pages"), [(0, 1), (1, 1), (3, 1), (4, 2), (6, 2), (7, 3)])
def test_many_cases_take_several_pages_and_every_case_stands_on_one(
    catalogue: Catalogue, monkeypatch: pytest.MonkeyPatch, cases: int, pages: int
) -> None:
    monkeypatch.setattr(listing, "PAGE_SIZE", 3)
    excerpts = list(listing_pages(catalogue, list_of(catalogue, cases)))
    found = list(made(excerpts))
    assert [page.address for page in found] == [excerpt.address for excerpt in excerpts]
    assert [page.address for page in found] == ["themes/x/", "themes/x/page-2/", "themes/x/page-3/"][:pages]
    shown = [
        name for page in found for name in re.findall(r'hm-card__title" href="(?:\.\./)+cases/([^/]+)/', page.body)
    ]
    assert shown == [case.id for case in catalogue.cases[:cases]]
    assert all(("hm-pager" in page.body) == (pages > 1) for page in found)
    assert len({page.title for page in found}) == pages
    assert all((f"（{cases}件の事例）" in page.description) == (cases > 0) for page in found)


def test_pages_lead_to_each_other_and_back(catalogue: Catalogue, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(listing, "PAGE_SIZE", 3)
    first, second, _ = pages_of(catalogue, 7)
    assert 'href="page-2/"' in first.body
    assert 'href="../"' in second.body
    assert 'href="../page-3/"' in second.body
    assert [crumb.url for crumb in second.breadcrumb] == ["../../", ""]


def test_an_empty_list_says_so_instead_of_a_number(catalogue: Catalogue) -> None:
    (page,) = pages_of(catalogue, 0)
    assert "まだありません" in page.body
    assert "事例（0件）" not in page.body


@pytest.mark.parametrize(
    ("text", "sentence"),
    [("一つ。二つ。", "一つ。"), ("句点がない", "句点がない"), ("  一つ。\n二つ。", "一つ。"), ("", "")],
)
def test_the_first_sentence_of_a_summary(text: str, sentence: str) -> None:
    assert first_sentence(text) == sentence
