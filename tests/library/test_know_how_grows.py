"""A new record changes every page of know-how with no hand work, and a library without cards and evidence has pages."""

import pytest
from selectolax.lexbor import LexborHTMLParser

from tests.libraries import catalogue_of
from tests.library.know_how import cases_linked, catalogue_of_files, number_in, real_files, trees_of, words

NEW = "2021-yohaku"
RECORD = """
title: 余り布の来歴を聞いて売り先を提案する
kind: programme
award: {edition: 2021, prize: excellence, evidence: [report]}
recipient: {name: 架空市織物振興センター, type: local-agency, prefecture: "01", municipality: 架空市}
started: 2016
status: {state: continuing, checked: 2024-03, sources: [report]}
challenges: [subcontracting]
themes: [manufacturing]
methods: [matching]
summary: >-
  架空市の織物振興センターは、工場に残る余り布を集めて見本帳にまとめ、小さな縫製の店や学校に届けています。専任の担当者が工場を回って布の来歴を聞き取り、使い手の求めに合う布を探して引き合わせます。4年間で120件の取引が生まれ、余り布の半分が製品になりました。
statements:
  approach:
    - {text: 担当者が工場を月に一度回り、余り布の来歴を聞き取ります。, sources: [report]}
  obstacles:
    - {text: 初めの年は工場が布の来歴を話したがりませんでした。, sources: [report]}
history:
  - {date: 2023, text: 隣の市の工場も加入, sources: [report]}
figures:
  - {label: 取引の件数, value: 120, unit: 件, date: 2020, sources: [report]}
adaptations:
  - to: 見本県みほん町
    prefecture: "13"
    what: 木の端材で見本帳をつくりました。
    certainty: reported
    sources: [report]
conditions:
  - {text: 工場を毎月回れる担当者がいること。, basis: [approach]}
sources:
  report: {title: 余り布バンクの四年間, publisher: 架空市, accessed: 2026-01-15, grade: primary}
recorded: 2026-01-15
"""


@pytest.fixture(scope="module")
def grown() -> dict[str, LexborHTMLParser]:
    """The pages of the real library with one more record."""
    return trees_of(catalogue_of_files({**real_files(), "2021/yohaku.yaml": RECORD.encode()}))


def test_a_new_record_stands_on_every_page_of_know_how(grown: dict[str, LexborHTMLParser]) -> None:
    for address in (
        "methods/matching/",
        "challenges/subcontracting/",
        "themes/manufacturing/",
        "transfers/",
        "evidence/figures/",
        "coverage/",
        "timeline/",
        "regions/kanto/tokyo/",
    ):
        body = grown[address].body
        assert body is not None
        assert NEW in cases_linked(body), address


@pytest.mark.parametrize(
    ("address", "place"),
    [
        ("matrix/", "td[data-row=subcontracting][data-column=matching]"),
        ("matrix/", "table[data-matrix=challenges-methods] td[data-sum=all]"),
        ("matrix/", "table[data-matrix=themes-regions] td[data-row=manufacturing][data-column=hokkaido]"),
        ("methods/matching/", "aside dd"),
        ("challenges/subcontracting/", "#method-matching .hm-count"),
        ("transfers/", ".hm-stats b"),
        ("evidence/", "[data-count=status-continuing]"),
        ("evidence/", "[data-count=later]"),
        ("evidence/", "[data-count=figures]"),
        ("coverage/", "tr[data-part=adaptations] td[data-count=own]"),
        ("coverage/", "tr[data-year='2024'] td"),
        ("timeline/", "#manufacturing .hm-count"),
    ],
)
def test_a_new_record_adds_one_to_each_count(
    trees: dict[str, LexborHTMLParser], grown: dict[str, LexborHTMLParser], address: str, place: str
) -> None:
    assert number_in(grown[address].css_first(place)) == number_in(trees[address].css_first(place)) + 1


def test_a_new_record_is_told_by_its_title_where_the_card_does_not_know_it(
    grown: dict[str, LexborHTMLParser],
) -> None:
    rows = grown["methods/matching/"].css("table.hm-variants tbody tr")
    (row,) = [row for row in rows if NEW in cases_linked(row)]
    assert "余り布の来歴を聞いて売り先を提案する" in words(row)
    assert "120件" in words(row)


def test_a_library_without_cards_and_evidence_has_all_pages() -> None:
    trees = trees_of(catalogue_of({"2020/yohaku.yaml": RECORD.replace("2021", "2020")}))
    assert "まだまとめていません" in words(trees["methods/matching/"].body)
    assert number_in(trees["evidence/"].css_first("[data-count=spread]")) == 1
    assert "未確認" in words(trees["about/award/"].body) or "見つかっていません" in words(trees["about/award/"].body)
    for address in ("transfers/", "about/links/", "timeline/", "matrix/", "coverage/"):
        assert words(trees[address].css_first("h1")), address
