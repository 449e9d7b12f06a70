"""Everything that a reader meets keeps the style guide: records, vocabulary, kits, hand-written pages, page words."""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml
from selectolax.lexbor import LexborHTMLParser

from tests.library.style import FORMS, faults, plain_sentences

ROOT = Path(__file__).parents[2]
RECORDS = sorted(path for path in (ROOT / "cases").glob("*/*.yaml") if re.match(r"\d{4}|undated", path.parent.name))
OTHER_YAML = sorted(
    path
    for folder in (ROOT / "cases", ROOT / "sessions")
    for path in folder.rglob("*.yaml")
    if path not in RECORDS and path.name != "synonyms.yaml"  # what readers type, in all its forms
)
NAMES = frozenset({"programme", "name", "post", "partners", "sources", "evidence", "url", "publisher", "alt", "to"})
"""Names and titles of others stand as they are."""
CHARACTER_TABLES = ("kana.js", "tokens.js")
"""Scripts that list the forms of a character in order to treat them alike."""
POLITE_FIELDS = frozenset({"summary", "notes", "lessons", "conditions", "statements"})
QUOTED = ".hm-sources, .hm-source, .hm-programme, .hm-take, code, pre, script, style, [data-quoted]"


def texts(value: Any, trail: tuple[str, ...] = ()) -> Iterator[tuple[tuple[str, ...], str]]:
    if isinstance(value, dict):
        for key, inner in value.items():
            if key not in NAMES:
                yield from texts(inner, (*trail, str(key)))
    elif isinstance(value, list):
        for inner in value:
            yield from texts(inner, trail)
    elif isinstance(value, str):
        yield trail, value


def own_texts(path: Path) -> Iterator[tuple[tuple[str, ...], str]]:
    yield from texts(yaml.safe_load(path.read_text("utf-8")))


@pytest.mark.parametrize("path", RECORDS + OTHER_YAML, ids=lambda path: path.relative_to(ROOT).as_posix())
def test_a_record_keeps_the_style_guide(path: Path) -> None:
    found = [(".".join(trail), fault) for trail, text in own_texts(path) for fault in faults(text)]
    assert found == []


@pytest.mark.parametrize("path", RECORDS, ids=lambda path: path.stem)
def test_a_record_speaks_in_one_voice(path: Path) -> None:
    """です・ます in the summary, the statements, the reading and the notes; the history is in noun phrases."""
    found = [
        (".".join(trail), sentence)
        for trail, text in own_texts(path)
        if trail[0] in POLITE_FIELDS
        for sentence in plain_sentences(text)
    ]
    assert found == []


@pytest.mark.parametrize(
    "path", [*sorted((ROOT / "docs").rglob("*.md")), ROOT / "README.ja.md"], ids=lambda path: path.name
)
def test_a_page_written_by_hand_keeps_the_style_guide(path: Path) -> None:
    text = re.sub(r"```.*?```", "", path.read_text("utf-8"), flags=re.DOTALL)
    lines = [re.sub(r"`[^`]*`|\]\([^)]*\)|\{:?[^}]*\}|^---$", "", line) for line in text.splitlines()]
    assert [fault for line in lines for fault in faults(line.strip("- "))] == []


@pytest.mark.parametrize(
    "path",
    [path for path in sorted((ROOT / "docs" / "assets" / "js").rglob("*.js")) if path.name not in CHARACTER_TABLES],
    ids=lambda path: path.name,
)
def test_what_scripts_say_keeps_the_style_guide(path: Path) -> None:
    code = re.sub(r"/\*[^*]*\*/|(?<!:)//.*", "", path.read_text("utf-8"))
    spoken = re.findall(r"[^\x00-\x7f]{4,}", code)
    assert [fault for text in spoken for fault in faults(text) if not fault.startswith("unmatched")] == []


def test_the_words_of_all_pages_keep_the_style_guide(real_site: Path) -> None:
    """What templates add, read where it stands: block by block on the built pages, and once what many pages say."""
    blocks = {block for path in real_site.rglob("*.html") for block in own_blocks(path.read_text("utf-8"))}
    found = {
        (fault.split("…")[0], own.strip()[:80]) for own in blocks for fault in faults(own) if "unmatched" not in fault
    }
    assert len(blocks) > 5_000
    assert sorted(found) == []


def own_blocks(html: str) -> Iterator[str]:
    """Yield the text of every block of a page, without what others said."""
    page = LexborHTMLParser(html)
    for node in page.css("code"):
        node.replace_with("項")  # a word of the sentence, whatever it says
    for node in page.css(QUOTED):
        node.decompose()
    for node in page.css("h1, h2, h3, p, li, dt, dd, th, td, figcaption, caption, summary, button, label"):
        yield "".join(child.text(deep=True) if child.tag == "-text" else "　" for child in node.iter(include_text=True))


@pytest.mark.parametrize(
    ("text", "form"),
    [
        ("ｲﾉﾍﾞｰｼｮﾝ", "half-width kana"),
        ("ＩＴを使う", "full-width letters and digits"),
        ("東京(品川)", "half-width punctuation"),
        ("できないわけではありません", "double negative"),
        ("取り組みを広げる", "取り組み as a noun"),
        ("企業など等", "など and 等 together"),
        ("連携を図ることに", "officialese"),
        ("ご覧下さい", "kanji for auxiliaries"),
        ("5～6年", "wrong dash or wave"),
        ("始めて、。", "doubled punctuation"),
        ("100㎡", "characters that not every machine has"),
        ("専任のコーディネータが", "long vowel left out"),
        ("12000社", "number without separators"),
        ("目指します", "two spellings of one word"),
        ("「開く", "unmatched 「」"),
    ],
)
def test_each_form_is_found(text: str, form: str) -> None:
    assert [fault for fault in faults(text) if fault.startswith(form)]


@pytest.mark.parametrize(
    "text",
    [
        "課題に取り組み、売り先を広げました。",
        "2018年から、135の信用金庫で始めました（2020年は149）。",
        "見本がなければ、作れません。",
        "1,000社に聞き、30%が答えました。",
        "イノベーションコーディネータ大賞",
    ],
)
def test_good_sentences_pass(text: str) -> None:
    assert list(faults(text)) == []


def test_every_form_has_its_own_example() -> None:
    marks = next(mark for mark in test_each_form_is_found.pytestmark if mark.name == "parametrize")
    assert {form for _, form in marks.args[1]} - {"unmatched 「」"} == set(FORMS)


def test_plain_sentences_are_told_from_polite_ones() -> None:
    assert list(plain_sentences("始めた。続けます（2018年）。「やる。」と言いました。")) == ["始めた"]
