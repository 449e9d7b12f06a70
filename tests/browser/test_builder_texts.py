"""What the builder writes: questions that can be asked, an agenda that can be kept, and nothing empty on paper."""

import re
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from homare.model.catalogue import Catalogue
from homare.model.sheet import CaseSheet
from homare.model.sheet_data import sheet_data
from tests.browser.builder_page import THREE, open_kit
from tests.browser.paper import squeezed, texts_of_sheets

PERSON = "2022-okada-motoyuki"
CALL = "async ([module, name, args]) => (await import(module))[name](...args)"


def called(page: Page, site_url: str, module: str, name: str, *args: Any) -> Any:
    """Call a function of one of the builder's modules, without its page."""
    if not page.url.startswith(site_url):
        page.goto(f"{site_url}sessions/guide/")
    return page.evaluate(CALL, [f"{site_url}assets/js/kit/{module}.js", name, args])


def sheets_of(catalogue: Catalogue, *ids: str) -> list[dict[str, Any]]:
    return [sheet_data(CaseSheet(catalogue, catalogue.by_id[case_id])) for case_id in ids]


def steps(page: Page, site_url: str, minutes: int, people: int, **more: Any) -> dict[str, dict[str, Any]]:
    """The steps of an agenda by name; cases that are only counted need no more than what to call them."""
    about = {"minutes": minutes, "people": people, "sheets": [{"called": "金沢大学"}] * 3, "questions": 8} | more
    return {step["name"]: step for step in called(page, site_url, "agenda", "agenda", about)}


def test_money_is_compared_in_whole_sentences_with_its_caveat(
    page: Page, site_url: str, real_catalogue: Catalogue
) -> None:
    sheets = sheets_of(real_catalogue, "2023-azechi-rishou", PERSON)
    questions = called(page, site_url, "questions", "questionsFor", sheets, 6)
    money = next(question["text"] for question in questions if question["basis"] == "資金")
    assert re.fullmatch(
        r"畦地履正氏：「[^「」]+」(（関連する取組）)?　岡田基幸氏：「[^「」]+」(（関連する取組）)?　"
        r"二つのお金の持ち方を比べてください。自分の地域で続けるなら、だれがいくら持ちますか。",
        money,
    )
    assert [
        question["text"] for question in questions if re.search(r"(畦地履正|岡田基幸)(?!氏)", question["text"])
    ] == []


def test_no_method_card_asks_the_same_of_two_cases(page: Page, site_url: str, real_catalogue: Catalogue) -> None:
    """Every card's questions that rest on several cases: kits of these cases are where one could be asked twice."""
    kits = {
        tuple(question.basis) for card in real_catalogue.knowledge.cards.values() for question in card.questions
    } | {("2013-yamanashi-wine", "2018-noto-meister", "2022-shinshu-100nen")}
    shared = sorted(ids for ids in kits if len(ids) > 1)
    assert shared
    for ids in shared:
        asked = called(page, site_url, "questions", "questionsFor", sheets_of(real_catalogue, *ids), 40)
        bodies = [question["text"].split("：", 1)[-1] for question in asked]
        assert len(set(bodies)) == len(bodies), ids


@pytest.mark.parametrize(
    ("minutes", "people", "words"),
    [
        (60, 15, "一人一言で、来月までに"),
        (60, 16, "組ごとに一つ、来月までに"),
        (120, 30, "一人一言で、来月までに"),
        (120, 100, "組ごとに紙に書いて貼り出し、歩いて読みます"),
    ],
)
def test_the_last_step_leaves_time_for_everyone(
    page: Page, site_url: str, minutes: int, people: int, words: str
) -> None:
    assert words in steps(page, site_url, minutes, people)["end"]["how"]


def test_the_talk_is_about_as_many_questions_as_there_is_time_for(page: Page, site_url: str) -> None:
    assert "組ごとに問いを2つ選び、話します" in steps(page, site_url, 60, 20)["talk"]["how"]
    assert "組ごとに問いを3つ選び、話します" in steps(page, site_url, 90, 20)["talk"]["how"]
    assert "全員で、問いを3つ選び、話します" in steps(page, site_url, 90, 4)["talk"]["how"]
    assert "問い1〜3を話します" in steps(page, site_url, 90, 20, questions=3)["talk"]["how"]
    assert "問い1を話します" in steps(page, site_url, 90, 20, questions=1)["talk"]["how"]
    assert "自分たちで用意した問いを話します" in steps(page, site_url, 90, 20, questions=0)["talk"]["how"]


def test_two_hours_have_a_break_and_steps_of_five_minutes(page: Page, site_url: str) -> None:
    for minutes in (105, 110, 115, 120, 125, 130):
        plan = steps(page, site_url, minutes, 20)
        assert plan["break"]["minutes"] == 10
        assert [step["minutes"] for step in plan.values() if step["minutes"] % 5] == []
        assert sum(step["minutes"] for step in plan.values()) == minutes
    assert [step["minutes"] for step in steps(page, site_url, 120, 20).values()] == [5, 10, 25, 10, 10, 30, 20, 10]
    assert [step["minutes"] for step in steps(page, site_url, 180, 20).values()] == [10, 40, 20, 15, 10, 40, 25, 20]


def test_one_case_is_compared_with_nothing(page: Page, site_url: str) -> None:
    plan = steps(page, site_url, 90, 20, sheets=[{"called": "金沢大学"}])
    assert "compare" not in plan
    assert sum(step["minutes"] for step in plan.values()) == 90
    open_kit(page, site_url, THREE[:1])
    assert [text for text in texts_of_sheets(page) if text.startswith("比較表")] == []


def test_a_person_is_asked_to_speak_as_a_person(page: Page, site_url: str, real_catalogue: Catalogue) -> None:
    sheets = sheets_of(real_catalogue, PERSON, THREE[0])
    how = steps(page, site_url, 180, 20, sheets=sheets)["lecture"]["how"]
    assert how.startswith("岡田基幸氏などに講演を頼みます（話30分、質問10分）。")


def test_nothing_empty_is_printed_of_a_thin_record(page: Page, site_url: str, real_catalogue: Catalogue) -> None:
    thin = next(
        case.id
        for case in real_catalogue.cases
        if not (data := sheet_data(CaseSheet(real_catalogue, case)))["prompts"] + data["needs"] and not data["view"]
    )
    open_kit(page, site_url, [thin])
    expect(page.get_by_text("自分で問いを足してください。")).to_be_visible()
    expect(page.locator(".hm-kit__needs")).to_be_hidden()
    first, *others = texts_of_sheets(page)
    assert "自分たちで用意した問いを話します" in first
    assert [text for text in others if "討議の問い" in text or "ここを見る" in text or "ない。代わりに" in text] == []
    page.emulate_media(media="screen")
    own = page.locator("[data-part=questions] [data-edit]").first
    own.fill("うちの町では、だれが続けますか。")
    own.press("Escape")
    assert any(squeezed("討議の問い") in text for text in texts_of_sheets(page))
