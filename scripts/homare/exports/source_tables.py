"""The tables of sources, of what each source is named for, and of the vocabulary."""

from collections.abc import Iterator

from homare.exports.dataset import Dataset
from homare.exports.tables import CASE, OF_CASE, Column, Reference, Row, Table, field
from homare.model.case import Source
from homare.model.case_view import GRADES
from homare.model.reading import source_mentions


def attribution(source: Source) -> str:
    """Return the line that names a source: 「出典：題名（発行元）アドレス」."""
    return f"出典：「{source.title}」（{source.publisher}）{source.url or ''}".rstrip()


def _sources(dataset: Dataset) -> Iterator[Row]:
    for case in dataset.catalogue.cases:
        for key, source in case.sources.items():
            yield (
                case.id,
                key,
                source.title,
                source.publisher,
                source.url,
                source.published,
                source.accessed,
                source.grade,
                attribution(source),
            )


def _citations(dataset: Dataset) -> Iterator[Row]:
    """One row for each time a record names a source; `part` is the section or list, `position` the item in it."""
    for case in dataset.catalogue.cases:
        for part, position, sources in source_mentions(case):
            for rank, key in enumerate(sources, start=1):
                yield case.id, part, position, rank, key


_FACETS = ("challenges", "themes", "methods", "industries", "organisation_types", "prizes")


def _vocabulary(dataset: Dataset) -> Iterator[Row]:
    for facet in _FACETS:
        for key, term in getattr(dataset.vocabulary, facet).items():
            description = getattr(term, "description", None) or getattr(term, "honours", None)
            yield (facet, key, term.label, term.reading, description, getattr(term, "broader", None))


SOURCES = Table(
    "sources",
    "出典",
    "事例ごとの出典。資料の権利はそれぞれの発行元にある。",
    (
        CASE,
        Column("key", "出典のキー", required=True),
        field(Source, "title"),
        field(Source, "publisher"),
        field(Source, "url"),
        field(Source, "published"),
        field(Source, "accessed"),
        field(Source, "grade", choices=GRADES),
        Column("attribution", "出典の書き方", required=True),
    ),
    ("case", "key"),
    _sources,
    (OF_CASE,),
)
SOURCE_TABLES = (
    SOURCES,
    Table(
        "citations",
        "出典の付いた所",
        "どの記述がどの出典によるか。1行に1つの記述と1つの出典。",
        (
            CASE,
            Column(
                "part",
                "部分",
                required=True,
                description="本文の見出し、history、figures、adaptations、award、status。",
            ),
            Column("position", "何番目の記述か", "integer", required=True),
            Column("rank", "何番目の出典か", "integer", required=True),
            Column("source", "出典のキー", required=True),
        ),
        ("case", "part", "position", "rank"),
        _citations,
        (Reference(("case", "source"), "sources", ("case", "key")),),
    ),
    Table(
        "vocabulary",
        "語彙",
        "課題、テーマ、手法、業種、立場、賞のキーと名前。",
        (
            Column("facet", "語彙", required=True, choices=_FACETS),
            Column("key", "キー", required=True),
            Column("label", "名前", required=True),
            Column("reading", "よみ"),
            Column("description", "説明"),
            Column("broader", "上位の語"),
        ),
        ("facet", "key"),
        _vocabulary,
        of_cases=False,
    ),
)
