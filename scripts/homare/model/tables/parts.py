"""The tables of what stands inside a case: statements, events, figures, adaptations, readings and the rest."""

from dataclasses import replace

from homare.model.case_view import SECTION_TITLES
from homare.model.tables.layout import CASE, OF_CASE, Column, Layout, Reference, date_columns, of_field, position

FACETS = {"challenges": "課題", "themes": "テーマ", "methods": "手法", "industries": "業種"}
READING_KINDS = {"lessons": "学び", "conditions": "まねる前に要るもの"}
_KIND = Column("kind", "種類", required=True, description="JSONでの項目の名前。", choices=READING_KINDS)
_OF_KIND = position("種類（kind）")


def _list_of_case(
    name: str, title: str, description: str, *columns: Column, references: tuple[Reference, ...] = ()
) -> Layout:
    """Return the layout of a list that a case has: one row an item, in their order."""
    return Layout(name, title, description, (CASE, position(), *columns), ("case", "position"), (OF_CASE, *references))


TERMS = Layout(
    "terms",
    "事例の分類の語",
    "事例に付けた課題・テーマ・手法・業種。1行に1語。",
    (
        CASE,
        Column("facet", "語彙", required=True, description="JSONでの項目の名前。", choices=FACETS),
        position("語彙（facet）"),
        Column("key", "キー", required=True, places=tuple(f"{facet}[]" for facet in FACETS)),
        Column("label", "名前", required=True),
    ),
    ("case", "facet", "key"),
    (OF_CASE, Reference(("facet", "key"), "vocabulary", ("facet", "key"))),
)
PARTNERS = _list_of_case(
    "partners",
    "連携先",
    "取組の連携先。1行に1つ。",
    of_field("partners[]", column="partner", required=True),
)
STATEMENTS = Layout(
    "statements",
    "本文",
    "出典のある記述。1行に1文のまとまり。",
    (
        CASE,
        Column("section", "見出し", required=True, description="statements の中の名前。", choices=SECTION_TITLES),
        Column("section_label", "見出しの名前", required=True),
        position("見出し（section）"),
        of_field("statements.*[].text"),
        of_field("statements.*[].scope"),
    ),
    ("case", "section", "position"),
    (OF_CASE,),
)
EVENTS = _list_of_case(
    "events",
    "経緯",
    "日付のあるできごと。1行に1つ。JSONと citations では history という名前。",
    *date_columns("history[].date"),
    of_field("history[].text"),
    of_field("history[].scope"),
)
FIGURES = _list_of_case(
    "figures",
    "数字",
    "単位と時点のある数。1行に1つ。出典は citations（part が figures、position が同じ行）から sources へたどる。",
    of_field("figures[].label"),
    of_field("figures[].value", type_="number"),
    of_field("figures[].unit"),
    of_field("figures[].bound"),
    of_field("figures[].qualifier"),
    *date_columns("figures[].date"),
    # the rest of a baseline may stand only where its value does
    of_field("figures[].baseline.value", column="baseline_value", type_="number", required=False),
    *date_columns("figures[].baseline.date", column="baseline_date"),
    of_field("figures[].scope"),
    of_field("figures[].lead", type_="boolean"),
)
ADAPTATIONS = _list_of_case(
    "adaptations",
    "横展開",
    "ほかの地域や組織での応用。1行に1つ。",
    of_field("adaptations[].to"),
    of_field("adaptations[].prefecture", column="prefecture_code"),
    Column("prefecture", "都道府県の名前", description="prefecture_code の名前。"),
    of_field("adaptations[].case", column="receiving_case"),
    *date_columns("adaptations[].date"),
    of_field("adaptations[].what"),
    of_field("adaptations[].certainty"),
    of_field("adaptations[].scope"),
    references=(Reference(("receiving_case",), "cases", ("id",)),),
)
READINGS = Layout(
    "readings",
    "編集部の整理",
    "学びと、まねる前に要るもの（JSONの lessons と conditions）。1行に1つ。"
    "出典ではなく、同じ記録の記述を読んだ編集部の見方。",
    (CASE, _KIND, _OF_KIND, of_field("lessons[].text", "conditions[].text")),
    ("case", "kind", "position"),
    (OF_CASE,),
)
BASES = Layout(
    "bases",
    "整理のもと",
    "編集部の整理がもとにした記述の見出し。1行に1つの整理と1つの見出し。",
    (
        CASE,
        _KIND,
        replace(_OF_KIND, description="readings の position。"),
        of_field("lessons[].basis[]", "conditions[].basis[]", column="basis"),
    ),
    ("case", "kind", "position", "basis"),
    (Reference(("case", "kind", "position"), "readings", ("case", "kind", "position")),),
)
RELATIONS = _list_of_case(
    "relations",
    "つながりのある事例",
    "事実としてつながりのある事例。1行に1つ。JSONでは related という名前。",
    of_field("related[].case", column="other"),
    of_field("related[].reason"),
    references=(Reference(("other",), "cases", ("id",)),),
)
NOTES = _list_of_case(
    "notes",
    "注記",
    "資料どうしの食い違いと、確かめられていないこと。1行に1つ。",
    of_field("notes[]", column="note", required=True),
)
FORMER_IDS = _list_of_case(
    "former_ids",
    "以前のid",
    "事例が前に持っていたid。前のアドレスからは今のページへ移る。JSONでは formerly という名前。",
    of_field("formerly[]", column="former", required=True),
)
