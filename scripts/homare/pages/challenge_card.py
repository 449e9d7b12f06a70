"""What a challenge's page says above its cases: what was wrong, what methods met it, what came of it, what is blank."""

from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from homare.model.case import Case, Figure, Sourced
from homare.model.case_view import first_told
from homare.model.catalogue import Catalogue
from homare.model.numbers import value_words
from homare.model.vocabulary import Term
from homare.pages.addresses import region_address, relative, term_address
from homare.pages.dates import date_markdown
from homare.pages.gathered import MOST_SHOWN, Entry, key_figure, record_words, term_entries, years_of
from homare.pages.markdown import Markdown, render

CONTENTS = (
    ("situation", "地域で何が起きていたか"),
    ("methods", "どの手法で応えたか"),
    ("results", "成果を並べて見る"),
    ("blanks", "まだ事例のないところ"),
    ("cases", "事例"),
)


@dataclass(frozen=True)
class Answer:
    """One case as an answer to a challenge."""

    case: Case

    @cached_property
    def situation(self) -> Sourced | None:
        """The first sentence on what was wrong, the programme's own before the recipient's."""
        return first_told(self.case, "challenge")

    @property
    def situation_anchor(self) -> str:
        """Where the case page says it."""
        return "related-challenge" if self.situation and self.situation.is_related else "challenge"

    @cached_property
    def result(self) -> Sourced | None:
        """The first sentence on what came of it."""
        return first_told(self.case, "results")

    @cached_property
    def figure(self) -> Figure | None:
        """A figure that speaks for the case."""
        return key_figure(self.case)


def challenge_card(catalogue: Catalogue, term: Term, cases: Sequence[Case]) -> Markdown:
    """Return the Markdown above the cases of a challenge; it is made from the records alone."""
    address = term_address("challenges", term.key)
    rows = [Answer(case) for case in cases]
    methods = Counter(key for case in cases for key in case.methods)
    rows_with: defaultdict[str, list[Answer]] = defaultdict(list)
    for row in rows:
        for key in dict.fromkeys(row.case.methods):
            rows_with[key].append(row)
    without_result = [row for row in rows if catalogue.facts[row.case.id].filled["results"] == "none"]
    by_method = [
        (method, Markdown(relative(address, term_address("methods", key))), rows_with[key])
        for key, method in catalogue.vocabulary.methods.items()
        if methods[key]
    ]
    return render(
        "challenge_card",
        term=term,
        cases=cases,
        rows=rows[:MOST_SHOWN],
        by_method=sorted(by_method, key=lambda entry: -len(entry[2])),
        without_method=[row for row in rows if not row.case.methods],
        without_result=without_result,
        glance=_glance(catalogue, address, cases, methods),
        facts=[("開始", years_of(cases)), ("成果の記録", f"{len(rows) - len(without_result)}件")],
        contents=CONTENTS,
        blanks=_blanks(catalogue, address, cases),
        value=value_words,
        date=date_markdown,
        **record_words(catalogue, address),
    )


def _glance(
    catalogue: Catalogue, address: str, cases: Sequence[Case], methods: Counter[str]
) -> list[tuple[str, list[Entry]]]:
    types = Counter(case.recipient.type for case in cases)
    themes = Counter(key for case in cases for key in case.themes)
    return [
        ("手法", term_entries(catalogue, address, "methods", methods)),
        ("立場", term_entries(catalogue, address, "organisation_types", types)),
        ("テーマ", term_entries(catalogue, address, "themes", themes)),
    ]


def _blanks(catalogue: Catalogue, address: str, cases: Sequence[Case]) -> list[tuple[str, list[tuple[str, Markdown]]]]:
    """Methods, kinds of organisation and regions without a case against this challenge, with links to their pages."""
    words = catalogue.vocabulary
    methods = {key for case in cases for key in case.methods}
    types = {case.recipient.type for case in cases}
    regions = {region.key for case in cases if (region := catalogue.region_of(case))}

    def missing(facet: str, present: set[str]) -> list[tuple[str, Markdown]]:
        return [
            (term.label, Markdown(relative(address, term_address(facet, key))))
            for key, term in getattr(words, facet).items()
            if key not in present
        ]

    return [
        ("手法", missing("methods", methods)),
        ("立場", missing("organisation_types", types)),
        (
            "地方",
            [
                (region.label, Markdown(relative(address, region_address(region))))
                for region in words.regions
                if region.key not in regions
            ],
        ),
    ]
