"""The real sessions: what is known of the meetings and no more, and kits whose questions hold against the records."""

import re

from homare.model.case import Case
from homare.model.catalogue import Catalogue
from homare.model.sheet import CaseSheet
from tests.libraries import ROOT

QUOTED = re.compile(r"「([^」]+)」")
NUMBER = re.compile(r"\d[\d,]*")
OUR_WORDS = {"顔が利く人", "技術が分かる人", "もと", "不明", "なし"}
"""Words in 「」 that are ours and not a record's."""
FEW = 3
"""Records that may share a word that still points to one of them."""


def test_the_four_meetings_are_recorded_with_their_places_and_nothing_invented(real_catalogue: Catalogue) -> None:
    meetings = {meeting.place: meeting for meeting in real_catalogue.held_sessions}
    assert set(meetings) == {"金沢", "仙台", "新潟", "広島"}
    for meeting in meetings.values():
        assert (meeting.date, meeting.theme, meeting.lectures, meeting.cases, meeting.outcome) == (
            None,
            None,
            (),
            (),
            (),
        )
        assert [*meeting.sources] == ["wg"]


def test_there_are_six_kits_of_three_or_four_cases(real_catalogue: Catalogue) -> None:
    assert len(real_catalogue.kits) >= 6
    for kit in real_catalogue.kits:
        assert 3 <= len(kit.cases) <= 4
        assert sum(item.minutes for item in kit.agenda) == kit.minutes
        assert len({question.text for question in kit.questions}) == len(kit.questions)


def test_every_number_in_a_question_stands_in_the_records_of_its_cases(real_catalogue: Catalogue) -> None:
    for kit in real_catalogue.kits:
        for question in kit.questions:
            said = "".join(everything(real_catalogue.by_id[case_id]) for case_id in question.cases)
            numbers = {found.replace(",", "") for found in NUMBER.findall(question.text)}
            stated = {found.replace(",", "") for found in NUMBER.findall(said)}
            asked = {number for number in numbers if int(number) >= 12}
            assert asked <= stated, (kit.id, question.text, asked - stated)


def test_every_word_quoted_in_a_question_stands_in_the_records_of_its_cases(real_catalogue: Catalogue) -> None:
    for kit in real_catalogue.kits:
        for question in kit.questions:
            said = "".join(everything(real_catalogue.by_id[case_id]) for case_id in question.cases)
            quoted = {word for word in QUOTED.findall(question.text) if word not in OUR_WORDS}
            assert [word for word in quoted if word not in said] == [], (kit.id, question.text)


def test_every_question_names_something_of_each_of_its_cases(real_catalogue: Catalogue) -> None:
    """The recipient, its place, a word of its title, or a word that hardly another record has."""
    texts = {case.id: everything(case) for case in real_catalogue.cases}
    for kit in real_catalogue.kits:
        for question in kit.questions:
            for case_id in question.cases:
                assert own_words(question.text, case_id, real_catalogue, texts), (kit.id, case_id, question.text)


def test_the_example_of_the_guide_passes_the_checks() -> None:
    from homare.model.library import check_sessions  # noqa: PLC0415
    from homare.records.disk import Folder, read_folder  # noqa: PLC0415

    guide = (ROOT / "docs/sessions/guide/index.md").read_text("utf-8")
    example = "\n".join(line[4:] for line in guide.splitlines() if line.startswith("    "))
    folder = Folder("sessions", {"matsumoto-2027.yaml": example.encode()})
    assert check_sessions("cases", read_folder(ROOT / "cases"), folder) == []


def test_the_plans_of_the_guide_add_up() -> None:
    guide = (ROOT / "docs/sessions/guide/index.md").read_text("utf-8")
    for minutes in (60, 90, 120, 180):
        plan = guide.split(f"{{: #minutes-{minutes} }}")[1].split("\n## ")[0]
        assert sum(int(found) for found in re.findall(r"^\| (\d+) \|", plan, re.MULTILINE)) == minutes


def everything(case: Case) -> str:
    return re.sub(r"(?<=\d)\.0(?!\d)", "", case.model_dump_json())


def own_words(text: str, case_id: str, catalogue: Catalogue, texts: dict[str, str]) -> bool:
    sheet = CaseSheet(catalogue, catalogue.by_id[case_id])
    if any(name in text for name in {sheet.name, sheet.place[:2], sheet.name[:2]} - {""}):
        return True
    names = "".join((sheet.case.title, sheet.programme, sheet.case.recipient.name))
    pieces = re.findall(r"[ァ-ヺー]{3,}|[A-Za-z]{3,}|[一-龠々]{2,}", text)
    return any(
        piece in names or (piece in texts[case_id] and sum(piece in other for other in texts.values()) <= FEW)
        for piece in pieces
    )
