"""Pages for applicants and members: what the award was, edition by edition, and where else to look."""

from collections.abc import Iterator, Mapping

from homare.model.case_view import GRADES
from homare.model.catalogue import Catalogue
from homare.model.evidence import AwardFacts, CalendarEntry
from homare.pages.addresses import edition_address, relative
from homare.pages.dates import date_markdown, year_markdown
from homare.pages.evidence_page import numbered
from homare.pages.gathered import record_words
from homare.pages.markdown import Markdown, render
from homare.pages.page import Crumb, Page

AWARD, LINKS = "about/award/", "about/links/"
AWARD_TITLE, LINKS_TITLE = "応募を考えている方へ", "支援情報をさがす"
AWARD_LEAD = (
    "イノベーションネットアワード（地域産業支援プログラム表彰事業）の賞の種類、審査の観点、応募のしかた、日程を、"
    "公開資料からまとめました。どれも過去の実績で、これからの約束ではありません。"
)
LINKS_LEAD = (
    "主催者の報告書は、省庁や関係機関の充実したサイトとうまくつながり、要る情報を届けることを求めました。"
    "その入り口を、何が見つかるかとともに並べます。"
)
SUBJECTS = {
    "eligibility": "応募できるのはだれか",
    "nomination": "自薦と他薦",
    "viewpoints": "審査の観点",
    "selection": "選び方",
    "aim": "表彰のねらい",
    "organisers": "主催と後援",
    "publications": "受賞の一覧",
}
STAGES = {"call": "募集の案内", "deadline": "応募の締切", "announced": "発表", "ceremony": "表彰式"}
GROUPS = {"network": "アワードの主催者", "ministries": "省庁", "agencies": "関係機関"}


def award_about_pages(catalogue: Catalogue) -> Iterator[Page]:
    """Yield the page for applicants and the page of links; without their files they say what is not known."""
    about = Crumb("この事例集について", "../")
    award = catalogue.knowledge.evidence.award or AwardFacts(sources={})
    yield Page(AWARD, AWARD_TITLE, AWARD_LEAD, _award_body(catalogue, award), (about, Crumb(AWARD_TITLE, "")))
    links = catalogue.knowledge.evidence.links
    sites = links.sites if links else ()
    groups = [(title, [site for site in sites if site.group == key]) for key, title in GROUPS.items()]
    body = render("links", lead=LINKS_LEAD, links=links, groups=groups, date=date_markdown)
    yield Page(LINKS, LINKS_TITLE, LINKS_LEAD, body, (about, Crumb(LINKS_TITLE, "")))


def _award_body(catalogue: Catalogue, award: AwardFacts) -> Markdown:
    words = catalogue.vocabulary
    return render(
        "award_about",
        lead=AWARD_LEAD,
        award=award,
        prizes=[
            (prize, [entry for entry in award.categories if entry.prize == key], len(catalogue.of_prize(key)))
            for key, prize in words.prizes.items()
        ],
        subjects=SUBJECTS,
        stages=STAGES,
        calendar=_calendar(award),
        applications=[
            (words.editions[entry.edition], entry.sources) for entry in award.rounds if entry.edition in words.editions
        ],
        grades=GRADES,
        date=date_markdown,
        year=year_markdown,
        edition_link=lambda year: Markdown(relative(AWARD, edition_address(year))),
        other_sources=numbered(award.sources),
        **record_words(catalogue, AWARD),
    )


def _calendar(award: AwardFacts) -> list[tuple[int, Mapping[str, CalendarEntry]]]:
    """Each edition with what is known of its stages, newest first."""
    editions = sorted({entry.edition for entry in award.calendar}, reverse=True)
    return [(year, {entry.stage: entry for entry in award.calendar if entry.edition == year}) for year in editions]
