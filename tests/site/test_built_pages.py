"""The built pages by their content and the marks that outside tools rely on."""

import re
from pathlib import Path
from xml.etree import ElementTree

import pytest
from selectolax.lexbor import LexborHTMLParser

from homare.model.catalogue import Catalogue
from homare.model.citation import changed_on
from tests.site.verified import verify


def read(site: Path, address: str) -> LexborHTMLParser:
    return LexborHTMLParser((site / address / "index.html").read_text("utf-8"))


def test_every_link_anchor_and_asset_leads_somewhere(real_site: Path) -> None:
    assert verify(real_site, "/") == []


def test_every_case_has_a_page_with_its_marks(real_site: Path, real_catalogue: Catalogue) -> None:
    for case in real_catalogue.cases:
        page = read(real_site, f"cases/{case.id}")
        article = page.css_first("article[data-case]")
        assert article is not None, case.id
        assert article.attributes["data-case"] == case.id
        assert page.css_first("h1").text(strip=True) == case.title
        cited = {node.attributes["data-source"] for node in page.css("a[data-source]")}
        assert cited == set(case.sources), case.id
        for section in ("challenge", "approach", "results"):
            own = [item for item in getattr(case.statements, section) if not item.is_related]
            assert bool(page.css(f'section[data-section="{section}"]')) >= bool(own), (case.id, section)


def test_every_case_shows_edition_prize_recipient_and_evidence(real_site: Path, real_catalogue: Catalogue) -> None:
    for case in real_catalogue.cases:
        page = read(real_site, f"cases/{case.id}")
        head = page.css_first(".hm-case__head").text()
        assert case.recipient.name in head, case.id
        if case.award.edition:
            assert f"（{case.award.edition}年）" in head, case.id
        prize = real_catalogue.prize_of(case)
        assert (prize.label if prize else "賞の種類は未確認") in head, case.id
        addresses = {node.attributes["href"] for node in page.css(".hm-sources a")}
        for key in case.award.evidence:
            if case.sources[key].url:
                assert case.sources[key].url in addresses, case.id


def test_pages_say_what_they_are(real_site: Path) -> None:
    pages = [path for path in real_site.rglob("*.html") if "pagefind" not in path.parts]
    titles = {}
    for path in pages:
        page = LexborHTMLParser(path.read_text("utf-8"))
        name = path.relative_to(real_site).as_posix()
        assert page.css_first("html").attributes["lang"] == "ja", name
        assert len(page.css("h1")) == 1, name
        titles.setdefault(page.css_first("title").text(), []).append(name)
        if name == "404.html":
            continue
        assert page.css_first("meta[name=description]").attributes["content"], name
        assert page.css_first("link[rel=canonical]").attributes["href"].endswith(name.removesuffix("index.html")), name
        for mark in ("og:title", "og:description", "og:url", "og:site_name"):
            assert page.css_first(f'meta[property="{mark}"]').attributes["content"], (name, mark)
    assert {title: names for title, names in titles.items() if len(names) > 1} == {}


def test_headings_have_explicit_ids(real_site: Path) -> None:
    for path in (real_site / "cases").glob("*/index.html"):
        for heading in LexborHTMLParser(path.read_text("utf-8")).css("article h2, article h3"):
            assert re.fullmatch(r"[a-z][a-z-]*", heading.attributes.get("id") or ""), path


def test_the_sitemap_names_every_page(real_site: Path) -> None:
    namespace = {"s": "http://www.sitemaps.org/schemas/sitemap/0.9"}
    listed = {
        node.text.removeprefix("https://homare.example/")
        for node in ElementTree.parse(real_site / "sitemap.xml").getroot().iterfind("s:url/s:loc", namespace)
    }
    pages = {
        path.relative_to(real_site).as_posix().removesuffix("index.html")
        for path in real_site.rglob("index.html")
        if "pagefind" not in path.parts
    }
    assert listed == pages


def test_the_sitemap_tells_the_days_that_are_known_and_no_others(real_site: Path, real_catalogue: Catalogue) -> None:
    namespace = {"s": "http://www.sitemaps.org/schemas/sitemap/0.9"}
    entries = ElementTree.parse(real_site / "sitemap.xml").getroot().iterfind("s:url", namespace)
    days = {entry.findtext("s:loc", "", namespace): entry.findtext("s:lastmod", None, namespace) for entry in entries}
    known = {f"https://homare.example/cases/{case.id}/": str(changed_on(case)) for case in real_catalogue.cases}
    assert {address: day for address, day in days.items() if day} == known


@pytest.mark.parametrize("address", ["themes", "methods", "challenges", "organisations"])
def test_counts_on_index_pages_are_the_number_of_cases(
    real_site: Path, real_catalogue: Catalogue, address: str
) -> None:
    facet = "organisation_types" if address == "organisations" else address
    for link in read(real_site, address).css(".hm-terms a"):
        key = (link.attributes["href"] or "").strip("./").split("/")[-1]
        assert link.css_first(".hm-count").text() == f"{len(real_catalogue.with_term(facet, key))}件", key
        assert len(read(real_site, f"{address}/{key}").css(".hm-cards .hm-card")) == len(
            real_catalogue.with_term(facet, key)
        )


def test_coverage_marks_every_prize_that_existed(real_site: Path, real_catalogue: Catalogue) -> None:
    page = read(real_site, "coverage")
    cells = page.css("td[data-edition][data-prize][data-state]")
    assert {cell.attributes["data-state"] for cell in cells} <= {"recorded", "thin", "missing"}
    shown = sum(len(cell.css("a")) for cell in cells)
    assert shown == sum(1 for case in real_catalogue.cases if case.award.edition)
