"""A document against the model: values in their plain form only, and messages that say what and how."""

import pytest

from homare.model.case import Figure, Record, Source
from homare.model.validation import validate
from homare.problems import Problem
from homare.records.reader import read_document
from tests.libraries import SMALLEST


def faults(kind: object, text: str) -> list[Problem]:
    document, problems = read_document("a.yaml", text.encode())
    assert document is not None
    assert problems == []
    return validate(document, kind)[1]


def figure(value: str) -> str:
    return f"{{label: 件数, value: {value}, unit: 件, sources: [a]}}"


@pytest.mark.parametrize(("typed", "value"), [("120", 120.0), ("6.7", 6.7), ("-5", -5.0), ("0", 0.0), ("01", 1.0)])
def test_a_number_in_plain_digits_is_a_value(typed: str, value: float) -> None:
    document, _ = read_document("a.yaml", figure(typed).encode())
    assert document is not None
    found, problems = validate(document, Figure)
    assert problems == []
    assert found is not None
    assert found.value == value


@pytest.mark.parametrize(
    "typed",
    ["nan", "inf", "-inf", "1e3", "1_000", '"1,000"', "１２０", "約120", "120件", "0x1f", ".5", "9" * 5000, "yes"],
)
def test_a_number_in_another_form_is_refused_and_never_converted(typed: str) -> None:
    assert [problem.rule for problem in faults(Figure, figure(typed))] == ["wrong-value"]


@pytest.mark.parametrize("typed", ["18", "平成30", "２０１８", "2018.0", "20180", "1800", "9" * 5000, "2_018"])
def test_a_year_has_four_plain_digits(typed: str) -> None:
    assert [problem.rule for problem in faults(Record, SMALLEST + f"started: {typed}\n")] == ["wrong-value"]


def source(address: str) -> str:
    return f'{{title: 題名, publisher: 発行元, accessed: 2026, grade: primary, url: "{address}"}}'


@pytest.mark.parametrize(
    "address", ["https://a.example/?b=c&d=%20#e", "http://日本語.example/道", "https://a.example:8080"]
)
def test_an_address_of_the_web_is_accepted(address: str) -> None:
    assert faults(Source, source(address)) == []


@pytest.mark.parametrize(
    "address",
    [
        "javascript:alert(1)",
        "data:text/html,x",
        "//a.example",
        "ftp://a.example",
        "https://",
        "https:///a",
        "http://[a",
        "https://a.example/ b",
        "https://a.example/<b>",
        "www.a.example",
        " https://a\\nb",
        "https://a.example/\\n.b",
    ],
)
def test_an_address_that_a_browser_would_not_open_as_a_page_is_refused(address: str) -> None:
    assert [problem.rule for problem in faults(Source, source(address))] == ["wrong-value"]


def test_spaces_around_a_text_do_not_count() -> None:
    document, _ = read_document(
        "a.yaml", SMALLEST.replace("\ntitle: ", '\ntitle: "  ').replace("売る\n", '売る　"\n').encode()
    )
    assert document is not None
    record, problems = validate(document, Record)
    assert problems == []
    assert record.title == "織物の町が余り布を売る"


def test_every_fault_of_a_record_comes_in_one_run() -> None:
    text = (
        SMALLEST.replace("\ntitle:", "\ntitel:").replace("kind: programme", "kind: programm").replace("2026-01-15", "x")
    )
    assert sorted(problem.rule for problem in faults(Record, text)) == [
        "missing-field",
        "not-a-choice",
        "unknown-key",
        "wrong-date",
        "wrong-date",
    ]


@pytest.mark.parametrize(
    ("text", "message", "hint"),
    [
        (SMALLEST.replace("\ntitle:", "\ntitel:"), "「titel」という項目はありません。", "「title」ではありませんか。"),
        (SMALLEST + "colour: red\n", "「colour」という項目はありません。", "ここに書けるのは title、"),
        (
            SMALLEST.replace("    grade: primary\n", ""),
            "等級（grade）がありません。",
            "「grade: 」の行を足してください。",
        ),
        (
            SMALLEST.replace("grade: primary", "grade: first"),
            "等級（grade）に「first」は使えません。",
            "primary、secondary、copy",
        ),
        (
            SMALLEST.replace("織物の町が余り布を売る", "布を売る"),
            "題名（title）が短すぎます（4字、6字以上）。",
            "書き足して",
        ),
        (
            SMALLEST.replace("2026-01-15", "令和8年1月15日"),
            "「令和8年1月15日」は日付として読めません。",
            "「2026-01-15」と",
        ),
        (
            SMALLEST + "notes:\n  - 注記: これは文\n",
            "注記（notes）の値が正しい形ではありません。",
            '引用符（""）で囲んで',
        ),
    ],
)
def test_a_message_says_what_is_wrong_and_the_hint_what_to_do(text: str, message: str, hint: str) -> None:
    found = [(problem.message.ja, problem.hint.ja) for problem in faults(Record, text)]
    assert any(message in said and hint in helped for said, helped in found), found
    assert all(problem.message.en and problem.hint.en for problem in faults(Record, text))


def test_the_keys_of_a_source_are_told_apart_from_the_fields_of_a_source() -> None:
    """A source whose key is `title` still says which keys a source may have."""
    text = SMALLEST.replace("  report:", "  title:").replace("[report]", "[title]") + "    note: x\n"
    text = text.replace("recorded: 2026-01-15\n    note: x\n", "    note: x\nrecorded: 2026-01-15\n")
    (problem,) = faults(Record, text)
    assert "title、publisher、url、published、accessed、grade" in problem.hint.ja
