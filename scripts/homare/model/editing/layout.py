"""The sheets of the editors' workbook and their columns; names and explanations come from the model of a case."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Literal

from homare.model.case import Case
from homare.model.case_view import SECTION_TITLES
from homare.model.fields import field_at
from homare.records.document import Trail

FieldKind = Literal["text", "number", "date", "keys"]
_DATES = ("date", "checked", "published", "accessed", "recorded", "updated")


@dataclass(frozen=True)
class Field:
    """A column. `trail` leads from the row's case or item to the value; `choices` names the list to choose from.

    `kind`: one text; one number; one date, as exact as its source; several keys with 「、」 between them.
    """

    key: str
    trail: Trail
    title: str
    kind: FieldKind = "text"
    choices: str = ""
    note: str = ""
    width: int = 14


@dataclass(frozen=True)
class Sheet:
    """A table. A row of 事例 is a case; a row of another sheet is an item of one of the case's lists.

    `lists` maps the value of the first field to the trail of the list it stands in; with one list alone, its key is
    "". `keyed` tells that the list is a mapping whose keys stand in the first field.
    """

    key: str
    name: str
    fields: tuple[Field, ...]
    lists: Mapping[str, Trail]
    keyed: bool = False

    @property
    def has_selector(self) -> bool:
        """True when the first field says in which list of the case an item stands."""
        return "" not in self.lists

    @property
    def own_fields(self) -> tuple[Field, ...]:
        """The fields that hold the item itself, without what says where it stands."""
        return self.fields[1:] if self.has_selector or self.keyed else self.fields


ID, ACTION, VERSION, ROW, ORDER = "id", "action", "version", "row", "order"
"""Columns that are no field: the case, its 状態, its state when it was written out, the item's place then and now."""

CASES = "cases"
_WIDE, _MIDDLE = 60, 30
_CHOOSE = "▼を押して、候補から選びます。"
"""What a record says by a key, a cell says by the word for it."""


def _field(key: str, at: Trail = (), choices: str = "", **other: Any) -> Field:
    """Return the column of the field whose trail `key` writes with dots, within the model's part at `at`."""
    trail = tuple(key.split("."))
    info = field_at(Case, (*at, *trail))
    kind = "date" if trail[-1] in _DATES else "text"
    note = _CHOOSE if choices else (info and info.description) or ""
    usual = {"title": str(info.title if info else key), "kind": kind, "note": note}
    return Field(key, trail, choices=choices, **(usual | other))


def _terms(facet: str) -> tuple[Field, ...]:
    """Return three columns for a list of up to three terms: a cell can offer a choice only for one value."""
    title = str(Case.model_fields[facet].title)
    return tuple(Field(f"{facet}.{n + 1}", (facet, n), f"{title}{n + 1}", "text", facet, _CHOOSE, 20) for n in range(3))


def _items(key: str, name: str, fields: tuple[Field, ...]) -> Sheet:
    return Sheet(key, name, fields, {"": (key,)})


def _sources(at: Trail) -> tuple[Field, ...]:
    note = "「出典」シートの出典キー。2つ以上は「、」で区切ります。"
    return (
        Field("sources", ("sources",), "出典キー", "keys", note=note, width=18),
        _field("scope", at, "scope", width=8),
    )


_STATEMENT, _EVENT, _FIGURE, _ADAPTATION = (
    ("statements", "challenge", 0),
    ("history", 0),
    ("figures", 0),
    ("adaptations", 0),
)
_SOURCE: Trail = ("sources", "key")
_KEYS_NOTE = "「出典」シートの出典キー。2つ以上は「、」で区切ります。"

SHEETS: tuple[Sheet, ...] = (
    Sheet(
        CASES,
        "事例",
        (
            _field("title", width=40),
            _field("programme", width=_MIDDLE),
            _field("kind", (), "kind", width=8),
            _field("award.edition", (), "edition", width=8),
            _field("award.prize", (), "prize", width=20),
            Field("award.evidence", ("award", "evidence"), "受賞の根拠（出典キー）", "keys", note=_KEYS_NOTE, width=18),
            _field("recipient.name", width=_MIDDLE),
            _field("recipient.reading", title="受賞者名のよみ", width=20),
            _field("recipient.type", (), "type", width=20),
            _field("recipient.prefecture", (), "prefecture", width=12),
            _field("recipient.region", (), "region", width=12),
            _field("recipient.municipality"),
            _field("recipient.post", width=_MIDDLE),
            _field("started", kind="number", width=8),
            _field("status.state", (), "state", title="いまの状態"),
            _field("status.checked", title="いまの状態を確かめた時点"),
            Field("status.sources", ("status", "sources"), "いまの状態の出典キー", "keys", note=_KEYS_NOTE, width=18),
            *_terms("challenges"),
            *_terms("themes"),
            *_terms("methods"),
            *_terms("industries"),
            _field("summary", width=_WIDE),
            _field("formerly", kind="keys", width=20),
            _field("recorded", width=12),
            _field("updated", width=12),
        ),
        {"": ()},
    ),
    Sheet(
        "statements",
        "記述",
        (
            Field("section", (), "見出し", "text", "section"),
            _field("text", _STATEMENT, width=_WIDE),
            *_sources(_STATEMENT),
        ),
        {section: ("statements", section) for section in SECTION_TITLES},
    ),
    _items(
        "history",
        "経緯",
        (_field("date", _EVENT, width=20), _field("text", _EVENT, width=_WIDE), *_sources(_EVENT)),
    ),
    _items(
        "figures",
        "数字",
        (
            _field("label", _FIGURE, width=_MIDDLE),
            _field("value", _FIGURE, kind="number"),
            _field("unit", _FIGURE, width=8),
            _field("bound", _FIGURE, "bound"),
            _field("qualifier", _FIGURE, width=_MIDDLE),
            _field("date", _FIGURE),
            _field("baseline.value", _FIGURE, kind="number"),
            _field("baseline.date", _FIGURE),
            _field("lead", _FIGURE, "lead", width=10),
            *_sources(_FIGURE),
        ),
    ),
    _items(
        "adaptations",
        "横展開",
        (
            _field("to", _ADAPTATION, width=_MIDDLE),
            _field("prefecture", _ADAPTATION, "prefecture", width=12),
            _field("case", _ADAPTATION, width=28),
            _field("date", _ADAPTATION),
            _field("what", _ADAPTATION, width=_WIDE),
            _field("certainty", _ADAPTATION, "certainty", width=12),
            *_sources(_ADAPTATION),
        ),
    ),
    Sheet(
        "readings",
        "学びと条件",
        (
            Field("reading", (), "種類", "text", "reading", width=18),
            _field("text", ("lessons", 0), width=_WIDE),
            Field(
                "basis",
                ("basis",),
                "もとにした記述",
                "keys",
                "basis",
                "見出しの名前、または経緯・数字・横展開。2つ以上は「、」で区切ります。",
                24,
            ),
        ),
        {"lessons": ("lessons",), "conditions": ("conditions",)},
    ),
    Sheet(
        "sources",
        "出典",
        (
            Field("key", (), "出典キー", note="半角の英小文字・数字・ハイフン。ほかのシートで出典を指す名前です。"),
            _field("title", _SOURCE, width=_WIDE),
            _field("publisher", _SOURCE, width=_MIDDLE),
            _field("url", _SOURCE, width=_MIDDLE),
            _field("published", _SOURCE),
            _field("accessed", _SOURCE),
            _field("grade", _SOURCE, "grade", width=8),
        ),
        {"": ("sources",)},
        keyed=True,
    ),
    _items("partners", "連携先", (Field("text", (), "連携先の名前", width=_WIDE),)),
    _items(
        "related",
        "つながり",
        (
            _field("case", ("related", 0), title="つながる事例のid", width=30),
            _field("reason", ("related", 0), width=_WIDE),
        ),
    ),
    _items(
        "notes",
        "注記",
        (Field("text", (), "注記", note="出典どうしの食い違いなど、読む人への断り書き。", width=_WIDE),),
    ),
)

BY_KEY: Mapping[str, Sheet] = {sheet.key: sheet for sheet in SHEETS}

RECORD_ORDER: tuple[str, ...] = tuple(Case.model_fields)
"""Keys of a record in the order in which it is written."""
