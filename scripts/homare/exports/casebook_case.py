"""One case for the casebook: every part in words, every source by its number, nothing left for a template to decide."""

from collections.abc import Iterable
from typing import Any

from homare.exports.dataset import Dataset
from homare.model.case import Adaptation, Case, Event, Figure, Reading, Sourced, Statement
from homare.model.case_view import BASIS_TITLES, CERTAINTIES, GRADES, SECTION_TITLES, STATES, CaseView, NumberedSource
from homare.model.date_words import date_words, year_words
from homare.model.numbers import number_words, value_words
from homare.model.reading import SECTIONS


def case_content(dataset: Dataset, case: Case) -> dict[str, Any]:
    """Return the case as plain data, in the order of its page."""
    view = CaseView(case)
    prize, place = dataset.catalogue.prize_of(case), dataset.catalogue.place_of(case)
    return {
        "id": case.id,
        "address": dataset.address_of(case),
        "title": case.title,
        "prize": prize.label if prize else "賞の種類は未確認",
        "edition": year_words(case.award.edition) if case.award.edition else "受賞年は未確認",
        "programme": case.programme or ("" if case.kind == "person" else "取組の正式名称は未確認"),
        "recipient": case.recipient.name,
        "post": case.recipient.post or "",
        "place": place,
        "summary": _one_line(case.summary),
        "key_figures": [_key_figure(figure) for figure in view.key_figures],
        "facts": _facts(dataset, view),
        "parts": _parts(view, related=False),
        "related": _parts(view, related=True) if view.has_related else [],
        "lessons": [_reading(item) for item in case.lessons],
        "conditions": [_reading(item) for item in case.conditions],
        "notes": [_one_line(note) for note in case.notes],
        "sources": [_source(entry) for entry in view.sources],
    }


def _facts(dataset: Dataset, view: CaseView) -> list[dict[str, str]]:
    case, words = view.case, dataset.vocabulary
    state = STATES[case.status.state] if case.status else "未確認"
    if case.status and case.status.checked:
        state += f"（{date_words(case.status.checked)}の資料）"
    rows = [
        ("立場", words.organisation_types[case.recipient.type].label),
        ("開始", year_words(case.started) if case.started else "未確認"),
        ("いま", state),
        ("課題", _labels(words.challenges, case.challenges)),
        ("テーマ", _labels(words.themes, case.themes)),
        ("手法", _labels(words.methods, case.methods)),
        ("業種", _labels(words.industries, case.industries)),
        ("連携先", "、".join(case.partners)),
    ]
    return [{"label": label, "text": text} for label, text in rows if text]


def _labels(terms: Any, keys: Iterable[str]) -> str:
    return "、".join(terms[key].label for key in keys)


def _parts(view: CaseView, related: bool) -> list[dict[str, Any]]:
    """Return the sections that the record has, each as statements, figures, events or adaptations."""
    case, chosen = view.case, view.of_recipient if related else view.of_programme
    parts: list[dict[str, Any]] = []
    for name in SECTIONS:
        statements = [_statement(view, item) for item in view.section(name, related=related)]
        figures = [_figure(view, figure) for figure in chosen(case.figures)] if name == "results" else []
        adaptations = [_adaptation(view, item) for item in chosen(case.adaptations)] if name == "spread" else []
        events = view.related_history if related else view.history
        if name == "spread" and events:
            parts.append({"title": "経緯", "events": [_event(view, event) for event in events]})
        if statements or figures or adaptations:
            part = {"statements": statements, "figures": figures, "adaptations": adaptations}
            parts.append({"title": SECTION_TITLES[name], **part})
    return parts


def _statement(view: CaseView, item: Sourced) -> dict[str, Any]:
    assert isinstance(item, Statement)
    return {"text": _one_line(item.text), "marks": _marks(view, item)}


def _event(view: CaseView, event: Sourced) -> dict[str, Any]:
    assert isinstance(event, Event)
    return {"date": date_words(event.date), "text": _one_line(event.text), "marks": _marks(view, event)}


def _key_figure(figure: Figure) -> dict[str, str]:
    number, unit = value_words(figure)
    return {"number": number, "unit": unit, "label": figure.label, "when": _when(figure)}


def _figure(view: CaseView, figure: Figure) -> dict[str, Any]:
    before = figure.baseline
    earlier = f"以前は{number_words(before.value)}{figure.unit}" if before else ""
    earlier += f"（{date_words(before.date)}）" if before and before.date else ""
    return {**_key_figure(figure), "earlier": earlier, "marks": _marks(view, figure)}


def _when(figure: Figure) -> str:
    return "、".join(filter(None, (date_words(figure.date) if figure.date else "", figure.qualifier)))


def _adaptation(view: CaseView, item: Adaptation) -> dict[str, Any]:
    about = "、".join(filter(None, (date_words(item.date) if item.date else "", CERTAINTIES[item.certainty])))
    return {"to": item.to, "about": about, "text": _one_line(item.what), "marks": _marks(view, item)}


def _reading(item: Reading) -> dict[str, str]:
    return {"text": _one_line(item.text), "basis": "・".join(BASIS_TITLES[basis] for basis in item.basis)}


def _source(entry: NumberedSource) -> dict[str, Any]:
    source = entry.source
    return {
        "number": entry.number,
        "title": source.title,
        "publisher": source.publisher,
        "published": date_words(source.published) if source.published else "",
        "address": source.url or "",
        "host": entry.host,
        "grade": GRADES[source.grade],
    }


def _marks(view: CaseView, item: Sourced) -> str:
    return "・".join(str(view.number_of[key]) for key in item.sources)


def _one_line(text: str) -> str:
    return " ".join(text.split("\n")).strip()
