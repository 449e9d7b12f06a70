"""The home page: one question, six ways in, three figures, the map, the newest winners."""

from homare.model.catalogue import Catalogue
from homare.model.completeness import sourced_count
from homare.pages.addresses import FACET_FOLDERS, case_address, edition_address, relative
from homare.pages.cards import cards
from homare.pages.dates import year_words
from homare.pages.markdown import Markdown, render
from homare.pages.page import Page
from homare.pages.tile_map import tile_map

TITLE = "地域イノベーション事例集"
DESCRIPTION = (
    "イノベーションネットアワードを受けた地域産業支援の取組を、課題・手法・地域からさがせる事例集です。"
    "しくみ、体制、資金、成果を出典つきで示します。"
)
POPULAR = ("産学官連携", "販路開拓", "人材育成", "信用金庫", "商店街")
"""Words that readers of such libraries type first; each is checked by a test to find something."""
KNOW_HOW = (
    ("手法カード", "methods/", "どんな困りごとに応え、どう進め、何が要るか。自分の地域に問うことまで、手法ごとに。"),
    ("早見表", "matrix/", "課題と手法、テーマと地方の組み合わせ。まだ事例のないところも見えます。"),
    ("横展開", "transfers/", "どの取組が、どこへ、どう広がり、何が変わったか。"),
    ("受賞がもたらしたもの", "evidence/", "主催者の報告書と記録から。会員の声、人とお金、すべての数字の台帳も。"),
    ("年表", "timeline/", "いつ始まり、何年目に受賞したか。"),
    ("応募を考えている方へ", "about/award/", "賞の種類、審査の観点、日程、応募の数。"),
)
"""What is known beyond single cases: label, address and what a reader finds there."""

STUDY = (
    (
        "自分の地域からさがす",
        "similar/",
        "都道府県、立場、困りごと、手元にあるものから、近い事例を理由つきで並べます。",
    ),
    (
        "そのまま使えるキット",
        "sessions/",
        "主題ごとに、進行、事例の要点、比較表、問い、ワークシートをそろえました。PDFとWordもあります。",
    ),
    ("キットをつくる", "sessions/builder/", "事例と時間と人数を決めると、研究会の資料がひとそろいできます。"),
    ("事例を比べる", "compare/", "2〜4件を同じ項目で横に並べます。"),
)
"""What the library offers to those who take it home or run a study session: label, address, one sentence."""

MOST_NEWEST = 24
"""Winners of the newest edition on the home page; the page of that edition has all."""


def home_page(catalogue: Catalogue) -> Page:
    """Return the home page."""
    newest = max((case.award.edition or 0 for case in catalogue.cases), default=0)
    editions = [case.award.edition for case in catalogue.cases if case.award.edition]
    prefectures = {case.recipient.prefecture for case in catalogue.cases if case.recipient.prefecture}
    winners = catalogue.of_edition(newest or None)
    body = render(
        "home",
        popular=[(word, Markdown(f"find/?q={word}")) for word in POPULAR],
        ways=_ways(catalogue, len(prefectures)),
        knowhow=_linked(KNOW_HOW),
        study=_linked(STUDY),
        total=len(catalogue.cases),
        years=f"{min(editions)}〜{max(editions)}年の回" if editions else "",
        sourced=f"{sourced_count(catalogue):,}",
        prefectures=len(prefectures),
        map=tile_map(catalogue, ""),
        newest_year=year_words(newest) if newest else "",
        newest=winners,
        newest_link=Markdown(relative("", edition_address(newest or None))),
        most_newest=MOST_NEWEST,
        link=lambda target: Markdown(relative("", target)),
        cards=cards(catalogue, winners[:MOST_NEWEST], case_address),
    )
    return Page("", TITLE, DESCRIPTION, body, extra={"home": True})


def _linked(entries: tuple[tuple[str, str, str], ...]) -> list[tuple[str, Markdown, str]]:
    return [(label, Markdown(relative("", target)), text) for label, target, text in entries]


def _ways(catalogue: Catalogue, prefectures: int) -> list[tuple[str, Markdown, str]]:
    words = catalogue.vocabulary
    counts = catalogue.term_counts

    def examples(facet: str, counted_as: str | None = None) -> str:
        terms = getattr(words, facet)
        frequent = sorted(terms.values(), key=lambda term: -counts[counted_as or facet, term.key])[:3]
        return "、".join(term.label for term in frequent) + " など"

    def way(label: str, folder: str, text: str) -> tuple[str, Markdown, str]:
        return label, Markdown(relative("", f"{folder}/")), text

    return [
        way("課題から", FACET_FOLDERS["challenges"], examples("challenges")),
        way("手法から", FACET_FOLDERS["methods"], examples("methods")),
        way("テーマから", FACET_FOLDERS["themes"], examples("themes")),
        way("地域から", "regions", f"{len(words.regions)}つの地方、{prefectures}の都道府県の事例"),
        way("立場から", FACET_FOLDERS["organisation_types"], examples("organisation_types", "type")),
        way("受賞年から", "awards", f"{len(words.editions)}回の表彰と、それぞれの受賞事例"),
    ]
