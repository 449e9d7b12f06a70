"""/about/accessibility/ states what the tests do test, no more and no less."""

import json
import re
from pathlib import Path

from homare.pages.accessibility_page import accessibility_page, criteria_with
from tests.browser.test_axe import AXE_CRITERIA, HOW
from tests.criteria import PUBLISHED

TESTS = Path(__file__).parents[1]
MARK = re.compile(r'@pytest\.mark\.criterion\(\s*"([\d.]+)",\s*"([^"]+)",?\s*\)')


def marked() -> dict[str, set[str]]:
    """What the tests say of themselves: criterion → ways of testing."""
    found: dict[str, set[str]] = {number: {HOW} for number in AXE_CRITERIA}
    for path in TESTS.rglob("test_*.py"):
        for number, how in MARK.findall(path.read_text("utf-8")):
            found.setdefault(number, set()).add(how)
    return found


def test_the_published_results_are_those_of_the_tests() -> None:
    """If this fails, run `pytest --update-accessibility`: it writes the data when every marked test passes."""
    published = json.loads(PUBLISHED.read_text("utf-8"))["criteria"]
    assert {number: set(how) for number, how in published.items()} == marked()


def test_every_marked_criterion_exists_and_applies() -> None:
    known = {one.number: one for one in criteria_with({})}
    assert set(marked()) <= set(known)
    assert {number for number in marked() if known[number].not_applicable} == set()


def test_all_criteria_of_both_levels_are_listed() -> None:
    criteria = criteria_with({})
    assert [one.level for one in criteria].count("A") == 32
    assert [one.level for one in criteria].count("AA") == 24
    assert sum(one.since == "2.0" for one in criteria) == 38, "JIS X 8341-3:2016 has 38 of levels A and AA"


def test_the_page_tells_what_is_not_tested() -> None:
    body = str(accessibility_page().body)
    untested = [
        one for one in criteria_with(json.loads(PUBLISHED.read_text("utf-8"))["criteria"]) if one.result == "未試験"
    ]
    assert body.count("人による確認が要ります") == len(untested)
