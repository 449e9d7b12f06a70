"""The mail magazine: what it holds, and lines that every mail program shows as they are."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from homare.exports.dataset import Dataset
from homare.exports.digest import MOST_CASES, changes_since, digest_text
from homare.exports.mail_text import NOT_FIRST, NOT_LAST, WIDEST, width, wrapped
from homare.model.site_words import DEFAULT_SITE
from tests.libraries import SMALLEST, catalogue_of

FIRST = date(2012, 1, 1)


def made(files: dict[str, str]) -> Dataset:
    return Dataset(catalogue_of(files), DEFAULT_SITE)


def test_new_and_corrected_cases_are_told_apart_by_the_day() -> None:
    dataset = made(
        {
            "2020/new.yaml": SMALLEST.replace("recorded: 2026-01-15", "recorded: 2026-02-01"),
            "2020/corrected.yaml": SMALLEST + "updated: 2026-02-03\n",
            "2020/both.yaml": SMALLEST.replace("recorded: 2026-01-15", "recorded: 2026-02-01\nupdated: 2026-02-03"),
            "2020/month.yaml": SMALLEST.replace("recorded: 2026-01-15", "recorded: 2026-02"),
        }
    )
    changes = changes_since(dataset, date(2026, 2, 1))
    assert {case.id for case in changes.added} == {"2020-new", "2020-both", "2020-month"}
    assert {case.id for case in changes.corrected} == {"2020-corrected"}
    assert changes_since(dataset, date(2026, 3, 1)).is_empty
    in_the_month = changes_since(dataset, date(2026, 2, 10)).added
    assert [case.id for case in in_the_month] == ["2020-month"], "it may have been any of its days"


def test_the_newest_come_first_so_that_a_long_mail_leaves_out_older_ones() -> None:
    days = {"2020/one.yaml": "2026-02-01", "2020/two.yaml": "2026-02-03", "2020/three.yaml": "2026-02-02"}
    new = made({path: SMALLEST.replace("2026-01-15", day) for path, day in days.items()})
    assert [case.id for case in changes_since(new, date(2026, 2, 1)).added] == ["2020-two", "2020-three", "2020-one"]
    corrected = made({path: f"{SMALLEST}updated: {day}\n" for path, day in days.items()})
    found = changes_since(corrected, date(2026, 2, 1)).corrected
    assert [case.id for case in found] == ["2020-two", "2020-three", "2020-one"]


def test_every_line_is_short_and_every_address_alone(dataset: Dataset) -> None:
    text = digest_text(dataset, FIRST, date(2026, 11, 23))
    assert text.encode().decode() == text
    assert "\r" not in text
    for line in text.splitlines():
        if "http" in line:
            assert line.startswith(dataset.site), line
            assert " " not in line
        else:
            assert width(line) <= WIDEST, line
            assert len(line) <= 1 or line[0] not in NOT_FIRST, line
            assert line[-1:] not in NOT_LAST or not line, line
        assert len(set(line)) > 1 or len(line) <= 20, "a ruled line"


def test_it_holds_all_that_is_new(dataset: Dataset) -> None:
    text = digest_text(dataset, FIRST, date(2026, 11, 23)).replace("\n", "")
    for item in dataset.catalogue.news:
        assert item.item.title in text
    cases = dataset.catalogue.cases
    assert f"新しい事例（{len(cases)}件）" in text
    assert sum(f"{dataset.site}cases/{case.id}/" in text for case in cases) == MOST_CASES
    for session in dataset.catalogue.sessions:
        assert f"{dataset.site}sessions/{session.id}/" in text


def test_what_is_older_is_left_out(dataset: Dataset) -> None:
    assert changes_since(dataset, date(2099, 1, 1)).is_empty
    assert "■ 新しい事例" not in digest_text(dataset, date(2099, 1, 1), date(2099, 1, 2))


@pytest.mark.parametrize(
    ("text", "columns"), [("布", 2), ("a", 1), ("ｱ", 1), ("…", 2), ("が", 2), ("か\u3099", 2), ("辻\U000e0100", 2)]
)
def test_the_width_of_a_character(text: str, columns: int) -> None:
    assert width(text) == columns


def test_a_mark_never_opens_a_line_and_a_bracket_never_ends_one() -> None:
    assert list(wrapped("あ" * 35 + "。")) == ["あ" * 34, "あ。"]
    assert list(wrapped("あ" * 34 + "（い）")) == ["あ" * 34, "（い）"]
    assert list(wrapped("あ" * 34 + "Abc def")) == ["あ" * 34, "Abc def"]
    assert list(wrapped("あ" * 36, "● ", "   ")) == ["● " + "あ" * 33, "   あああ"]


def test_a_word_longer_than_a_line_is_cut_and_an_address_is_not() -> None:
    assert [width(line) for line in wrapped("x" * 150)] == [70, 70, 10]
    assert list(wrapped("https://kakuu.example/" + "x" * 100)) == ["https://kakuu.example/" + "x" * 100]


@given(st.text(st.sampled_from("あ漢。、（）「」ーaB1 .-ｱ々っ…"), max_size=200))
def test_wrapping_loses_nothing_and_keeps_the_width(text: str) -> None:
    lines = list(wrapped(text))
    assert "".join("".join(lines).split()) == "".join(text.split())
    assert all(width(line) <= WIDEST for line in lines)
