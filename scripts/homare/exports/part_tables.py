"""The tables of what stands inside a case: statements, events, figures, adaptations, readings, sources and the rest."""

from collections.abc import Iterable, Iterator

from homare.exports.dataset import Dataset, whole_number
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
)
from homare.model.case import Adaptation, Baseline, Case, Event, Figure, Reading, Relation, Sourced, Statement
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
            for position, key in enumerate(getattr(case, facet), start=1):
                yield case.id, facet, position, key, terms[key].label


def _partners(dataset: Dataset) -> Iterator[Row]:
    for case in dataset.catalogue.cases:
        yield from _numbered(case, case.partners)


def _statements(dataset: Dataset) -> Iterator[Row]:
    for case in dataset.catalogue.cases:
        for section in SECTIONS:
            title = SECTION_TITLES[section]
            for position, item in enumerate(getattr(case.statements, section), start=1):
                yield case.id, section, title, position, item.text, item.scope


def _events(dataset: Dataset) -> Iterator[Row]:
    for case in dataset.catalogue.cases:
        for position, event in enumerate(case.history, start=1):
            yield case.id, position, *date_cells(event.date), event.text, event.scope


def _figures(dataset: Dataset) -> Iterator[Row]:
    for case in dataset.catalogue.cases:
        for position, figure in enumerate(case.figures, start=1):
            yield case.id, position, *_figure(figure)


def _figure(figure: Figure) -> Row:
    before = figure.baseline
    return (
        figure.label,
        whole_number(figure.value),
        figure.unit,
        figure.bound,
        figure.qualifier,
        *date_cells(figure.date),
        whole_number(before.value) if before else None,
        *date_cells(before.date if before else None),
        figure.scope,
        figure.lead,
    )


def _adaptations(dataset: Dataset) -> Iterator[Row]:
    prefectures = dataset.vocabulary.prefectures
    for case in dataset.catalogue.cases:
        for position, item in enumerate(case.adaptations, start=1):
            yield (
                case.id,
                position,
                item.to,
                item.prefecture,
                prefectures[item.prefecture].name if item.prefecture else None,
                item.case,
                *date_cells(item.date),
                item.what,
                item.certainty,
                item.scope,
            )


def _readings(dataset: Dataset) -> Iterator[Row]:
    for case in dataset.catalogue.cases:
        for kind in READINGS:
            for position, item in enumerate(getattr(case, kind), start=1):
                yield case.id, kind, position, item.text


def _bases(dataset: Dataset) -> Iterator[Row]:
    for case in dataset.catalogue.cases:
        for kind in READINGS:
            for position, item in enumerate(getattr(case, kind), start=1):
                yield from ((case.id, kind, position, basis) for basis in item.basis)


def _relations(dataset: Dataset) -> Iterator[Row]:
    for case in dataset.catalogue.cases:
        for position, item in enumerate(case.related, start=1):
            yield case.id, position, item.case, item.reason


def _notes(dataset: Dataset) -> Iterator[Row]:
    for case in dataset.catalogue.cases:
        yield from _numbered(case, case.notes)


def _former_ids(dataset: Dataset) -> Iterator[Row]:
    for case in dataset.catalogue.cases:
        yield from _numbered(case, case.formerly)


def _numbered(case: Case, texts: Iterable[str]) -> Iterator[Row]:
    return ((case.id, position, text) for position, text in enumerate(texts, start=1))


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
        "事例の分類の語",
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
