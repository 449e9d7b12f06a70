"""Case sheets and kits as data for the browser: compare page and kit builder make their pages from it."""

from collections.abc import Iterable
from typing import Any

from homare.model.brief import brief_rows
from homare.model.kit_view import KitView
from homare.model.prompts import prompts, quoted
from homare.model.sheet import CaseSheet
from homare.model.short_lived import short_lived
from homare.model.summaries import first_sentence
from homare.model.worksheet import FEW, first_needs


def sheet_data(sheet: CaseSheet) -> dict[str, Any]:
    """Return the sheet of one case: text only, lines as [text, source numbers, note]."""
    case, words = sheet.case, sheet.catalogue.vocabulary
    return {
        "id": case.id,
        "title": case.title,
        "name": sheet.name,
        "called": sheet.called,
        "recipient": case.recipient.name,
        "programme": short_lived(sheet.programme),
        "meta": sheet.meta,
        "summary": short_lived(case.summary.strip()),
        "figures": _lists(sheet.key_figures),
        "rows": {name: _lists(lines) for name, lines in sheet.rows.items() if lines},
        "brief": [[name, _lists(lines)] for name, _, lines in brief_rows(sheet)],
        "needs": first_needs(sheet, FEW),
        "money": next((quoted(line) for line in sheet.rows["funding"]), ""),
        "view": short_lived(first_sentence(case.lessons[0].text)) if case.lessons else "",
        "prompts": [[prompt.about, prompt.text] for prompt in prompts(sheet)],
        "challenges": [words.challenges[key].label for key in case.challenges],
        "methods": [words.methods[key].label for key in case.methods],
        "sources": _lists(sheet.sources),
    }


def kit_data(view: KitView) -> dict[str, Any]:
    """Return what the builder takes over from a ready-made kit."""
    kit = view.kit
    return {
        "cases": kit.cases,
        "minutes": kit.minutes,
        "lead": kit.lead.strip(),
        "prepare": kit.prepare,
        "viewpoints": {entry.case: entry.text for entry in kit.viewpoints},
        "questions": [
            {"text": question.text, "cases": question.cases, "basis": view.rests_on(question)}
            for question in kit.questions
        ],
        "agenda": [{"minutes": item.minutes, "what": item.what, "how": item.how or ""} for item in kit.agenda],
    }


def _lists(items: Iterable[tuple[Any, ...]]) -> list[list[Any]]:
    """The browser takes the parts of a line, figure or source in the order in which `model.sheet` names them."""
    return [[short_lived(part) if isinstance(part, str) else part for part in item] for item in items]
