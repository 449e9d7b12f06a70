"""The coverage page: what is recorded, what is thin, what is missing, how complete and how fresh each record is."""

from collections import Counter
from collections.abc import Collection, Mapping
from dataclasses import dataclass

from homare.model.case import Case
from homare.model.case_facts import PARTS, CaseFacts
from homare.model.catalogue import Catalogue
from homare.model.completeness import checked_years
from homare.model.vocabulary import Edition, Prize
from homare.pages.addresses import edition_address, relative
from homare.pages.charts import bar
from homare.pages.dates import date_markdown, year_markdown
from homare.pages.gathered import record_words
from homare.pages.markdown import Markdown, render
from homare.pages.page import Crumb, Page

ADDRESS = "coverage/"
TITLE = "収録状況"
LEAD = (
    "どの回のどの賞が記録され、どれがまだ見つかっていないかを示します。空欄は、資料が見つかるまで空欄のままにします。"
)
MOST_ROWS = 100
"""Records in the table of completeness, emptiest first: more make the page slow, and nobody reads them."""


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


@dataclass(frozen=True)
class Completeness:
    """One record: which parts are filled, and when a source last showed its state."""

    case: Case
    parts: Mapping[str, str]

    @property
    def empty(self) -> int:
        """How many parts hold nothing about the awarded programme."""
        return sum(state != "own" for state in self.parts.values())


def coverage_page(catalogue: Catalogue) -> Page:
    """Return the coverage page of `catalogue`."""
    words = catalogue.vocabulary
    editions = sorted(words.editions.values(), key=lambda edition: -edition.year)
    rows = [
        (edition, [coverage_cell(catalogue, edition, prize) for prize in words.prizes.values()]) for edition in editions
    ]
    facts = catalogue.facts
    emptiest = sorted(catalogue.cases, key=lambda case: facts[case.id].parts.count("own"))[:MOST_ROWS]
    body = render(
        "coverage",
        lead=LEAD,
        prizes=list(words.prizes.values()),
        rows=rows,
        unfound={edition.year: unfound_words(*unfound(catalogue, edition)) for edition in editions},
        total=len(catalogue.cases),
        thin={case_id for case_id, known in facts.items() if known.is_thin},
        undated=catalogue.of_edition(None),
        parts=PARTS,
        filled_count=_filled_count(facts.values()),
        records=[Completeness(case, facts[case.id].filled) for case in emptiest],
        years=checked_years(catalogue),
        unchecked=[case for case in catalogue.cases if not (case.status and case.status.checked)],
        bar=bar,
        year=year_markdown,
        date=date_markdown,
        edition_link=lambda year: Markdown(relative(ADDRESS, edition_address(year))),
        **record_words(catalogue, ADDRESS)
        | {
            "contact_link": Markdown(relative(ADDRESS, "about/contact/")),
            "guide_link": Markdown(relative(ADDRESS, "guide/")),
        },
    )
    return Page(ADDRESS, TITLE, LEAD, body, (Crumb(TITLE, ""),))


def coverage_cell(catalogue: Catalogue, edition: Edition, prize: Prize) -> Cell:
    """Return what is known of one prize in one edition."""
    cases = tuple(case for case in catalogue.of_edition(edition.year) if case.award.prize == prize.key)
    announced = edition.winners_announced.get(prize.key)
    missing = max(0, announced - len(cases)) if announced is not None else None
    if cases:
        state = "thin" if all(catalogue.facts[case.id].is_thin for case in cases) else "recorded"
    else:
        state = "" if prize.since and edition.year < prize.since else "missing"
    return Cell(edition, prize, state, cases, missing)


def unfound(catalogue: Catalogue, edition: Edition) -> tuple[int | None, int | None]:
    """Return how many programmes and individuals won without being found; None where no source gives the number."""
    kinds: Counter[str] = Counter(case.kind for case in catalogue.of_edition(edition.year))

    def gap(awarded: int | None, kind: str) -> int | None:
        return None if awarded is None else max(0, awarded - kinds[kind])

    return gap(edition.awarded.programmes, "programme"), gap(edition.awarded.individuals, "person")


def unfound_words(programmes: int | None, individuals: int | None) -> list[str]:
    """Return the two numbers in words, a line each: 「4団体」「個人1人」."""
    if programmes is None and individuals is None:
        return ["受賞の数が未確認"]
    words = ["団体は未確認"] if programmes is None else [f"{programmes}団体"] if programmes else []
    return [*words, *([f"個人{individuals}人"] if individuals else [])] or ["なし"]


def _filled_count(facts: Collection[CaseFacts]) -> Mapping[str, Counter[str]]:
    """Part → how many records hold something of their own there, something related, or nothing."""
    return {part: Counter([known.parts[place] for known in facts]) for place, part in enumerate(PARTS)}
