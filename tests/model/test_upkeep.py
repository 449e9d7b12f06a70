"""What needs care: gaps, thin records, states not looked at, drifting terms."""

from datetime import date

from homare.model.upkeep import upkeep
from tests.libraries import EXAMPLES, SMALLEST, catalogue_of

TODAY = date(2026, 11, 23)
COMPLETE = (EXAMPLES / "accepted" / "complete.yaml").read_text("utf-8")


def with_status(text: str) -> str:
    return SMALLEST.replace("sources:\n", f"status: {{{text}, sources: [report]}}\nsources:\n", 1)


def test_the_emptiest_record_comes_first_and_a_full_one_not_at_all() -> None:
    found = upkeep(catalogue_of({"2020/complete.yaml": COMPLETE}), TODAY)
    assert found.cases == 2
    assert found.gaps[0].case.id == "2020-smallest"
    assert "approach" in found.gaps[0].empty
    assert [case.id for case in found.thin] == ["2020-smallest"]


def test_a_state_is_stale_after_three_years_and_an_ended_one_never() -> None:
    files = {
        "2020/fresh.yaml": with_status("state: continuing, checked: 2024"),
        "2020/stale.yaml": with_status("state: continuing, checked: 2022-12"),
        "2020/year.yaml": with_status("state: continuing, checked: 2022年度"),
        "2020/ended.yaml": with_status("state: ended, checked: 2015"),
    }
    found = upkeep(catalogue_of(files), TODAY)
    assert [(entry.case.id, entry.checked) for entry in found.stale] == [
        ("2020-smallest", None),
        ("2020-stale", "2022-12"),
        ("2020-year", "2022年度"),
    ]


TERM = "- {{key: {key}, label: {label}, reading: ぬの, description: 見本のための、架空の見出しです。{more}}}\n"


def drift(themes: str, *tagged: str) -> list[tuple[str, tuple[str, ...]]]:
    files = {f"2020/a-{number}.yaml": SMALLEST + f"themes: [{keys}]\n" for number, keys in enumerate(tagged)}
    found = upkeep(catalogue_of({"vocabulary/themes.yaml": themes, **files}), TODAY).drift
    return [(entry.kind, entry.keys) for entry in found if entry.facet == "themes"]


def test_terms_without_a_case_and_on_most_cases() -> None:
    themes = TERM.format(key="cloth", label="織物", more="") + TERM.format(key="paper", label="手漉き和紙", more="")
    assert drift(themes, "cloth", "cloth") == [("broad", ("cloth",)), ("unused", ("paper",))]


def test_a_broader_term_needs_no_case_of_its_own() -> None:
    themes = TERM.format(key="craft", label="工芸", more="") + TERM.format(
        key="cloth", label="織物", more=", broader: craft"
    )
    assert [kind for kind, keys in drift(themes, "cloth") if keys == ("craft",)] == []


def test_terms_that_share_a_name_a_likeness_or_their_cases() -> None:
    two = TERM.format(key="cloth", label="織物", more=", alt: [布]") + TERM.format(key="fabric", label="布", more="")
    assert ("same-name", ("cloth", "fabric")) in drift(two)
    two = TERM.format(key="cloth", label="織物の産業", more="") + TERM.format(key="mills", label="織物の企業", more="")
    assert ("like-label", ("cloth", "mills")) in drift(two)
    two = TERM.format(key="cloth", label="織物", more="") + TERM.format(key="paper", label="手漉き和紙", more="")
    assert ("like-cases", ("cloth", "paper")) in drift(two, *["cloth, paper"] * 3)
    assert ("like-cases", ("cloth", "paper")) not in drift(two, *["cloth, paper"] * 2)
