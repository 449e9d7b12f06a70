"""The pages of the study group: what a kit's page holds without a script, and what a meeting's page leaves open."""

import re
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import pytest
from selectolax.lexbor import LexborHTMLParser

from homare.model.catalogue import Catalogue
from homare.model.kit_view import KitView
from homare.model.sheet import ROWS, CaseSheet
from homare.pages.session_pages import session_pages
from homare.site.fast_markdown import html_of

PARTS = ("agenda", "brief", "comparison", "questions", "worksheet", "sources")


@pytest.fixture(scope="module")
def pages(real_catalogue: Catalogue) -> dict[str, LexborHTMLParser]:
    return {page.address: LexborHTMLParser(html_of(page.body)) for page in session_pages(real_catalogue)}


def texts(tree: LexborHTMLParser, selector: str) -> list[str]:
    return [re.sub(r"\s+", "", node.text()) for node in tree.css(selector)]


def test_the_index_leads_to_every_session(pages: dict[str, LexborHTMLParser], real_catalogue: Catalogue) -> None:
    links = {node.attributes["href"] for node in pages["sessions/"].css("a[href]")}
    assert {f"{session.id}/" for session in real_catalogue.sessions} | {"builder/", "guide/"} <= links


def test_a_kit_is_whole_without_a_script(pages: dict[str, LexborHTMLParser], real_catalogue: Catalogue) -> None:
    for kit in real_catalogue.kits:
        page = pages[f"sessions/{kit.id}/"]
        assert page.css_first("[data-kit]").attributes["data-kit"] == kit.id
        assert [part for part in PARTS if not page.css(f"[data-part={part}]")] == []
        assert [node.attributes["data-case"] for node in page.css("[data-part=brief]")] == [*kit.cases]
        minutes = [int(node.attributes["data-minutes"] or 0) for node in page.css("[data-part=agenda] tbody tr")]
        assert minutes == [item.minutes for item in kit.agenda]
        assert texts(page, "[data-part=questions] li p:first-child") == [question.text for question in kit.questions]
        assert {node.attributes["href"] for node in page.css(".hm-kit__actions a[download]")} == {"kit.pdf", "kit.docx"}


def test_the_comparison_of_a_kit_says_where_nothing_is_recorded(
    pages: dict[str, LexborHTMLParser], real_catalogue: Catalogue
) -> None:
    for kit in real_catalogue.kits:
        view = KitView(real_catalogue, kit)
        rows = pages[f"sessions/{kit.id}/"].css("table[data-compare] tr[data-row]")
        assert [row.attributes["data-row"] for row in rows] == [
            name for name in ROWS if any(sheet.rows[name] for sheet in view.sheets)
        ]
        for row in rows:
            for cell, sheet in zip(row.css("td"), view.sheets, strict=True):
                lines = sheet.rows[row.attributes["data-row"] or ""]
                assert ("記録なし" in cell.text()) == (not lines)


def test_the_link_to_the_builder_carries_the_kit(pages: dict[str, LexborHTMLParser], real_catalogue: Catalogue) -> None:
    for kit in real_catalogue.kits:
        link = pages[f"sessions/{kit.id}/"].css_first(".hm-kit__actions a[href*=builder]").attributes["href"] or ""
        query = parse_qs(urlsplit(link).query)
        assert query == {
            "case": [*kit.cases],
            "minutes": [str(kit.minutes)],
            "people": [str(kit.people)],
            "theme": [kit.theme],
            "kit": [kit.id],
        }


def test_source_marks_of_a_kit_lead_to_the_case_page(
    pages: dict[str, LexborHTMLParser], real_catalogue: Catalogue
) -> None:
    page = pages["sessions/local-finance/"]
    sheet = CaseSheet(real_catalogue, real_catalogue.by_id["2020-jonan-yoi-shigoto"])
    keys = {f"../../cases/{sheet.case.id}/#source-{source.key}": source.number for source in sheet.sources}
    marks = page.css(f"[data-part=brief][data-case='{sheet.case.id}'] a.hm-cite")
    assert marks
    assert all(keys[mark.attributes["href"] or ""] == int(mark.text()) for mark in marks)


def test_a_meeting_says_what_is_not_known(pages: dict[str, LexborHTMLParser]) -> None:
    page = pages["sessions/kanazawa/"]
    facts = dict(zip(texts(page, ".hm-facts dt"), texts(page, ".hm-facts dd"), strict=True))
    assert facts["開催日"] == facts["主題"] == facts["講演"] == "未確認"
    assert facts["開催地"] == "金沢（石川県）"


def test_the_files_of_a_kit_stand_beside_its_page(real_site: Path, real_catalogue: Catalogue) -> None:
    for kit in real_catalogue.kits:
        folder = real_site / "sessions" / kit.id
        assert (folder / "kit.pdf").read_bytes().startswith(b"%PDF-")
        assert (folder / "kit.docx").read_bytes().startswith(b"PK")
