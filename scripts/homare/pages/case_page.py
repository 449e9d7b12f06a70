"""The page of one case, always in the same order."""

from collections.abc import Iterable

from homare.model.case import Case, Sourced
from homare.model.case_view import BASIS_TITLES, CERTAINTIES, GRADES, SECTION_TITLES, STATES, CaseView
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
from homare.pages.case_excerpt import CaseExcerpt
from homare.pages.dates import date_markdown, year_markdown, year_words
from homare.pages.markdown import Markdown, render
from homare.pages.page import Crumb, Page
from homare.pages.words import card_words, language_mark, name_with_reading

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
        word=lambda facet, key: getattr(catalogue.vocabulary, facet)[key],
        arrived=excerpt.arrived,
        similar=excerpt.similar,
        by_id=catalogue.by_id,
        sections=_BEFORE_HISTORY,
        all_sections=SECTIONS,
        section_titles=SECTION_TITLES,
        basis_titles=BASIS_TITLES,
        grades=GRADES,
        certainties=CERTAINTIES,
        states=STATES,
        cite=lambda keys: _citations(view, keys),
        grades_of=lambda item: _grades(view, item),
        date=date_markdown,
        year=year_markdown,
        citation=citation,
        value=value_words,
        name_with_reading=name_with_reading,
        language=language_mark,
        **card_words(catalogue),
        number=number_words,
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
        "term_link": lambda facet, key: Markdown(relative(address, term_address(facet, key))),
        "case_link": lambda case_id: Markdown(relative(address, case_address(case_id))),
        "edition_link": lambda edition: Markdown(relative(address, edition_address(edition))),
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


def _citations(view: CaseView, keys: Iterable[str]) -> Markdown:
    """Return the marks that lead to the sources `keys`; each opens the entry in the list below."""
    marks = (
        f'<a class="hm-cite" data-source="{key}" href="#source-{key}" aria-label="出典{view.number_of[key]}">'
        f"{view.number_of[key]}</a>"
        for key in keys
    )
    return Markdown("".join(marks))


def _grades(view: CaseView, item: Sourced) -> str:
    """Return the grades of an item's sources, each once: 「一次・二次」."""
    return "・".join(dict.fromkeys(GRADES[view.case.sources[key].grade] for key in item.sources))


def _breadcrumb(case: Case, address: str) -> tuple[Crumb, ...]:
    edition = case.award.edition
    label = year_words(edition) if edition else "受賞年が未確認"
    return (
        Crumb("年度から", relative(address, "awards/")),
        Crumb(label, relative(address, edition_address(edition))),
        Crumb(case.title, ""),
    )
