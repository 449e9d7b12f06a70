"""Evidence, coverage, award, timeline: the report's numbers stand in it, all others are counted again."""

import re
from collections import Counter
from pathlib import Path

from selectolax.lexbor import LexborHTMLParser

from homare.model.case import Case
from homare.model.catalogue import Catalogue
from homare.model.evidence import AwardFacts
from tests.library.know_how import number_in, words

EXCERPT = re.sub(r"\s", "", (Path(__file__).parent / "report_excerpt.txt").read_text("utf-8"))
"""The sentences and tables of the working group's report that hold a number which the site repeats."""


def test_every_number_of_the_report_stands_in_the_report_with_its_unit(trees: dict[str, LexborHTMLParser]) -> None:
    shown = trees["evidence/"].css("[data-value]")
    assert len(shown) >= 20
    for node in shown:
        value = (node.attributes["data-value"] or "").replace(",", "")
        if value.endswith("%"):
            assert re.search(rf"[^\d.]{re.escape(value[:-1])}(?![\d.])", EXCERPT), value
        else:
            assert value in EXCERPT, value


def test_the_tables_of_means_say_why_they_do_not_add_up(trees: dict[str, LexborHTMLParser]) -> None:
    page = trees["evidence/"]
    for key in ("staff", "income"):
        rows = page.css(f"#means-{key} td[data-value]")
        total = round(sum(float((row.attributes["data-value"] or "").rstrip("%")) for row in rows), 1)
        note = page.css_first(f'[data-total="{key}"]')
        assert total != 100
        assert float(words(note).rstrip("%")) == total
        assert "合計は100%とはなっていない" in words(note.parent)


def test_what_the_evidence_page_counts_is_counted_from_the_records(
    real_catalogue: Catalogue, trees: dict[str, LexborHTMLParser]
) -> None:
    page, cases = trees["evidence/"], real_catalogue.cases
    figures = [figure for case in cases for figure in case.figures]
    expected = {
        **{
            f"status-{state}": sum(1 for case in cases if (case.status.state if case.status else "unknown") == state)
            for state in ("continuing", "changed", "ended", "unknown")
        },
        "later": sum(1 for case in cases if has_later_event(case, related=False)),
        "later-related": sum(1 for case in cases if has_later_event(case, related=True)),
        "spread": sum(len(case.adaptations) for case in cases),
        "figures": len(figures),
        **{
            f"grade-{grade}": sum(
                1 for case in cases for figure in case.figures if case.sources[figure.sources[0]].grade == grade
            )
            for grade in ("primary", "secondary", "copy")
        },
    }
    assert {node.attributes["data-count"]: number_in(node) for node in page.css("[data-count]")} == expected


def has_later_event(case: Case, *, related: bool) -> bool:
    """True when an event began in a calendar year after the award's (a fiscal year begins in its first).

    It is an own event, unless `related` ones count too.
    """
    return any(
        case.award.edition is not None and int(event.date[:4]) > case.award.edition
        for event in case.history
        if related or event.scope is None
    )


def test_each_edition_shows_its_numbers_and_their_sources(
    real_catalogue: Catalogue, trees: dict[str, LexborHTMLParser]
) -> None:
    award = real_catalogue.knowledge.evidence.award
    assert award is not None
    with_source = {entry.edition for entry in award.rounds}
    for row in trees["evidence/"].css("tr[data-edition]"):
        edition = real_catalogue.vocabulary.editions[int(row.attributes["data-edition"] or "")]
        cells = [words(cell) for cell in row.css("td")]
        assert cells[0] == (f"{edition.applications.programmes}件" if edition.applications.programmes else "未確認")
        assert cells[4] == f"{sum(1 for case in real_catalogue.cases if case.award.edition == edition.year)}件"
        numbers = (*edition.applications.model_dump().values(), *edition.awarded.model_dump().values())
        assert bool(cells[5]) == (edition.year in with_source) == any(numbers), edition.year


def test_the_ledger_holds_every_figure_with_unit_date_source_and_grade(
    real_catalogue: Catalogue, trees: dict[str, LexborHTMLParser]
) -> None:
    rows = [
        row
        for address, tree in trees.items()
        if address.startswith("evidence/figures/")
        for row in tree.css("tbody tr")
    ]
    figures = [(case, figure) for case in real_catalogue.cases for figure in case.figures]
    assert len(rows) == len(figures)
    for row, (case, figure) in zip(rows, figures, strict=True):
        text = words(row)
        number = re.sub(r"[,\s]", "", text)
        assert figure.label in text
        assert figure.unit in text
        assert f"{figure.value:g}" in number or f"{figure.value:.0f}" in number, text
        assert len(row.css("td:last-child a")) == len(figure.sources)
        for key in figure.sources:
            assert case.sources[key].publisher in text
        assert figure.date is None or figure.date[:4] in text


def test_the_parts_of_the_records_are_counted(real_catalogue: Catalogue, trees: dict[str, LexborHTMLParser]) -> None:
    for row in trees["coverage/"].css("tr[data-part]"):
        part = row.attributes["data-part"] or ""
        own = related = 0
        for case in real_catalogue.cases:
            items = getattr(case.statements, part, None)
            items = getattr(case, part) if items is None else items
            is_own = any(getattr(item, "scope", None) is None for item in items)
            own += is_own
            related += bool(items) and not is_own
        counts = {cell.attributes["data-count"]: number_in(cell) for cell in row.css("td[data-count]")}
        assert counts == {"own": own, "related": related, "none": len(real_catalogue.cases) - own - related}, part


def test_every_record_shows_which_parts_are_empty(
    real_catalogue: Catalogue, trees: dict[str, LexborHTMLParser]
) -> None:
    rows = trees["coverage/"].css("tr[data-case]")
    assert {row.attributes["data-case"] for row in rows} == set(real_catalogue.by_id)
    for row in rows:
        case = real_catalogue.by_id[row.attributes["data-case"] or ""]
        marks = {cell.attributes["data-part"]: cell.attributes["data-state"] for cell in row.css("td[data-part]")}
        assert (marks["funding"] == "none") == (not case.statements.funding), case.id
        assert (marks["figures"] == "none") == (not case.figures), case.id
        checked = case.status.checked if case.status else None
        assert words(row.css("td")[-1]) == (checked[:4] if checked else "–"), case.id


def test_freshness_adds_up_to_all_records(real_catalogue: Catalogue, trees: dict[str, LexborHTMLParser]) -> None:
    rows = trees["coverage/"].css("tr[data-year]")
    checked = Counter(
        case.status.checked[:4] if case.status and case.status.checked else "unknown" for case in real_catalogue.cases
    )
    assert {row.attributes["data-year"]: number_in(row.css_first("td")) for row in rows} == checked


def test_what_is_known_to_be_missing_is_awarded_minus_recorded(
    real_catalogue: Catalogue, trees: dict[str, LexborHTMLParser]
) -> None:
    for cell in trees["coverage/"].css("td[data-unfound]"):
        edition = real_catalogue.vocabulary.editions[int(cell.attributes["data-unfound"] or "")]
        kinds = Counter(case.kind for case in real_catalogue.cases if case.award.edition == edition.year)
        if edition.awarded.programmes:
            gap = edition.awarded.programmes - kinds["programme"]
            assert gap >= 0, edition.year
            assert (f"{gap}団体" in words(cell)) == (gap > 0), edition.year
        if edition.awarded.individuals:
            gap = edition.awarded.individuals - kinds["person"]
            assert gap >= 0, edition.year
            assert (f"個人{gap}人" in words(cell)) == (gap > 0), edition.year


def test_the_dates_of_the_award_page_agree_with_the_editions(real_catalogue: Catalogue) -> None:
    for entry in _award(real_catalogue).calendar:
        edition = real_catalogue.vocabulary.editions[entry.edition]
        if entry.stage in ("announced", "ceremony"):
            assert getattr(edition, entry.stage) == entry.date, (entry.edition, entry.stage)


def _award(catalogue: Catalogue) -> AwardFacts:
    award = catalogue.knowledge.evidence.award
    assert award is not None
    return award


def test_every_day_and_number_of_an_edition_has_its_sources_beside_it(
    real_catalogue: Catalogue, trees: dict[str, LexborHTMLParser]
) -> None:
    kept = {f"source-{key}" for key in _award(real_catalogue).sources}
    for year in real_catalogue.vocabulary.editions:
        for fact in trees[f"awards/{year}/"].css("dl.hm-facts dd"):
            anchors = {(link.attributes["href"] or "").partition("#")[2] for link in fact.css("a")}
            assert anchors, (year, words(fact))
            assert anchors <= kept, (year, words(fact))


def test_the_prizes_are_counted(real_catalogue: Catalogue, trees: dict[str, LexborHTMLParser]) -> None:
    prizes = {prize.label: key for key, prize in real_catalogue.vocabulary.prizes.items()}
    rows = trees["about/award/"].css("table.hm-prizes tbody tr")
    assert {words(row.css_first("th")) for row in rows} == set(prizes)
    for row in rows:
        key = prizes[words(row.css_first("th"))]
        expected = sum(1 for case in real_catalogue.cases if case.award.prize == key)
        assert number_in(row.css("td")[-1]) == expected, key


def test_every_fact_of_the_award_has_a_source_with_a_date_of_reading(trees: dict[str, LexborHTMLParser]) -> None:
    page = trees["about/award/"]
    for fact in page.css("ul > li"):
        is_unknown = "見つかって" in words(fact) or "見つからない" in words(fact)
        assert fact.css("a.hm-cite") or is_unknown, words(fact)
    for source in page.css("ol.hm-sources li"):
        assert "閲覧" in words(source)
    assert "約束ではありません" in words(page.body)


def test_the_timeline_shows_every_case_once_at_its_years(
    real_catalogue: Catalogue, trees: dict[str, LexborHTMLParser]
) -> None:
    page = trees["timeline/"]
    rows = page.css("tr[data-case]")
    assert Counter(row.attributes["data-case"] for row in rows) == Counter(list(real_catalogue.by_id))
    place = {}
    for row in rows:
        case = real_catalogue.by_id[row.attributes["data-case"] or ""]
        started, awarded = (words(cell) for cell in row.css("td[data-label]"))
        assert started == str(case.started or "未確認")
        assert awarded == str(case.award.edition or "未確認")
        for mark in row.css("circle"):
            place[case.started] = float((mark.attributes["cx"] or "").rstrip("%"))
    years = sorted(year for year in place if year)
    assert [place[year] for year in years] == sorted(place[year] for year in years)
    counts = [number_in(heading.css_first(".hm-count")) for heading in page.css("h2")]
    assert sum(counts) == len(real_catalogue.cases)
    waits = sorted(
        case.award.edition - case.started for case in real_catalogue.cases if case.started and case.award.edition
    )
    note = words(page.css_first("p.hm-small"))
    assert [int(number) for number in re.findall(r"(\d+)(?:件|年で)", note)] == [
        sum(1 for case in real_catalogue.cases if case.started),
        len(waits),
        waits[len(waits) // 2],
    ]
