"""The tables of sources, of what each source is named for, and of the vocabulary."""

from homare.model.case_view import BASIS_TITLES
from homare.model.tables.layout import CASE, OF_CASE, Column, Layout, Reference, of_field
from homare.model.tables.parts import FACETS

VOCABULARY_FACETS = FACETS | {"organisation_types": "立場", "prizes": "賞"}
_NAMING = ("statements.*[]", "history[]", "figures[]", "adaptations[]", "status")

SOURCES = Layout(
    "sources",
    "出典",
    "事例ごとの出典。1行に1つの資料。資料の権利はそれぞれの発行元にある。",
    (
        CASE,
        Column("key", "出典のキー", required=True, description="JSONでは sources の中の名前。"),
        of_field("sources{}.title"),
        of_field("sources{}.publisher"),
        of_field("sources{}.url"),
        of_field("sources{}.published"),
        of_field("sources{}.accessed"),
        of_field("sources{}.grade"),
        Column("attribution", "出典の書き方", required=True, description="資料を引くときの1行。"),
    ),
    ("case", "key"),
    (OF_CASE,),
)
CITATIONS = Layout(
    "citations",
    "出典の付いた所",
    "どの記述がどの出典によるか。1行に1つの記述と1つの出典。",
    (
        CASE,
        Column(
            "part",
            "部分",
            required=True,
            description="本文の見出し（statements の section）か、JSONでの項目の名前。history は表 events。",
            choices={"award": "受賞の根拠"} | BASIS_TITLES | {"status": "いま"},
        ),
        Column(
            "position",
            "何番目の記述か",
            "integer",
            required=True,
            description="その部分（part）の表の position。award と status では1。",
        ),
        Column("rank", "何番目の出典か", "integer", required=True, description="その記述の出典の中での順番。1から。"),
        Column(
            "source",
            "出典のキー",
            required=True,
            description="sources の key。",
            places=("evidence[]", *(f"{item}.sources[]" for item in _NAMING)),
        ),
    ),
    ("case", "part", "position", "rank"),
    (Reference(("case", "source"), "sources", ("case", "key")),),
)
VOCABULARY = Layout(
    "vocabulary",
    "語彙",
    "課題、テーマ、手法、業種、立場、賞のキーと名前。1行に1語。vocabulary.json にも同じ語がある。",
    (
        Column("facet", "語彙", required=True, choices=VOCABULARY_FACETS),
        Column("key", "キー", required=True),
        Column("label", "名前", required=True),
        Column("reading", "よみ"),
        Column("description", "説明", description="賞では、何をたたえるか。"),
        Column("broader", "上位の語", description="同じ語彙の key。"),
    ),
    ("facet", "key"),
    of_cases=False,
)
