"""What a method's page says above its cases: the card, the cases side by side, and what the records say together."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from homare.model.case import Case, Figure
from homare.model.case_view import CERTAINTIES
from homare.model.catalogue import Catalogue
from homare.model.methods import MethodCard, Need
from homare.model.numbers import value_words
from homare.model.vocabulary import Term
from homare.pages.addresses import term_address
from homare.pages.dates import date_markdown
from homare.pages.gathered import (
    MOST_SHOWN,
    Entry,
    adaptations,
    conditions,
    key_figure,
    obstacles,
    record_words,
    spread_link,
    term_entries,
    years_of,
)
from homare.pages.markdown import Markdown, render

NEEDS = {"people": "人", "money": "お金", "time": "時間", "place": "場所", "rules": "決まりと合意"}
CARD_CONTENTS = (
    ("problem", "どんな困りごとに応えるか"),
    ("steps", "進め方"),
    ("partners", "だれと組むか"),
    ("needs", "何が要るか"),
    ("pitfalls", "つまずきやすいところ"),
    ("questions", "自分の地域に問うこと"),
)


@dataclass(frozen=True)
class Variant:
    """One case in the table: what is particular to it, and a figure that speaks for it."""

    case: Case
    particular: str
    figure: Figure | None


def method_card(catalogue: Catalogue, term: Term, cases: Sequence[Case]) -> Markdown:
    """Return the Markdown of the method's card; a method without a card still shows what its records say."""
    address = term_address("methods", term.key)
    card = catalogue.knowledge.cards.get(term.key)
    gathered: dict[str, Sequence[object]] = {
        "obstacles": obstacles(cases[:MOST_SHOWN]),
        "conditions": conditions(cases[:MOST_SHOWN]),
        "spread": adaptations(cases),
    }
    return render(
        "method_card",
        term=term,
        card=card,
        cases=cases,
        variants=[Variant(case, _particular(card, case), key_figure(case)) for case in cases[:MOST_SHOWN]],
        needs_by_kind=_needs_by_kind(card),
        glance=_glance(catalogue, term, address, cases),
        facts=[("開始", years_of(cases)), ("横展開", spread_link(gathered["spread"]))],
        contents=_contents(card, cases, gathered),
        value=value_words,
        date=date_markdown,
        certainties=CERTAINTIES,
        **gathered,
        **record_words(catalogue, address),
    )


def _particular(card: MethodCard | None, case: Case) -> str:
    """What the card says of this case, else the case's own title: a new case needs no change of the card."""
    return (card.particular.get(case.id) if card else None) or case.title


def _needs_by_kind(card: MethodCard | None) -> list[tuple[str, list[Need]]]:
    needs = card.needs if card else ()
    groups = [(words, [need for need in needs if need.kind == kind]) for kind, words in NEEDS.items()]
    return [group for group in groups if group[1]]


def _glance(catalogue: Catalogue, term: Term, address: str, cases: Sequence[Case]) -> list[tuple[str, list[Entry]]]:
    """Who did it, against what, and with which other methods."""
    challenges = Counter(key for case in cases for key in case.challenges)
    types = Counter(case.recipient.type for case in cases)
    others = Counter(key for case in cases for key in case.methods if key != term.key)
    return [
        ("課題", term_entries(catalogue, address, "challenges", challenges)),
        ("立場", term_entries(catalogue, address, "organisation_types", types)),
        ("あわせて使う手法", term_entries(catalogue, address, "methods", others)),
    ]


def _contents(
    card: MethodCard | None, cases: Sequence[Case], gathered: dict[str, Sequence[object]]
) -> list[tuple[str, str]]:
    own = [entry for entry in CARD_CONTENTS if card and getattr(card, entry[0])]
    later = (
        ("variants", "事例を並べて見る", cases),
        ("obstacles", "記録にある苦労と限界", gathered["obstacles"]),
        ("conditions", "まねる前に要るもの", gathered["conditions"]),
        ("transfers", "他の地域での応用", gathered["spread"]),
        ("cases", "事例", cases),
    )
    return [*own, *((name, title) for name, title, there in later if there)]
