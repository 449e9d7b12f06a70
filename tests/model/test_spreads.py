"""What spread where: numbered in display order, found from the receiving prefecture, tied to winners at home there."""

from hypothesis import given
from hypothesis import strategies as st

from homare.model.spreads import SHORTEST_NAME, arrivals, into_prefecture, spreads
from tests.libraries import SMALLEST, catalogue_of

ADAPTATION = """adaptations:
  - to: {to}
    prefecture: "{prefecture}"
    what: 見本帳を送り、木の端材に合わせて作り替えました。
    certainty: documented
    sources: [report]
"""


def with_adaptation(to: str, prefecture: str) -> str:
    return SMALLEST.replace("sources:\n", ADAPTATION.format(to=to, prefecture=prefecture) + "sources:\n", 1)


def test_adaptations_are_numbered_from_one_and_found_by_prefecture() -> None:
    catalogue = catalogue_of(
        {"2020/one.yaml": with_adaptation("見本県みほん町", "47"), "2020/two.yaml": with_adaptation("見本市", "13")}
    )
    found = spreads(catalogue)
    assert [(spread.number, spread.anchor) for spread in found] == [(1, "transfer-1"), (2, "transfer-2")]
    assert [spread.case.id for spread in into_prefecture(found, "47")] == ["2020-one"]


def test_a_winner_that_the_receiving_side_names_is_found_but_never_the_origin_itself() -> None:
    other = SMALLEST.replace("架空市織物振興センター\n  type", "公益財団法人見本産業財団\n  type")
    named = with_adaptation("見本産業財団と架空市織物振興センター", "47")
    (spread,) = spreads(catalogue_of({"2020/named.yaml": named, "2020/other.yaml": other}))
    assert [case.id for case in spread.at_home] == ["2020-other"]


def test_the_receiving_winner_that_a_record_names_counts_before_any_name_in_its_words() -> None:
    other = SMALLEST.replace("架空市織物振興センター\n  type", "公益財団法人見本産業財団\n  type")
    third = SMALLEST.replace("架空市織物振興センター\n  type", "別名の会\n  type")
    named = with_adaptation("見本産業財団の工房", "47").replace("    what:", "    case: 2020-third\n    what:", 1)
    catalogue = catalogue_of({"2020/named.yaml": named, "2020/other.yaml": other, "2020/third.yaml": third})
    (spread,) = spreads(catalogue)
    assert [case.id for case in spread.at_home] == ["2020-third"]
    assert arrivals(spreads(catalogue)) == {"2020-third": (spread,)}


@given(
    st.lists(st.text("東西南北町会", min_size=1, max_size=8), max_size=6, unique=True),
    st.text("東西南北町会", min_size=1),
)
def test_every_winner_is_found_whose_name_stands_in_the_words(names: list[str], to: str) -> None:
    """The list of names is not gone through for each text: this does."""
    files = {
        f"2020/number-{place}.yaml": SMALLEST.replace("架空市織物振興センター\n  type", f"{name}\n  type")
        for place, name in enumerate(names)
    }
    catalogue = catalogue_of({"2020/origin.yaml": with_adaptation(to, "47"), **files})
    (spread,) = spreads(catalogue)
    named = [
        case.id for case in catalogue.cases if len(case.recipient.name) >= SHORTEST_NAME and case.recipient.name in to
    ]
    assert [case.id for case in spread.at_home] == named
