"""The evidence page: what winning brought, the members' survey, applications by edition, and the ledger of figures."""

from collections.abc import Mapping

from homare.model.case import Source
from homare.model.case_view import GRADES, STATES
from homare.model.catalogue import Catalogue
from homare.model.evidence import AwardFacts
from homare.model.numbers import number_words
from homare.model.outcomes import first_with_individuals, grade_counts, later_events, rounds, states
from homare.model.spreads import spreads
from homare.pages.addresses import edition_address, relative
from homare.pages.charts import bar
from homare.pages.dates import date_markdown, year_markdown
from homare.pages.gathered import record_words
from homare.pages.markdown import Markdown, render
from homare.pages.page import Crumb, Page

ADDRESS = "evidence/"
TITLE = "受賞がもたらしたものと、現場の数字"
LEAD = (
    "応募しない理由に「受賞した場合のメリットがよく分からない」があります。主催者の報告書とこの事例集の記録から、"
    "分かることと、分からないことを並べました。"
)


def evidence_page(catalogue: Catalogue) -> Page:
    """Return the page; without the files of evidence it shows what the records alone tell."""
    report, award = catalogue.knowledge.evidence.report, catalogue.knowledge.evidence.award
    grades = grade_counts(catalogue)
    rows = rounds(catalogue)
    body = render(
        "evidence",
        lead=LEAD,
        report=report,
        total=len(catalogue.cases),
        states=states(catalogue),
        state_words=STATES,
        later=later_events(catalogue),
        spread=len(spreads(catalogue)),
        rounds=rows,
        personal_since=first_with_individuals(catalogue),
        most=max((row.edition.applications.programmes or 0 for row in rows), default=0),
        sources_of_round=_sources_of_round(award),
        figures=sum(grades.values()),
        grade_counts=grades,
        grades=GRADES,
        bar=bar,
        number=number_words,
        date=date_markdown,
        year=year_markdown,
        edition_link=lambda year: Markdown(relative(ADDRESS, edition_address(year))),
        other_sources=numbered(report.sources) if report else {},
        **record_words(catalogue, ADDRESS),
    )
    return Page(ADDRESS, TITLE, LEAD, body, (Crumb(TITLE, ""),))


def numbered(sources: Mapping[str, Source]) -> dict[str, tuple[int, Source]]:
    """Return the sources of a page with their numbers, from 1."""
    return {key: (number, source) for number, (key, source) in enumerate(sources.items(), start=1)}


def _sources_of_round(award: AwardFacts | None) -> Mapping[int, list[Source]]:
    """Edition → the sources that give its numbers of applications and winners."""
    if award is None:
        return {}
    return {entry.edition: [award.sources[key] for key in entry.sources] for entry in award.rounds}
