"""Files that are made in the browser: nothing of the records is lost in them, and no text of them acts as markup."""

import csv
import html
import io
import re
from zipfile import ZipFile

import docx
import openpyxl
import pytest
from cmarkgfm.cmark import Options, markdown_to_html_with_extensions
from docx.document import Document
from playwright.sync_api import Page, expect

from homare.model.catalogue import Catalogue
from homare.model.sheet import RELATED, CaseSheet
from tests.browser.saved_files import saved
from tests.exports.test_plain_markdown import HOSTILE

ABREAST = 3
"""Lines of a row that a kit shows; a comparison shows all."""


@pytest.fixture(scope="module")
def sheets(real_catalogue: Catalogue) -> tuple[CaseSheet, CaseSheet]:
    """Two cases of which something is only about the recipient, and says so."""
    every = [CaseSheet(real_catalogue, case) for case in real_catalogue.cases]
    noted = [sheet for sheet in every if any(line.note == RELATED for row in sheet.rows.values() for line in row)]
    return noted[0], noted[1]


def lines_of(sheet: CaseSheet, brackets: str, most: int | None = None) -> list[str]:
    """Return the lines of a case as files write them; `brackets` stand around a note."""
    before, after = brackets
    return [
        line.text
        + (f"{before}{line.note}{after}" if line.note and (row != "conditions" or brackets == "［］") else "")
        + (f"［{'、'.join(map(str, line.sources))}］" if line.sources else "")
        for row, lines in sheet.rows.items()
        for line in lines[:most]
    ]


def test_a_comparison_keeps_caveats_and_sources(page: Page, site_url: str, sheets: tuple[CaseSheet, CaseSheet]) -> None:
    page.goto(f"{site_url}compare/?{'&'.join(f'case={sheet.case.id}' for sheet in sheets)}")
    expect(page.locator("th[data-case]")).to_have_count(2)
    rows = list(csv.reader(io.StringIO(saved(page, "CSVで保存").read_bytes().decode("utf-8-sig"), newline="")))
    book = openpyxl.load_workbook(io.BytesIO(saved(page, "Excelで保存").read_bytes())).active
    assert book is not None
    cells = [[str(value or "") for value in row] for row in book.iter_rows(values_only=True)]
    for table in (rows, cells):
        assert [row[0] for row in table[-2:]] == ["出典", "アドレス"]
        for column, sheet in enumerate(sheets, start=1):
            told = "\n".join(row[column] for row in table).split("\n")
            assert [line for line in lines_of(sheet, "［］") if line.removeprefix("'") not in told] == []
            numbers = {number for line in sheet.rows.values() for one in line for number in one.sources}
            assert len(table[-2][column].split("\n")) == len(numbers)


def test_a_kit_keeps_caveats_and_sources(page: Page, site_url: str, sheets: tuple[CaseSheet, CaseSheet]) -> None:
    page.goto(f"{site_url}sessions/builder/?{'&'.join(f'case={sheet.case.id}' for sheet in sheets)}")
    expect(page.locator("[data-kit][data-ready=true]")).to_be_visible()
    word = docx.Document(str(saved(page, "Wordで保存")))
    markdown = saved(page, "Markdownで保存").read_text("utf-8")
    shown = html.unescape(re.sub(r"<br ?/?>|</?[a-z][^>]*>", "\n", rendered(markdown)))
    for sheet in sheets:
        for line in lines_of(sheet, "（）", ABREAST):
            assert line in words_of(word).split("\n"), line
            assert re.sub(r"\s+", " ", line) in shown, line
    assert not re.search(r"^\d+\.\s*$", markdown, re.MULTILINE), "no empty question"


def words_of(word: Document) -> str:
    cells = (cell.text for table in word.tables for row in table.rows for cell in row.cells)
    return "\n".join([*(item.text for item in word.paragraphs), *cells])


def rendered(markdown: str) -> str:
    return str(markdown_to_html_with_extensions(markdown, Options.CMARK_OPT_UNSAFE, ["table", "strikethrough"]))


def test_a_text_of_a_kit_is_no_markup_in_its_markdown(page: Page, site_url: str) -> None:
    page.goto(site_url)
    texts = [" ".join(text.split()) for text in HOSTILE]
    written = page.evaluate(
        """async ([root, texts]) => {
          const { markdownOf } = await import(`${root}assets/js/kit/markdown.js`);
          const kinds = (text) => [
            { kind: "text", text }, { kind: "list", items: [text] }, { kind: "questions", items: [{ text, basis: "" }] },
            { kind: "field", text: "欄", hint: text, lines: 0 }, { kind: "table", rows: [["a"], [text]] },
          ];
          return texts.map((text) => kinds(text).map((block) => markdownOf([block])));
        }""",
        [site_url, texts],
    )
    for text, blocks in zip(texts, written, strict=True):
        for block in blocks:
            page_of_it = rendered(block)
            shown = html.unescape(re.sub(r"</?(?:p|ul|ol|li|h3|table|thead|tbody|tr|th|td)>", "", page_of_it))
            assert text in shown, block
            assert page_of_it.count("<li>") <= 1, block


def test_a_sign_that_no_file_can_hold_does_not_spoil_the_word_file(
    page: Page, site_url: str, sheets: tuple[CaseSheet, CaseSheet]
) -> None:
    page.goto(f"{site_url}sessions/builder/?case={sheets[0].case.id}")
    title = page.locator("[data-edit]").first
    title.evaluate("(node) => { node.focus(); node.textContent = 'a\\u000bb\\u0000c'; node.blur(); }")
    with ZipFile(saved(page, "Wordで保存")) as word:
        assert b"\x0b" not in word.read("word/document.xml")
    assert docx.Document(str(saved(page, "Wordで保存"))).paragraphs
