"""The files of the ready-made kits: what they hold, how they break into pages, and that text stays text."""

import io
import unicodedata
import zipfile
from itertools import pairwise

import docx
import pytest
from docx.document import Document
from docx.enum.section import WD_ORIENT
from pypdf import PdfReader

from homare.exports.docx import Links
from homare.exports.kit_content import kit_content
from homare.exports.kit_docx import kit_docx
from homare.exports.kit_pdf import kit_pdf
from homare.model.catalogue import Catalogue
from homare.model.kit_view import KitView

PORTRAIT, LANDSCAPE = WD_ORIENT.PORTRAIT, WD_ORIENT.LANDSCAPE
ADDRESS = "https://homare.example/sessions/local-finance/"
HOSTILE = '#set page(fill: red) *強調* <w:p/>&amp; ]]> $x$ @here "引用" \\ `code`'


def content_of(catalogue: Catalogue, kit_id: str = "local-finance") -> dict[str, object]:
    kit = next(kit for kit in catalogue.kits if kit.id == kit_id)
    return kit_content(KitView(catalogue, kit), ADDRESS)


def opened(content: dict[str, object]) -> Document:
    return docx.Document(io.BytesIO(kit_docx(content)))


def flat(text: str) -> str:
    return "".join(unicodedata.normalize("NFKC", text).split())


@pytest.fixture(scope="module")
def pages(real_catalogue: Catalogue) -> list[str]:
    return [flat(page.extract_text()) for page in PdfReader(io.BytesIO(kit_pdf(content_of(real_catalogue)))).pages]


def test_the_word_file_opens_with_headings_lists_and_tables(real_catalogue: Catalogue) -> None:
    kit = next(kit for kit in real_catalogue.kits if kit.id == "local-finance")
    word = opened(content_of(real_catalogue))
    paragraphs = [(paragraph.style.name if paragraph.style else "", paragraph.text) for paragraph in word.paragraphs]
    assert ("Title", kit.title) in paragraphs
    first = [text for style, text in paragraphs if style.lower() == "heading 1"]
    titles = [real_catalogue.by_id[case_id].title for case_id in kit.cases]
    assert first == [f"進行（{kit.minutes}分）", *titles, "比較表", "討議の問い", "自分の地域に置き換える", "出典"]
    texts = {text for _, text in paragraphs}
    assert [question.text for question in kit.questions if question.text not in texts] == []
    agenda = word.tables[0]
    assert [row.cells[2].text for row in agenda.rows[1:]] == [item.what for item in kit.agenda]
    assert [cell.text for cell in word.tables[1].rows[0].cells] == ["項目", *titles]


def test_the_word_file_lays_its_comparison_across(real_catalogue: Catalogue) -> None:
    word = opened(content_of(real_catalogue))
    assert [section.orientation for section in word.sections] == [PORTRAIT, LANDSCAPE, PORTRAIT]
    wide = word.sections[1]
    grid = [column.width for column in word.tables[1].columns]
    assert sum(grid) == pytest.approx(wide.page_width - wide.left_margin - wide.right_margin, abs=1000)
    blocks = [*word.iter_inner_content()]
    after = [following for block, following in pairwise(blocks) if "w:sectPr" in block._element.xml]
    assert [getattr(block, "text", None) for block in after] == ["比較表", "討議の問い"]


def test_each_question_of_the_word_file_says_what_it_rests_on(real_catalogue: Catalogue) -> None:
    view = KitView(real_catalogue, next(kit for kit in real_catalogue.kits if kit.id == "local-finance"))
    texts = [(paragraph.style.name, paragraph.text) for paragraph in opened(content_of(real_catalogue)).paragraphs]
    for question in view.kit.questions:
        after = texts[texts.index(("Normal", question.text)) + 1]
        assert after == ("Small", f"もとにした記述：{view.rests_on(question)}")


def test_the_word_file_leads_to_its_sources_and_its_page(real_catalogue: Catalogue) -> None:
    content = content_of(real_catalogue)
    word = opened(content)
    linked = {link.text: link.address for paragraph in word.paragraphs for link in paragraph.hyperlinks}
    sources = [source for group in content["sources"] for source in group["items"]]  # type: ignore[index]
    assert {source["title"]: source["url"] for source in sources if source["url"]} | {ADDRESS: ADDRESS} == linked
    small = [paragraph.text for paragraph in word.paragraphs if paragraph.style.name == "Small"]
    assert [text for text in small if "%" in text] == []
    assert any(text.startswith("番号は、事例のページの番号と同じです。一次＝") for text in small)
    assert any(text.endswith("（CC BY 4.0）") for text in small)


def test_an_address_with_japanese_letters_becomes_one_that_word_takes() -> None:
    links = Links()
    links.run("塾", "https://homare.example/事業?q=塾%E5%A1%BE#三")
    assert [*links.ids] == ["https://homare.example/%E4%BA%8B%E6%A5%AD?q=%E5%A1%BE%E5%A1%BE#%E4%B8%89"]


def test_the_word_file_says_its_title_its_language_and_that_it_is_no_old_one(real_catalogue: Catalogue) -> None:
    content = content_of(real_catalogue)
    word = opened(content)
    assert (word.core_properties.title, word.core_properties.language) == (content["title"], "ja")
    packed = zipfile.ZipFile(io.BytesIO(kit_docx(content)))
    assert '<w:lang w:val="en-US" w:eastAsia="ja-JP"/>' in packed.read("word/styles.xml").decode()
    assert 'w:name="compatibilityMode" w:uri="http://schemas.microsoft.com/office/word" w:val="15"' in (
        packed.read("word/settings.xml").decode()
    )


def test_no_page_of_the_pdf_holds_a_single_line(real_catalogue: Catalogue) -> None:
    for kit in real_catalogue.kits:
        reader = PdfReader(io.BytesIO(kit_pdf(kit_content(KitView(real_catalogue, kit), ADDRESS))))
        last = flat(reader.pages[-1].extract_text())
        assert len(last) > 250, (kit.id, last)
        assert "このキットのページ" not in last or last.startswith("出典このキットのページ"), kit.id


def test_no_row_of_a_word_table_is_cut_and_heads_repeat(real_catalogue: Catalogue) -> None:
    packed = zipfile.ZipFile(io.BytesIO(kit_docx(content_of(real_catalogue))))
    body = packed.read("word/document.xml").decode()
    assert body.count("<w:tr>") == body.count("<w:cantSplit/>")
    assert body.count("<w:tblHeader/>") == 3


def test_each_brief_has_a_page_of_its_own_in_the_pdf(real_catalogue: Catalogue) -> None:
    for kit in real_catalogue.kits:
        content = kit_content(KitView(real_catalogue, kit), ADDRESS)
        reader = PdfReader(io.BytesIO(kit_pdf(content)))
        texts = [flat(page.extract_text()) for page in reader.pages]
        titles = [flat(real_catalogue.by_id[case_id].title) for case_id in kit.cases]
        briefs = [number for number, text in enumerate(texts) if number and "ここを見る" in text]
        assert [next(title for title in titles if title in texts[number]) for number in briefs] == titles, kit.id
        assert briefs == list(range(1, 1 + len(titles))), kit.id
        shapes = [page.mediabox.width > page.mediabox.height for page in reader.pages]
        across = [number for number, wide in enumerate(shapes) if wide]
        assert across, kit.id
        assert all("比較表" in texts[number] or number - 1 in across for number in across), kit.id
        assert all(f"{number}/{len(texts)}" in text for number, text in enumerate(texts, start=1)), kit.id


def test_no_row_of_the_comparison_is_cut_in_the_pdf(real_catalogue: Catalogue, pages: list[str]) -> None:
    content = content_of(real_catalogue)
    for row in content["comparison"]["rows"]:  # type: ignore[index]
        lines = [flat(line["text"]) for cell in row["cells"] for line in cell["lines"]]
        assert any(all(line in page for line in lines) for page in pages), row["heading"]


def test_the_pdf_holds_every_question_and_the_worksheet(real_catalogue: Catalogue, pages: list[str]) -> None:
    whole = "".join(pages)
    kit = next(kit for kit in real_catalogue.kits if kit.id == "local-finance")
    assert [question.text for question in kit.questions if flat(question.text) not in whole] == []
    assert "1年後に数えるもの" in whole


def test_hostile_text_is_shown_as_it_is(real_catalogue: Catalogue) -> None:
    content = content_of(real_catalogue) | {"title": HOSTILE, "lead": HOSTILE + "\x0b\x00"}
    word = opened(content)
    assert word.paragraphs[0].text == HOSTILE
    assert word.paragraphs[1].text == HOSTILE
    first = flat(PdfReader(io.BytesIO(kit_pdf(content | {"lead": HOSTILE}))).pages[0].extract_text())
    assert flat(HOSTILE) in first


def test_the_same_kit_gives_the_same_bytes(real_catalogue: Catalogue) -> None:
    content = content_of(real_catalogue)
    assert kit_docx(content) == kit_docx(content)
    assert kit_pdf(content) == kit_pdf(content)
