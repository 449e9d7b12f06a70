"""The main table: one row a case, with the keys of the vocabulary and their labels side by side."""

from collections.abc import Iterator

from homare.exports.dataset import Dataset
from homare.exports.tables import Column, Row, Table, field
from homare.model.case import Award, Case, Recipient, Status
from homare.model.case_view import STATES

_COLUMNS = (
    Column("id", "事例のid", required=True),
    Column("url", "ページのアドレス", required=True),
    field(Case, "title"),
    field(Case, "programme"),
    field(Case, "kind", choices=("programme", "person")),
    field(Award, "edition", "year"),
    field(Award, "prize"),
    Column("prize_label", "賞の名前"),
    field(Recipient, "name", column="recipient"),
    field(Recipient, "reading", column="recipient_reading"),
    field(Recipient, "type", column="recipient_type"),
    Column("recipient_type_label", "立場の名前", required=True),
    field(Recipient, "post", column="recipient_post"),
    field(Recipient, "prefecture", column="prefecture_code"),
    Column("prefecture", "都道府県の名前"),
    field(Recipient, "municipality"),
    Column("region", "地方", description="八地方区分。都道府県がわからないときは記録された地方。"),
    Column("region_label", "地方の名前"),
    field(Recipient, "region", column="recorded_region"),
    field(Case, "started", "year"),
    field(Status, "state", choices=STATES, column="status"),
    field(Status, "checked", column="status_checked"),
    field(Case, "summary"),
    field(Case, "recorded"),
    field(Case, "updated"),
)


def _rows(dataset: Dataset) -> Iterator[Row]:
    words = dataset.vocabulary
    for case in dataset.catalogue.cases:
        recipient, prize, region = case.recipient, dataset.catalogue.prize_of(case), dataset.catalogue.region_of(case)
        prefecture = words.prefectures.get(recipient.prefecture or "")
        yield (
            case.id,
            dataset.address_of(case),
            case.title,
            case.programme,
            case.kind,
            case.award.edition,
            case.award.prize,
            prize.label if prize else None,
            recipient.name,
            recipient.reading,
            recipient.type,
            words.organisation_types[recipient.type].label,
            recipient.post,
            recipient.prefecture,
            prefecture.name if prefecture else None,
            recipient.municipality,
            region.key if region else None,
            region.label if region else None,
            recipient.region,
            case.started,
            case.status.state if case.status else None,
            case.status.checked if case.status else None,
            case.summary,
            case.recorded,
            case.updated,
        )


def _optional(column: Column) -> Column:
    """`status` is absent as a whole where nothing is known, so its fields are not required here."""
    return Column(column.name, column.title, column.type, False, column.description, column.choices)


CASES = Table(
    "cases",
    "事例",
    "1行に1つの受賞。キーの列には、語彙での名前の列を添えた。",
    tuple(_optional(column) if column.name.startswith("status") else column for column in _COLUMNS),
    ("id",),
    _rows,
)
