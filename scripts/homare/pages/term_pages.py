"""Index and term pages of the four facets that are lists of terms: challenges, themes, methods, organisations."""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import partial

from homare.model.case import Case
from homare.model.catalogue import Catalogue
from homare.model.feeds import feed_address
from homare.model.vocabulary import Term
from homare.pages.addresses import FACET_FOLDERS, relative, term_address
from homare.pages.challenge_card import challenge_card
from homare.pages.gathered import record_words
from homare.pages.listing import Listing, listing_pages
from homare.pages.markdown import Markdown, render
from homare.pages.method_card import method_card
from homare.pages.page import Crumb, Page
from homare.pages.page_excerpt import PageExcerpt


@dataclass(frozen=True)
class Facet:
    """A facet with pages: `name` is the vocabulary's, `way_in` the label of its index."""

    name: str
    way_in: str
    lead: str

    def terms_of(self, catalogue: Catalogue) -> Sequence[Term]:
        """Return the terms of the facet, in the order of its file."""
        return tuple(getattr(catalogue.vocabulary, self.name).values())

    def keys_of(self, case: Case) -> tuple[str, ...]:
        """Return the keys of the terms of the facet that a case has."""
        keys: tuple[str, ...] = (
            (case.recipient.type,) if self.name == "organisation_types" else getattr(case, self.name)
        )
        return keys


FACETS = (
    Facet(
        "challenges",
        "課題から",
        "地域や企業が何に困っていたかで事例をたどります。自分の地域の悩みに近いものから選んでください。",
    ),
    Facet("themes", "テーマから", "取組がおもに扱う分野で事例をたどります。"),
    Facet("methods", "手法から", "何をしたか、どんなしくみをつくったかで事例をたどります。まねるときの単位です。"),
    Facet(
        "organisation_types",
        "立場から",
        "受賞した組織の立場で事例をたどります。自分と同じ立場の組織が何をしたかが分かります。",
    ),
)


def facet_index(facet: Facet, catalogue: Catalogue) -> Page:
    """Return the page that lists the terms of a facet."""
    address = f"{FACET_FOLDERS[facet.name]}/"
    terms = [
        (
            term,
            Markdown(relative(address, term_address(facet.name, term.key))),
            len(catalogue.with_term(facet.name, term.key)),
        )
        for term in facet.terms_of(catalogue)
    ]
    body = render("terms", facet=facet, terms=terms, link=lambda target: Markdown(relative(address, target)))
    return Page(address, facet.way_in, facet.lead, body, (Crumb(facet.way_in, ""),))


def term_groups(catalogue: Catalogue) -> Iterator[Callable[[], Iterator[PageExcerpt]]]:
    """Yield what makes the pages of each term: groups need nothing of each other."""
    for facet in FACETS:
        yield from (partial(term_pages, catalogue, facet, term) for term in facet.terms_of(catalogue))


def term_pages(catalogue: Catalogue, facet: Facet, term: Term) -> Iterator[PageExcerpt]:
    """Yield the pages of a term: they are made from the cases that have it and no others."""
    cases = catalogue.with_term(facet.name, term.key)
    theirs = replace(catalogue, cases=cases, sessions=(), news=())
    listing = Listing(
        term_address(facet.name, term.key),
        term.label,
        term.description,
        cases,
        ((facet.way_in, f"{FACET_FOLDERS[facet.name]}/"),),
        aside=partial(_aside, theirs, facet, term),
        feed=feed_address(FACET_FOLDERS[facet.name], term.key),
    )
    return listing_pages(theirs, listing)


def _aside(catalogue: Catalogue, facet: Facet, term: Term) -> Markdown:
    """What stands above the cases, which `catalogue` holds: a method's card, what answered a challenge, else where to
    go on from here.
    """
    cases = catalogue.cases
    if facet.name == "methods":
        return method_card(catalogue, term, cases)
    if facet.name == "challenges":
        return challenge_card(catalogue, term, cases)
    also = _also(catalogue, facet, term, cases)
    return Markdown(f"{also}\n{_by_region(catalogue, term, cases)}") if facet.name == "themes" and cases else also


def _by_region(catalogue: Catalogue, term: Term, cases: Sequence[Case]) -> Markdown:
    """The cases of a theme, region by region: where the cells of the matrix lead."""
    by_region: defaultdict[str, list[Case]] = defaultdict(list)
    for case in cases:
        if region := catalogue.region_of(case):
            by_region[region.key].append(case)
    groups = [(region, by_region[region.key]) for region in catalogue.vocabulary.regions if region.key in by_region]
    words = record_words(catalogue, term_address("themes", term.key))
    return render("theme_regions", term=term, regions=groups, **words)


def _also(catalogue: Catalogue, facet: Facet, term: Term, cases: Sequence[Case]) -> Markdown:
    """The terms of the other facets that these cases have."""
    address = term_address(facet.name, term.key)
    rows = []
    for other in FACETS:
        if other.name == facet.name:
            continue
        counts = Counter(key for case in cases for key in set(other.keys_of(case)))
        counted = [
            (found, Markdown(relative(address, term_address(other.name, found.key))), counts[found.key])
            for found in other.terms_of(catalogue)
            if counts[found.key]
        ]
        rows.append((other, sorted(counted, key=lambda entry: -entry[2])[:6]))
    return render("also", term=term, rows=rows)
