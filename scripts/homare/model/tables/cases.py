"""The main table: one row a case, with the keys of the vocabulary and their labels side by side."""

from homare.model.tables.layout import Column, Layout, of_field

CASES = Layout(
    "cases",
    "事例",
    "1行に1つの受賞。キーの列には、語彙での名前の列を添えた。並びになる項目（分類の語、本文、数字など）は、ほかの表にある。",
    (
        of_field("id"),
        Column("url", "ページのアドレス", required=True, places=("url",)),
        of_field("title"),
        of_field("programme"),
        of_field("kind"),
        of_field("edition", type_="year"),
        of_field("prize"),
        Column("prize_label", "賞の名前"),
        of_field("recipient.name", column="recipient"),
        of_field("recipient.reading", column="recipient_reading"),
        of_field("recipient.type", column="recipient_type"),
        Column("recipient_type_label", "立場の名前", required=True),
        of_field("recipient.post", column="recipient_post"),
        of_field("recipient.prefecture", column="prefecture_code"),
        Column("prefecture", "都道府県の名前", description="prefecture_code の名前。"),
        of_field("recipient.municipality"),
        Column(
            "region",
            "地方",
            description="八地方区分での、prefecture_code の地方。都道府県がわからないときは recorded_region と同じ。",
        ),
        Column("region_label", "地方の名前"),
        of_field("recipient.region", column="recorded_region"),
        of_field("started", type_="year"),
        # `status` is absent as a whole where nothing is known of it
        of_field("status.state", column="status", required=False),
        of_field("status.checked", column="status_checked"),
        of_field("summary"),
        of_field("recorded"),
        of_field("updated"),
    ),
    ("id",),
)
