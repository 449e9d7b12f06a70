"""The editors' workbook: every field of every record in a cell, to be changed in Excel and taken in again."""

import io
from collections.abc import Mapping, Sequence
from datetime import datetime

import xlsxwriter
from xlsxwriter.utility import xl_col_to_name
from xlsxwriter.worksheet import Worksheet

from homare.exports.workbook_guide import FORM_GUIDE, WORKBOOK_GUIDE
from homare.model.editing.choices import Choices, all_choices
from homare.model.editing.layout import ACTION, CASES, ID, ORDER, ROW, SHEETS, VERSION, Field, Sheet
from homare.model.editing.rows import Row, rows_of
from homare.model.vocabulary import Vocabulary
from homare.records.document import Data

CHOICES_SHEET, GUIDE_SHEET = "候補", "使い方"
KEY_ROW, TITLE_ROW, FIRST_ROW = 0, 1, 2
"""From 0: the hidden row of keys, the titles, the first row of data."""
SPARE_ROWS = 1000
"""Empty rows below the data that have the same choices."""
_EVERYWHERE = "A1:XFD1048576"
_ANY_DAY = datetime(2012, 1, 1)
"""Stands as the day of making, so that the same records give the same bytes."""
_ALLOWED = {
    "format_cells": True,
    "format_columns": True,
    "format_rows": True,
    "insert_columns": True,
    "insert_rows": True,
    "delete_columns": True,
    "delete_rows": True,
    "sort": True,
    "autofilter": True,
}


def editors_workbook(records: Mapping[str, Data], vocabulary: Vocabulary) -> bytes:
    """Return the workbook of `records` (id → data as read); the same bytes for the same data."""
    choices = all_choices(vocabulary)
    with _Book(choices) as book:
        book.guide(WORKBOOK_GUIDE)
        for sheet in SHEETS:
            rows = [row for case_id, data in records.items() for row in rows_of(sheet, case_id, data, choices)]
            columns, locked = _columns(sheet), (ID,) if sheet.key == CASES else ()
            page = book.table(sheet, columns, rows, locked, spare=SPARE_ROWS)
            page.autofilter(TITLE_ROW, 0, FIRST_ROW + len(rows) + SPARE_ROWS, len(columns) - 1)
        book.choices_sheet()
    return book.content


def application_form(vocabulary: Vocabulary) -> bytes:
    """Return the blank form for one case (応募様式): the same sheets, without the columns that only editors need."""
    choices = all_choices(vocabulary)
    with _Book(choices) as book:
        book.guide(FORM_GUIDE)
        for sheet in SHEETS:
            if sheet.key == CASES:
                book.form(sheet)
            elif sheet.key not in _NOT_ASKED:
                fields = [_as_column(field) for field in sheet.fields if field.key != "scope"]
                book.table(sheet, fields, _form_rows(sheet, choices), locked=(), spare=40)
        book.choices_sheet()
    return book.content


_NOT_ASKED = ("readings", "related")
"""What the editors write: an applicant is not asked for lessons, nor for ties to other cases."""


def _form_rows(sheet: Sheet, choices: Mapping[str, Choices]) -> list[Row]:
    """Return what stands in the form before anybody has written in it."""
    if sheet.key == "statements":
        return [{"section": word} for word in choices["section"].words.values()]
    if sheet.key == "sources":
        return [{"key": f"s{number}"} for number in range(1, 9)]
    return []


_NOT_IN_FORM = ("award.evidence", "recipient.region", "status.sources", "formerly", "recorded", "updated")
_BY_EDITORS = "事務局で書きます。"
_FORM_NOTES = {
    ID: f"{_BY_EDITORS}年-名前（例 2023-example-net）。名前は半角の英小文字・数字・ハイフン。",
    "award.prize": _BY_EDITORS,
    "title": "何をしている取組かを、6〜40字で。",
    "recipient.post": "個人で応募するとき。",
    "status.checked": "例 2026-04",
    "started": "西暦4桁（例 2018）",
    "summary": "だれが、何を、どのように行い、何が変わったか。120〜220字。",
}
_HIDDEN = (VERSION, ROW)


class _Column:
    """A column of a sheet: its key, its title, its width, and the list to choose from."""

    def __init__(self, key: str, title: str, width: int, choices: str = "", note: str = "") -> None:
        self.key, self.title, self.width, self.choices, self.note = key, title, width, choices, note


def _as_column(field: Field) -> _Column:
    choices = "" if field.kind == "keys" else field.choices
    return _Column(field.key, field.title, field.width, choices, field.note)


def _columns(sheet: Sheet) -> list[_Column]:
    fields = [_as_column(field) for field in sheet.fields]
    if sheet.key == CASES:
        action = _Column(
            ACTION, "状態", 8, "action", "新しい行で空なら下書き。削除を選ぶと、取り込みで記録が消えます。"
        )
        note = "年-名前（例 2023-example-net）。名前は半角の英小文字・数字・ハイフン。"
        return [_Column(ID, "事例のid", 28, note=note), action, *fields, _Column(VERSION, "版", 4)]
    action = _Column(ACTION, "状態", 8, "removal", "削除を選んだ行だけが、取り込みで消えます。")
    order = _Column(ORDER, "順番", 6, note="並びは、この数の小さい順です。空なら、すぐ上の行の次になります。")
    return [_Column(ID, "事例のid", 28, "id"), order, action, *fields, _Column(ROW, "行", 4)]


class _Book:
    """Writes the sheets; text stays text in every cell, so that no `01` becomes 1."""

    def __init__(self, choices: Mapping[str, Choices]) -> None:
        self._out = io.BytesIO()
        self._book = xlsxwriter.Workbook(
            self._out, {"in_memory": True, "strings_to_urls": False, "strings_to_formulas": False}
        )
        self._book.set_properties({"created": _ANY_DAY})
        self._choices = choices
        self._ranges = {
            name: f"={CHOICES_SHEET}!{column}$2:{column}${len(found.words) + 1}"
            for place, (name, found) in enumerate(choices.items())
            for column in [xl_col_to_name(place, col_abs=True)]
        }
        text = {"num_format": "@", "valign": "top", "text_wrap": True}
        self._text = self._book.add_format({**text, "locked": False})
        self._locked = self._book.add_format({**text, "locked": True, "bg_color": "#EDEDED"})
        self._head = self._book.add_format({**text, "bold": True, "bg_color": "#DCE6DC", "bottom": 1})
        self._title = self._book.add_format({**text, "bold": True, "bg_color": "#DCE6DC", "bottom": 1, "locked": False})
        self._key = self._book.add_format({"num_format": "@", "font_color": "#888888"})
        self._ids = 0

    def __enter__(self) -> "_Book":
        return self

    def __exit__(self, *_: object) -> None:
        self._book.close()
        self.content = self._out.getvalue()

    def guide(self, lines: Sequence[str]) -> None:
        """Write the sheet that explains the workbook; a line that begins with ■ is a heading."""
        sheet = self._book.add_worksheet(GUIDE_SHEET)
        sheet.set_column(0, 0, 100)
        wrapped = self._book.add_format({"text_wrap": True, "valign": "top"})
        bold = self._book.add_format({"bold": True, "font_size": 13})
        for number, line in enumerate(lines):
            sheet.write_string(number, 0, line, bold if line.startswith("■") else wrapped)
        sheet.protect()

    def table(
        self, sheet: Sheet, columns: Sequence[_Column], rows: Sequence[Row], locked: Sequence[str], spare: int
    ) -> Worksheet:
        """Write one table with its hidden row of keys and return its sheet. Cells of `locked` columns stay as they are.

        Excel sorts a protected sheet only where no cell is locked, so only what must not change is: keys and ids.
        """
        page = self._book.add_worksheet(sheet.name)
        last = FIRST_ROW + len(rows) + spare
        if sheet.key == CASES:
            self._ids = last
        for place, column in enumerate(columns):
            page.set_column(place, place, column.width, self._text, {"hidden": column.key in _HIDDEN})
            page.write_string(KEY_ROW, place, f"{sheet.key}:{column.key}", self._key)
            page.write_string(TITLE_ROW, place, column.title, self._title)
            self._choose(page, column, place, (FIRST_ROW, last))
        for number, row in enumerate(rows, start=FIRST_ROW):
            for place, column in enumerate(columns):
                if text := row.get(column.key):
                    page.write_string(number, place, text, self._locked if column.key in locked else self._text)
        page.set_row(KEY_ROW, None, None, {"hidden": True})
        page.freeze_panes(FIRST_ROW, 1)
        page.set_selection(FIRST_ROW, 0, FIRST_ROW, 0)
        self._finish(page)
        return page

    def form(self, sheet: Sheet) -> None:
        """Write the fields of one case below each other: key (hidden), title, cell, explanation."""
        page = self._book.add_worksheet(sheet.name)
        page.set_column(0, 0, 4, self._key, {"hidden": True})
        page.set_column(1, 1, 26, self._head)
        page.set_column(2, 2, 70, self._text)
        page.set_column(3, 3, 60, self._book.add_format({"text_wrap": True, "valign": "top", "font_color": "#555555"}))
        fields = [_Column(ID, "事例のid", 0), *map(_as_column, sheet.fields)]
        for number, column in enumerate(field for field in fields if field.key not in _NOT_IN_FORM):
            page.write_string(number, 0, f"{sheet.key}:{column.key}", self._key)
            page.write_string(number, 1, column.title, self._head)
            page.write_blank(number, 2, None, self._text)
            page.write_string(number, 3, _FORM_NOTES.get(column.key, column.note))
            self._choose(page, column, 2, (number, number))
        page.set_selection(0, 2, 0, 2)
        self._finish(page)

    def choices_sheet(self) -> None:
        """Write the hidden lists: Excel takes no list longer than 255 characters into a cell's own rule."""
        sheet = self._book.add_worksheet(CHOICES_SHEET)
        for place, (name, found) in enumerate(self._choices.items()):
            sheet.write_string(0, place, name)
            sheet.write_column(1, place, list(found.words.values()))
        sheet.hide()
        self._book.worksheets()[1].activate()

    def _choose(self, page: Worksheet, column: _Column, place: int, rows: tuple[int, int]) -> None:
        rule: dict[str, object] = {"validate": "any"}
        if column.choices:
            source = (
                f"=事例!$A${FIRST_ROW + 1}:$A${self._ids + 1}"
                if column.choices == "id"
                else self._ranges[column.choices]
            )
            rule = {
                "validate": "list",
                "source": source,
                "error_title": "候補にありません",
                "error_message": "▼を押して、候補から選んでください。",
            }
        if column.note:
            rule |= {"input_title": column.title[:32], "input_message": column.note[:255]}
        if column.choices or column.note:
            page.data_validation(rows[0], place, rows[1], place, rule)

    def _finish(self, page: Worksheet) -> None:
        page.ignore_errors({"number_stored_as_text": _EVERYWHERE, "two_digit_text_year": _EVERYWHERE})
        page.protect("", _ALLOWED)
