"""The page of one case, always in the same order."""

from collections.abc import Callable, Iterable
from functools import cache

from homare.model.case import Case, Sourced
from homare.model.case_view import CERTAINTIES, GRADES, PAGE_TITLES, SECTION_TITLES, STATES, CaseView
from homare.model.citation import Citation, citation_of
from homare.model.numbers import number_words, value_words
from homare.model.reading import SECTIONS
from homare.model.site_words import DEFAULT_SITE
from homare.pages.addresses import (
    case_address,
    edition_address,
    prefecture_address,
    region_address,
    relative,
    term_address,
)
from homare.pages.cards import card
from homare.pages.case_excerpt import CaseExcerpt
from homare.pages.dates import date_markdown, year_markdown, year_words
from homare.pages.markdown import Markdown, escape, render
from homare.pages.page import Crumb, Page
from homare.pages.phrases import phrases
from homare.pages.words import language_mark, name_with_reading

MOST_REASONS = 3
"""Reasons on the card of a case that is like this one."""
_BEFORE_HISTORY = tuple(name for name in SECTIONS if name != "spread")


def case_page(excerpt: CaseExcerpt, site: str = DEFAULT_SITE) -> Page:
    """Return the page of a case; `site` is for its citation."""
    catalogue, case, address = excerpt.catalogue, excerpt.case, excerpt.address
    citation = citation_of(case, site + address)
    view = CaseView(case)
    body = render(
        "case",
        case=case,
        view=view,
        prize=catalogue.prize_of(case),
        place=catalogue.place_of(case),
        region=catalogue.region_of(case),
        words=catalogue.vocabulary,
        terms=lambda facet, keys: _terms(excerpt, facet, keys),
        arrived=excerpt.arrived,
        near=_near(excerpt),
        sections=_BEFORE_HISTORY,
        all_sections=SECTIONS,
        section_titles=SECTION_TITLES,
        basis=_basis,
        grades=GRADES,
        certainties=CERTAINTIES,
        states=STATES,
        cite=_citations(view),
        grades_of=lambda item: _grades(case, item),
        date=date_markdown,
        year=year_markdown,
        citation=citation,
        value=value_words,
        name_with_reading=name_with_reading,
        language=language_mark,
        phrases=phrases,
        number=number_words,
        transfers=excerpt.transfers,
        **_links(address),
    )
    return Page(
        address,
        case.title,
        case.summary.strip(),
        body,
        _breadcrumb(case, address),
        extra={
            "og_type": "article",
            "citation": _citation_marks(citation),
            "plain_text": True,
            "scripts": ["assets/js/case/main.js", "assets/js/basket/main.js"],
            "share_picture": "share.png" if excerpt.has_picture else "",
        },
    )


def _links(address: str) -> dict[str, object]:
    return {
        "link": lambda target: Markdown(relative(address, target)),
        "case_link": lambda case_id: Markdown(relative(address, case_address(case_id))),
        "prefecture_link": lambda region, prefecture: Markdown(
            relative(address, prefecture_address(region, prefecture))
        ),
        "region_link": lambda region: Markdown(relative(address, region_address(region))),
    }


def _citation_marks(citation: Citation) -> dict[str, str]:
    """Return the <meta> names and contents from which reference managers take a citation."""
    return {
        "citation_title": citation.title,
        "citation_author": citation.author,
        "citation_publication_date": f"{citation.issued:%Y/%m/%d}",
        "citation_publisher": citation.container,
        "citation_public_url": citation.address,
        "citation_language": "ja",
    }


def _citations(view: CaseView) -> Callable[[Iterable[str]], Markdown]:
    """Return what gives the marks that lead to sources; each opens the entry in the list below."""
    marks = {
        entry.key: f'<a class="hm-cite" data-source="{entry.key}" href="#source-{entry.key}" '
        f'aria-label="出典{entry.number}">{entry.number}</a>'
        for entry in view.sources
    }
    return lambda keys: Markdown("".join([marks[key] for key in keys]))


def _grades(case: Case, item: Sourced) -> str:
    """Return the grades of an item's sources, each once: 「一次・二次」."""
    return "・".join(dict.fromkeys([GRADES[case.sources[key].grade] for key in item.sources]))


@cache
def _basis(parts: tuple[str, ...]) -> str:
    """Return what the editors read something from: 「しくみ・成果」."""
    return "・".join(dict.fromkeys(PAGE_TITLES[part] for part in parts))


def _terms(excerpt: CaseExcerpt, facet: str, keys: Iterable[str]) -> Markdown:
    """Return terms of the case as links to their pages."""
    terms = getattr(excerpt.catalogue.vocabulary, facet)
    links = [(relative(excerpt.address, term_address(facet, key)), terms[key].label) for key in keys]
    return Markdown("、".join([f'<a href="{link}">{escape(label)}</a>' for link, label in links]))


def _near(excerpt: CaseExcerpt) -> list[Markdown]:
    """Return the cards of cases near this one: those that its record names, then those most like it."""
    catalogue, named = excerpt.catalogue, excerpt.case.related
    near: list[tuple[Case, tuple[str, ...]]] = [
        (catalogue.by_id[relation.case], (relation.reason,)) for relation in named
    ]
    ids = {relation.case for relation in named}
    near += [(entry.case, entry.reasons[:MOST_REASONS]) for entry in excerpt.similar if entry.case.id not in ids]
    return [card(catalogue, case, relative(excerpt.address, case_address(case.id)), reasons) for case, reasons in near]


def _breadcrumb(case: Case, address: str) -> tuple[Crumb, ...]:
    edition = case.award.edition
    label = year_words(edition) if edition else "受賞年が未確認"
    return (
        Crumb("受賞年から", relative(address, "awards/")),
        Crumb(label, relative(address, edition_address(edition))),
        Crumb(case.title, ""),
    )
