"""A ready-made kit before it is typeset: every text of its PDF and Word file in its final words."""

from collections.abc import Iterable
from typing import Any

from homare.model.kit_view import KitView
from homare.model.session import clock
from homare.model.sheet import NOT_RECORDED, READING, SOURCES_KEY, CaseSheet, Line, SourceLine
from homare.model.site_words import LIBRARY, LICENCE_NAME
from homare.model.worksheet import AFTER, BEFORE, Prompt

HEADING_COST = 40
"""A heading takes the room of about this many characters."""


def kit_content(view: KitView, address: str) -> dict[str, Any]:
    """Return the kit as plain data; `address` is that of its page on the site."""
    kit = view.kit
    return {
        "title": kit.title,
        "lead": kit.lead.strip(),
        "facts": [
            ["時間", f"{kit.minutes}分"],
            ["人数", f"{kit.people}人くらい"],
            ["だれと", kit.audience],
            ["事例", "、".join(sheet.name for sheet in view.sheets)],
        ],
        "minutes": kit.minutes,
        "steps": [
            [f"{clock(step.start)}〜{clock(step.end)}", str(step.item.minutes), step.item.what, step.item.how or ""]
            for step in view.steps
        ],
        "prepare": list(kit.prepare),
        "briefs": [_brief(view, sheet) for sheet in view.sheets],
        "comparison": {"heads": [sheet.case.title for sheet in view.sheets], "rows": _comparison(view)},
        "questions": [{"text": question.text, "basis": view.rests_on(question)} for question in kit.questions],
        "before": [_prompt(prompt) for prompt in BEFORE],
        "needs": [{"text": need.text, "case": need.case} for need in view.needs],
        "after": [_prompt(prompt) for prompt in AFTER],
        "sources": [
            {"title": sheet.case.title, "items": [_source(entry) for entry in sheet.sources]} for sheet in view.sheets
        ],
        "key": SOURCES_KEY,
        "address": address,
        "library": LIBRARY,
        "licence": LICENCE_NAME,
    }


def _brief(view: KitView, sheet: CaseSheet) -> dict[str, Any]:
    return {
        "title": sheet.case.title,
        "meta": sheet.meta,
        "by": "　".join(part for part in (sheet.case.recipient.name, sheet.programme) if part),
        "view": view.kit.viewpoint_of(sheet.case.id),
        "summary": sheet.case.summary.strip(),
        "figures": [{"value": entry.value, "unit": entry.unit, "label": entry.label} for entry in sheet.key_figures],
        "columns": _halves(
            [
                {"heading": heading, "mark": _reading_mark(name), "lines": _lines(lines)}
                for name, heading, lines in view.brief(sheet)
            ]
        ),
    }


def _halves(rows: list[dict[str, Any]]) -> list[list[dict[str, Any]]]:
    """Split the rows of a brief into two columns of about the same length."""
    lengths = [sum(len(line["text"]) for line in row["lines"]) + HEADING_COST for row in rows]
    cut = min(range(len(rows) + 1), key=lambda at: abs(sum(lengths[:at]) - sum(lengths[at:])))
    return [rows[:cut], rows[cut:]]


def _comparison(view: KitView) -> list[dict[str, Any]]:
    nothing = [{"text": NOT_RECORDED, "marks": "", "note": ""}]
    return [
        {
            "heading": row.heading,
            "mark": _reading_mark(row.name),
            "cells": [{"lines": _lines(cell.lines) or nothing, "more": cell.more} for cell in row.cells],
        }
        for row in view.comparison
    ]


def _lines(lines: Iterable[Line]) -> list[dict[str, str]]:
    return [
        {
            "text": line.text,
            "marks": "・".join(str(number) for number in line.sources),
            "note": "" if line.note == READING else line.note,
        }
        for line in lines
    ]


def _reading_mark(row: str) -> str:
    return READING if row == "conditions" else ""


def _prompt(prompt: Prompt) -> dict[str, Any]:
    return {"what": prompt.what, "hint": prompt.hint, "lines": prompt.lines}


def _source(source: SourceLine) -> dict[str, Any]:
    about = "、".join(part for part in (source.publisher, source.published) if part)
    return {"number": source.number, "title": source.title, "about": f"{about}（{source.grade}）", "url": source.url}
