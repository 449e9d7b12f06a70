"""The coverage page: edition × prize, what is recorded, what is thin, what is known to be missing."""

from dataclasses import dataclass

from homare.model.case import Case
from homare.model.catalogue import Catalogue
from homare.model.completeness import is_thin
from homare.model.vocabulary import Edition, Prize
from homare.pages.addresses import case_address, relative
from homare.pages.dates import year_markdown
from homare.pages.markdown import Markdown, render
from homare.pages.page import Crumb, Page

ADDRESS = "coverage/"
TITLE = "収録状況"
LEAD = (
    "どの回のどの賞が記録され、どれがまだ見つかっていないかを示します。空欄は、資料が見つかるまで空欄のままにします。"
)


@dataclass(frozen=True)
class Cell:
    """One edition and prize. `state` is recorded, thin or missing, or "" where the prize did not exist yet."""

    edition: Edition
    prize: Prize
    state: str
    cases: tuple[Case, ...]
    missing: int | None

    @property
    def words(self) -> str:
        """The state in words, for a cell without a case."""
        return {"": "賞の新設前", "missing": "未発見"}.get(self.state, "")


def coverage_page(catalogue: Catalogue) -> Page:
    """Return the coverage page of `catalogue`."""
    words = catalogue.vocabulary
    editions = sorted(words.editions.values(), key=lambda edition: -edition.year)
    rows = [
        (edition, [coverage_cell(catalogue, edition, prize) for prize in words.prizes.values()]) for edition in editions
    ]
    body = render(
        "coverage",
        lead=LEAD,
        prizes=list(words.prizes.values()),
        rows=rows,
        total=len(catalogue.cases),
        thin={case.id for case in catalogue.where(is_thin)},
        undated=catalogue.of_edition(None),
        prize_unknown=catalogue.where(lambda case: bool(case.award.edition) and case.award.prize is None),
        year=year_markdown,
        case_link=lambda case_id: Markdown(relative(ADDRESS, case_address(case_id))),
        about_link=Markdown(relative(ADDRESS, "about/#correction")),
        place=catalogue.place_of,
    )
    return Page(ADDRESS, TITLE, LEAD, body, (Crumb(TITLE, ""),))


def coverage_cell(catalogue: Catalogue, edition: Edition, prize: Prize) -> Cell:
    """Return what is known of one prize in one edition."""
    cases = catalogue.where(lambda case: case.award.edition == edition.year and case.award.prize == prize.key)
    announced = edition.winners_announced.get(prize.key)
    missing = max(0, announced - len(cases)) if announced is not None else None
    if cases:
        state = "thin" if all(is_thin(case) for case in cases) else "recorded"
    else:
        state = "" if prize.since and edition.year < prize.since else "missing"
    return Cell(edition, prize, state, cases, missing)
