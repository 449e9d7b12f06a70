"""The tables of what stands inside a case: statements, events, figures, adaptations, readings, sources and the rest."""

from collections.abc import Iterator

from homare.exports.dataset import Dataset
from homare.exports.tables import (
    CASE,
    OF_CASE,
    POSITION,
    Column,
    Reference,
    Row,
    Table,
    date_cells,
    date_columns,
    field,
    number_cell,
    numbered,
)
from homare.model.case import Adaptation, Baseline, Event, Figure, Reading, Relation, Sourced, Statement
from homare.model.case_view import CERTAINTIES, SECTION_TITLES
from homare.model.reading import SECTIONS

FACETS = ("challenges", "themes", "methods", "industries")
READINGS = ("lessons", "conditions")
_SCOPE = field(Sourced, "scope", choices=("related",))
_SECTION = Column("section", "見出し", required=True, choices=SECTIONS)
_OF_VOCABULARY = Reference(("facet", "key"), "vocabulary", ("facet", "key"))


def _terms(dataset: Dataset) -> Iterator[Row]:
    for case in dataset.catalogue.cases:
        for facet in FACETS:
            terms = getattr(dataset.vocabulary, facet)
            yield from (
                (case.id, facet, *row) for row in numbered((key, terms[key].label) for key in getattr(case, facet))
            )


def _partners(dataset: Dataset) -> Iterator[Row]:
    for case in dataset.catalogue.cases:
        yield from ((case.id, *row) for row in numbered((partner,) for partner in case.partners))


def _statements(dataset: Dataset) -> Iterator[Row]:
    for case in dataset.catalogue.cases:
        for section in SECTIONS:
            statements = getattr(case.statements, section)
            rows = numbered((item.text, item.scope) for item in statements)
            yield from ((case.id, section, SECTION_TITLES[section], *row) for row in rows)


def _events(dataset: Dataset) -> Iterator[Row]:
    for case in dataset.catalogue.cases:
        rows = numbered((*date_cells(event.date), event.text, event.scope) for event in case.history)
        yield from ((case.id, *row) for row in rows)


def _figures(dataset: Dataset) -> Iterator[Row]:
    for case in dataset.catalogue.cases:
        yield from ((case.id, *row) for row in numbered(_figure(figure) for figure in case.figures))


def _figure(figure: Figure) -> Row:
    before = figure.baseline
    return (
        figure.label,
        number_cell(figure.value),
        figure.unit,
        figure.bound,
        figure.qualifier,
        *date_cells(figure.date),
        number_cell(before.value) if before else None,
        *date_cells(before.date if before else None),
        figure.scope,
        figure.lead,
    )


def _adaptations(dataset: Dataset) -> Iterator[Row]:
    prefectures = dataset.vocabulary.prefectures
    for case in dataset.catalogue.cases:
        rows = numbered(
            (
                item.to,
                item.prefecture,
                prefectures[item.prefecture].name if item.prefecture else None,
                item.case,
                *date_cells(item.date),
                item.what,
                item.certainty,
                item.scope,
            )
            for item in case.adaptations
        )
        yield from ((case.id, *row) for row in rows)


def _readings(dataset: Dataset) -> Iterator[Row]:
    for case in dataset.catalogue.cases:
        for kind in READINGS:
            yield from ((case.id, kind, *row) for row in numbered((item.text,) for item in getattr(case, kind)))


def _bases(dataset: Dataset) -> Iterator[Row]:
    for case in dataset.catalogue.cases:
        for kind in READINGS:
            for position, item in enumerate(getattr(case, kind), start=1):
                yield from ((case.id, kind, position, basis) for basis in item.basis)


def _relations(dataset: Dataset) -> Iterator[Row]:
    for case in dataset.catalogue.cases:
        yield from ((case.id, *row) for row in numbered((item.case, item.reason) for item in case.related))


def _notes(dataset: Dataset) -> Iterator[Row]:
    for case in dataset.catalogue.cases:
        yield from ((case.id, *row) for row in numbered((note,) for note in case.notes))


def _former_ids(dataset: Dataset) -> Iterator[Row]:
    for case in dataset.catalogue.cases:
        yield from ((case.id, *row) for row in numbered((former,) for former in case.formerly))


_BASELINE_DATE = tuple(
    Column(f"baseline_{column.name}", f"以前の値：{column.title}", column.type) for column in date_columns(Baseline)
)
_TERM = (Column("facet", "語彙", required=True, choices=FACETS), POSITION, Column("key", "キー", required=True))
_ITEM = (CASE, POSITION)
_KIND = Column(
    "kind", "種類", required=True, description="lessons＝学び、conditions＝まねる前に要るもの", choices=READINGS
)

PART_TABLES = (
    Table(
        "terms",
        "事例の見出し語",
        "事例に付けた課題・テーマ・手法・業種。1行に1語。",
        (CASE, *_TERM, Column("label", "名前", required=True)),
        ("case", "facet", "key"),
        _terms,
        (OF_CASE, _OF_VOCABULARY),
    ),
    Table(
        "partners",
        "連携先",
        "取組の連携先。",
        (*_ITEM, Column("partner", "連携先", required=True)),
        ("case", "position"),
        _partners,
        (OF_CASE,),
    ),
    Table(
        "statements",
        "本文",
        "出典のある記述。1行に1文のまとまり。",
        (
            CASE,
            _SECTION,
            Column("section_label", "見出しの名前", required=True),
            POSITION,
            field(Statement, "text"),
            _SCOPE,
        ),
        ("case", "section", "position"),
        _statements,
        (OF_CASE,),
    ),
    Table(
        "events",
        "経緯",
        "日付のあるできごと。",
        (*_ITEM, *date_columns(Event), field(Event, "text"), _SCOPE),
        ("case", "position"),
        _events,
        (OF_CASE,),
    ),
    Table(
        "figures",
        "数字",
        "単位と時点のある数。",
        (
            *_ITEM,
            field(Figure, "label"),
            field(Figure, "value", "number"),
            field(Figure, "unit"),
            field(Figure, "bound", choices=("about", "over", "at-least", "nearly", "up-to")),
            field(Figure, "qualifier"),
            *date_columns(Figure),
            Column("baseline_value", "以前の値", "number"),
            *_BASELINE_DATE,
            _SCOPE,
            field(Figure, "lead", "boolean"),
        ),
        ("case", "position"),
        _figures,
        (OF_CASE,),
    ),
    Table(
        "adaptations",
        "横展開",
        "ほかの地域や組織での応用。",
        (
            *_ITEM,
            field(Adaptation, "to"),
            field(Adaptation, "prefecture", column="prefecture_code"),
            Column("prefecture", "都道府県の名前"),
            field(Adaptation, "case", column="receiving_case"),
            *date_columns(Adaptation),
            field(Adaptation, "what"),
            field(Adaptation, "certainty", choices=CERTAINTIES),
            _SCOPE,
        ),
        ("case", "position"),
        _adaptations,
        (OF_CASE,),
    ),
    Table(
        "readings",
        "編集部の整理",
        "学びと、まねる前に要るもの。出典ではなく、同じ記録の記述を読んだ編集部の見方。",
        (CASE, _KIND, POSITION, field(Reading, "text")),
        ("case", "kind", "position"),
        _readings,
        (OF_CASE,),
    ),
    Table(
        "bases",
        "整理のもと",
        "編集部の整理がもとにした記述の見出し。",
        (CASE, _KIND, POSITION, Column("basis", "もとにした記述", required=True)),
        ("case", "kind", "position", "basis"),
        _bases,
        (Reference(("case", "kind", "position"), "readings", ("case", "kind", "position")),),
    ),
    Table(
        "relations",
        "つながりのある事例",
        "事実としてつながりのある事例。",
        (*_ITEM, field(Relation, "case", column="other"), field(Relation, "reason")),
        ("case", "position"),
        _relations,
        (OF_CASE, Reference(("other",), "cases", ("id",))),
    ),
    Table(
        "notes",
        "注記",
        "資料どうしの食い違いと、確かめられていないこと。",
        (*_ITEM, Column("note", "注記", required=True)),
        ("case", "position"),
        _notes,
        (OF_CASE,),
    ),
    Table(
        "former_ids",
        "以前のid",
        "事例が前に持っていたid。前のアドレスからは今のページへ移る。",
        (*_ITEM, Column("former", "以前のid", required=True)),
        ("case", "position"),
        _former_ids,
        (OF_CASE,),
    ),
)
