"""Case sheets, briefs, worksheets and prompts: what they take from a record, and how much of it."""

import re

from homare.model.brief import BUDGET, LINE_COST, SECTIONS, brief_rows
from homare.model.catalogue import Catalogue
from homare.model.prompts import prompts, quoted
from homare.model.sheet import RELATED, ROWS, CaseSheet, Line
from homare.model.sheet_data import sheet_data
from homare.model.worksheet import first_needs, needs
from tests.libraries import EXAMPLES, catalogue_of

OUTER_MARKS = str.maketrans("『』", "「」")


def sheet_of(name: str) -> CaseSheet:
    catalogue = catalogue_of({f"2020/{name}.yaml": (EXAMPLES / f"accepted/{name}.yaml").read_bytes()})
    return CaseSheet(catalogue, catalogue.by_id[f"2020-{name}"])


def test_a_sheet_has_the_same_rows_for_every_case() -> None:
    assert [*sheet_of("complete").rows] == [*sheet_of("smallest").rows] == [*ROWS]


def test_a_row_without_content_is_empty_and_never_filled_in() -> None:
    rows = sheet_of("smallest").rows
    assert [name for name in ("started", "funding", "obstacles", "adaptations", "status") if rows[name]] == []


def test_the_numbers_of_a_line_are_those_of_the_case_page() -> None:
    sheet = sheet_of("complete")
    for section in ("approach", "funding"):
        for statement, line in zip(getattr(sheet.case.statements, section), sheet.rows[section], strict=True):
            assert line.sources == tuple(sheet.view.number_of[key] for key in statement.sources)


def test_what_is_only_about_the_recipient_says_so(real_catalogue: Catalogue) -> None:
    sheet = CaseSheet(real_catalogue, real_catalogue.by_id["2019-gunma-guarantee"])
    assert {line.note for line in sheet.rows["approach"]} == {"関連する取組"}


def test_every_brief_stays_within_its_budget(real_catalogue: Catalogue) -> None:
    for case in real_catalogue.cases:
        rows = brief_rows(CaseSheet(real_catalogue, case))
        assert sum(len(line.text) + LINE_COST for _, _, lines in rows for line in lines) <= BUDGET, case.id
        assert all(0 < len(lines) <= SECTIONS[name] for name, _, lines in rows), case.id


def test_a_brief_shortens_the_longest_row_and_drops_none(real_catalogue: Catalogue) -> None:
    sheet = CaseSheet(real_catalogue, real_catalogue.by_id["2021-goto-tsubaki"])
    assert {name for name, _, _ in brief_rows(sheet)} == {name for name in SECTIONS if sheet.rows[name]}


def test_a_worksheet_names_more_needs_of_few_cases_than_of_many(real_catalogue: Catalogue) -> None:
    sheets = [CaseSheet(real_catalogue, case) for case in real_catalogue.cases if len(case.conditions) >= 3]
    assert len(needs(sheets[:4])) == 12
    assert len(needs(sheets[:10])) == 10
    assert not any(need.text.endswith("。") for need in needs(sheets))


def test_every_prompt_names_its_case_and_quotes_what_the_library_says(real_catalogue: Catalogue) -> None:
    """A generic question has no place in a kit: each quotes a line of the record, or a method that the case uses."""
    for case in real_catalogue.cases:
        sheet = CaseSheet(real_catalogue, case)
        said = "".join(line.text for lines in sheet.rows.values() for line in lines)
        said += "".join(f"{figure.label}　{figure.value}{figure.unit}" for figure in sheet.key_figures)
        labels = {real_catalogue.vocabulary.methods[key].label for key in case.methods}
        for prompt in prompts(sheet):
            assert prompt.text.startswith(sheet.called), prompt.text
            assert prompt.text.endswith(("。", "か。", "？")), prompt.text
            quoted = re.findall(r"「([^「」]+)」(?=自分|を自分|（関連する取組）自分)", prompt.text)
            if prompt.about == "method":
                assert quoted, prompt.text
                assert quoted[0] in labels, prompt.text
            else:
                assert quoted, prompt.text
                assert quoted[0].translate(OUTER_MARKS).rstrip("。") in said.translate(OUTER_MARKS), prompt.text


def test_a_question_keeps_the_caveat_of_what_it_quotes(real_catalogue: Catalogue) -> None:
    """What the recipient did beside the award must not become the award's by being asked about."""
    rows = {"wall": "obstacles", "money": "funding", "start": "challenge"}
    related = 0
    for case in real_catalogue.cases:
        sheet = CaseSheet(real_catalogue, case)
        for about, row in rows.items():
            asked = [prompt.text for prompt in prompts(sheet) if prompt.about == about]
            for text, line in zip(asked, sheet.rows[row], strict=False):
                assert ("」（関連する取組）自分" in text) == (line.note == RELATED), text
                related += line.note == RELATED
        funding = sheet.rows["funding"]
        money = sheet_data(sheet)["money"]
        assert money.endswith("（関連する取組）") == bool(funding and funding[0].note == RELATED), money
    assert related


def test_a_person_is_called_so_in_a_sentence_and_a_figure_is_not_said_to_be_counted(real_catalogue: Catalogue) -> None:
    person = CaseSheet(real_catalogue, real_catalogue.by_id["2022-okada-motoyuki"])
    assert (person.name, person.called) == ("岡田基幸", "岡田基幸氏")
    assert sheet_data(person)["called"] == "岡田基幸氏"
    assert all(prompt.text.startswith("岡田基幸氏の") or "岡田基幸氏が" in prompt.text for prompt in prompts(person))
    case = next(case for case in real_catalogue.cases if case.kind != "person" and case.figures)
    sheet = CaseSheet(real_catalogue, case)
    assert sheet.called == sheet.name
    asked = next(prompt.text for prompt in prompts(sheet) if prompt.about == "count")
    assert asked.startswith(f"{sheet.name}の数字：「")


def test_marks_within_a_quotation_are_the_inner_ones() -> None:
    assert quoted(Line("「越後雪室屋」の名で売っています。")) == "「『越後雪室屋』の名で売っています。」"


def test_a_sheet_goes_to_the_browser_as_text_alone(real_catalogue: Catalogue) -> None:
    data = sheet_data(CaseSheet(real_catalogue, real_catalogue.by_id["2020-jonan-yoi-shigoto"]))
    assert data["name"] == "城南信用金庫"
    text, numbers, note = data["rows"]["approach"][0]
    assert isinstance(text, str)
    assert all(isinstance(number, int) for number in numbers)
    assert note == ""


def test_each_need_can_be_answered_with_there_or_not(real_catalogue: Catalogue) -> None:
    """A row of the worksheet asks whether this is there: what sources do not say, or what was so, cannot be ticked."""
    for case in real_catalogue.cases:
        for need in first_needs(CaseSheet(real_catalogue, case), 3):
            assert not need.endswith(("資料にありません", "でした", "ました", "です。")), (case.id, need)
