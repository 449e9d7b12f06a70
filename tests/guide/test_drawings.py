"""What the guide draws of other people's screens says what those screens say: it is taken from what makes them."""

import json
import re
from typing import Any

import yaml
from selectolax.lexbor import LexborHTMLParser

from tests.guide.test_terminal import PAGES
from tests.libraries import ROOT

PAGE = {page.parent.name: page.read_text("utf-8") for page in PAGES}


def field(*names: str) -> dict[str, Any]:
    place: dict[str, Any] = json.loads((ROOT / "cases/schema.json").read_text("utf-8"))
    for name in names:
        place = next(form for form in (place, *place.get("anyOf", [])) if "properties" in form)["properties"][name]
    return place


def test_the_editor_shows_lines_of_the_example_its_fault_and_the_hint_of_the_schema() -> None:
    (figure,) = LexborHTMLParser(PAGE["vscode"]).css("figure.hm-editor")
    example = re.search(r"<!-- file: \S+ -->\n```yaml\n(.*?)```", PAGE["vscode"], re.DOTALL)
    assert example is not None
    lines = example[1].splitlines()
    start = int(str(figure.css_first("ol").attributes["start"]))  # type: ignore[union-attr]
    shown = [node.text() for node in figure.css("li code")]
    assert shown == lines[start - 1 : start - 1 + len(shown)]
    (wrong,) = figure.css("u")
    reported = re.findall(r":(\d+):(\d+): \[unknown-term\] 「([^」]+)」", PAGE["vscode"])
    assert reported[0][2] == wrong.text()
    assert wrong.text() in shown[int(reported[0][0]) - start]
    hint = figure.css_first(".hm-editor__hint")
    assert hint is not None
    about = field("recipient", "type")
    assert hint.text().strip() == about["title"] + about["description"]


def test_the_form_has_the_fields_that_the_guide_names() -> None:
    form = yaml.safe_load((ROOT / ".github/ISSUE_TEMPLATE/correction.yml").read_text("utf-8"))
    made = [
        (
            block["attributes"]["label"] + ("（必須）" if block.get("validations", {}).get("required") else ""),
            block["attributes"]["description"],
        )
        for block in form["body"]
        if block["type"] != "markdown"
    ]
    table = PAGE["web"].partition('data-form="correction"')[2].partition("</figure>")[0]
    rows = re.findall(r"^\| ([^|-][^|]*) \| ([^|]*) \|$", table, re.MULTILINE)[1:]
    assert rows == made
