"""The search page: every facet with its terms and counts. The browser filters and sorts (docs/assets/js/find)."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from homare.model.catalogue import Catalogue
from homare.model.date_words import year_words
from homare.pages.markdown import render
from homare.pages.page import Crumb, Page
from homare.pages.tile_map import tile_map

ADDRESS = "find/"
TITLE = "事例をさがす"
LEAD = "言葉を入れると、すべての事例の本文・数字・出典からさがします。絞り込みだけでもさがせます。"
UNKNOWN = "未確認"
KINDS = {"programme": "取組", "person": "個人"}


@dataclass(frozen=True)
class FacetTerm:
    """One box to tick. `facet` is the name in the address of the page; an `inner` term belongs to the one above it."""

    facet: str
    key: str
    label: str
    count: int
    inner: bool = False
    shown: bool = True


@dataclass(frozen=True)
class FindFacet:
    """A group of boxes."""

    name: str
    label: str
    terms: tuple[FacetTerm, ...]


def find_page(catalogue: Catalogue) -> Page:
    """Return the search page."""
    facets = [FindFacet(name, label, tuple(terms)) for name, label, terms in _facets(catalogue)]
    body = render("find", lead=LEAD, total=len(catalogue.cases), facets=facets, map=tile_map(catalogue, ADDRESS))
    extra = {
        "scripts": ["assets/js/basket/main.js", "assets/js/find/main.js"],
        "data": ["assets/search/cases.json.gz"],
    }
    return Page(ADDRESS, TITLE, LEAD, body, (Crumb(TITLE, ""),), extra=dict(extra))


def _facets(catalogue: Catalogue) -> Iterator[tuple[str, str, Iterable[FacetTerm]]]:
    yield "challenge", "課題", _terms(catalogue, "challenge", "challenges")
    yield "method", "手法", _terms(catalogue, "method", "methods")
    yield "theme", "テーマ", _terms(catalogue, "theme", "themes")
    yield "region", "地域", _places(catalogue)
    yield "type", "立場", _terms(catalogue, "type", "organisation_types")
    yield "edition", "受賞年", _editions(catalogue)
    yield "prize", "賞", _prizes(catalogue)
    yield "industry", "業種", _terms(catalogue, "industry", "industries")
    yield "kind", "賞の対象", _kinds(catalogue)


def _terms(catalogue: Catalogue, name: str, facet: str) -> Iterator[FacetTerm]:
    for key, term in getattr(catalogue.vocabulary, facet).items():
        yield FacetTerm(name, key, term.label, len(catalogue.with_term(facet, key)))


def _places(catalogue: Catalogue) -> Iterator[FacetTerm]:
    for region in catalogue.vocabulary.regions:
        yield FacetTerm("region", region.key, region.label, len(catalogue.in_region(region)))
        for code in region.prefectures:
            if code in catalogue.vocabulary.prefectures:
                name = catalogue.vocabulary.prefectures[code].name
                shown = name != region.label  # 北海道 is a region and its only prefecture: one visible box is enough
                yield FacetTerm("prefecture", code, name, len(catalogue.in_prefecture(code)), inner=True, shown=shown)


def _editions(catalogue: Catalogue) -> Iterator[FacetTerm]:
    for year in sorted(catalogue.vocabulary.editions, reverse=True):
        yield FacetTerm("edition", str(year), year_words(year), len(catalogue.of_edition(year)))
    undated = len(catalogue.of_edition(None))
    if undated:
        yield FacetTerm("edition", "undated", UNKNOWN, undated)


def _prizes(catalogue: Catalogue) -> Iterator[FacetTerm]:
    for prize in catalogue.vocabulary.prizes.values():
        yield FacetTerm("prize", prize.key, prize.short_label, len(catalogue.of_prize(prize.key)))
    unnamed = len(catalogue.where(lambda case: case.award.prize is None))
    if unnamed:
        yield FacetTerm("prize", "unknown", UNKNOWN, unnamed)


def _kinds(catalogue: Catalogue) -> Iterator[FacetTerm]:
    for kind, label in KINDS.items():
        yield FacetTerm("kind", kind, label, len(catalogue.where(lambda case, kind=kind: case.kind == kind)))  # type: ignore[misc]
