"""What a reader may have at hand, and the methods that make use of it."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Means:
    """Something at hand: a key for addresses, what people call it, and the keys of the methods that build on it."""

    key: str
    label: str
    methods: tuple[str, ...]


MEANS = (
    Means("visitors", "企業を訪ねて回れる職員や元技術者", ("dedicated-coordinators", "matching")),
    Means("instruments", "試験や加工の設備、技術の分かる人", ("open-facilities", "wide-area-alliance")),
    Means("researchers", "組める大学・高専・研究機関", ("research-hub", "needs-forum", "ip-and-licensing")),
    Means("rooms", "空いた建物、貸せる部屋、人通りのある場所", ("incubation", "open-factory")),
    Means("teachers", "教えられる人、学びの場", ("schools",)),
    Means("money", "基金、補助、融資や保証の枠", ("funds-and-guarantees", "appraisal")),
    Means("produce", "地域の素材、名産、使われていない資源", ("product-development", "branding")),
    Means("trades", "同じ分野や続きの工程の会社の集まり", ("joint-orders", "exhibitions", "open-factory")),
    Means("data", "集まるデータ、協力してくれる住民", ("data-and-evidence", "local-digital-infrastructure")),
)
"""Every method of the vocabulary stands with at least one: a test keeps it so."""
