"""The casebook as a reader's software sees it: text, bookmarks, page labels, numbers that lead to the right page."""

import io
import re
import zipfile
from typing import Any

import pypdf
import pypdfium2
import pytest

from homare.exports.casebook import Selection, book_content
from homare.exports.casebook_epub import casebook_epub
from homare.exports.casebook_pdf import casebook_pdf
from homare.exports.dataset import Dataset
from homare.model.case_view import SECTION_TITLES

MILLIMETRE = 72 / 25.4
HEADINGS = {
    *SECTION_TITLES.values(),
    "経緯",
    "学び",
    "まねる前に要るもの",
    "確かめられていないこと",
    "出典",
    "関連する取組",
}
COLUMN_STARTS = (17 * MILLIMETRE, 109 * MILLIMETRE)
HARD_TO_SET = "𠮷野家と髙﨑、辻󠄀の町 #eval(1) $x$ *b* <script>"
"""Characters outside of the first plane, a compatibility ideograph, a variation sequence, and what typst might run."""


@pytest.fixture(scope="module")
def content(dataset: Dataset) -> dict[str, Any]:
    return book_content(dataset)


@pytest.fixture(scope="module")
def pdf(content: dict[str, Any]) -> bytes:
    return casebook_pdf(content)


@pytest.fixture(scope="module")
def reader(pdf: bytes) -> pypdf.PdfReader:
    return pypdf.PdfReader(io.BytesIO(pdf))


@pytest.fixture(scope="module")
def texts(pdf: bytes) -> list[str]:
    """The text of every page, without spaces and line breaks."""
    document = pypdfium2.PdfDocument(pdf)
    return [re.sub(r"\s", "", page.get_textpage().get_text_bounded()) for page in document]


def bookmarks(reader: pypdf.PdfReader) -> dict[str, int]:
    """Return the title of every bookmark and the index of its page."""

    def walk(entries: Any) -> Any:
        for entry in entries:
            if isinstance(entry, list):
                yield from walk(entry)
            else:
                yield str(entry.title), reader.get_destination_page_number(entry)

    return dict(walk(reader.outline))


def squeezed(text: str) -> str:
    return re.sub(r"\s", "", text)


def cases_of(content: dict[str, Any]) -> list[dict[str, Any]]:
    return [case for chapter in content["chapters"] for case in chapter["cases"]]


def test_every_case_stands_in_the_book_once(dataset: Dataset, content: dict[str, Any]) -> None:
    assert sorted(case["id"] for case in cases_of(content)) == sorted(dataset.catalogue.by_id)


def test_bookmarks_lead_to_chapters_and_cases(
    content: dict[str, Any], reader: pypdf.PdfReader, texts: list[str]
) -> None:
    marks = bookmarks(reader)
    for chapter in content["chapters"]:
        assert chapter["title"] in texts[marks[chapter["title"]]]
    for case in cases_of(content):
        page = texts[marks[case["title"]]]
        assert squeezed(case["title"]) in page
        assert squeezed(case["summary"]) in page, case["id"]


def test_every_statement_and_source_is_printed(
    content: dict[str, Any], reader: pypdf.PdfReader, texts: list[str]
) -> None:
    marks = bookmarks(reader)
    starts = sorted(marks.values())
    for case in cases_of(content):
        first = marks[case["title"]]
        after = min((start for start in starts if start > first), default=len(texts))
        printed = "".join(texts[first:after])
        for part in (*case["parts"], *case["related"]):
            for item in part.get("statements", []):
                # A column or page break may stand within a sentence; its first words do not break.
                assert squeezed(item["text"])[:8] in printed, (case["id"], item["text"])
        for source in case["sources"]:
            assert squeezed(source["title"])[:6] in printed, (case["id"], source["title"])


def test_page_labels_count_the_front_matter_apart(reader: pypdf.PdfReader) -> None:
    labels = reader.page_labels
    assert labels[1] == "i"
    first = labels.index("1")
    assert labels[first:] == [str(number) for number in range(1, len(labels) - first + 1)]


def test_page_numbers_in_the_contents_are_right(content: dict[str, Any], reader: pypdf.PdfReader, pdf: bytes) -> None:
    labels, marks = reader.page_labels, bookmarks(reader)
    document = pypdfium2.PdfDocument(pdf)
    pages = (document[index].get_textpage().get_text_bounded() for index in range(1, labels.index("1")))
    lines = {squeezed(line) for page in pages for line in page.splitlines()}
    for case in cases_of(content)[::2][:20]:
        start, number = squeezed(case["title"]), labels[marks[case["title"]]]
        assert any(re.fullmatch(rf"{re.escape(start)}\.*{number}", line) for line in lines), case["title"]


def test_page_numbers_in_the_indexes_are_right(
    content: dict[str, Any], reader: pypdf.PdfReader, texts: list[str]
) -> None:
    labels, marks = reader.page_labels, bookmarks(reader)
    titles = {case["id"]: case["title"] for case in cases_of(content)}
    printed = "".join(texts[marks["索引"] : marks["奥付"]])
    entries = [entry for index in content["indexes"] for entry in index["entries"]]
    assert len(entries) > 80
    for entry in entries[:: len(entries) // 20]:
        numbers = sorted(int(labels[marks[titles[case]]]) for case in entry["cases"])
        assert f"{squeezed(entry['label'])}{','.join(map(str, numbers))}" in printed, entry["label"]


def test_a_reader_with_assistive_software_is_served(reader: pypdf.PdfReader) -> None:
    root = reader.trailer["/Root"]
    assert root["/MarkInfo"]["/Marked"]
    assert root["/Lang"].startswith("ja")
    assert "/StructTreeRoot" in root
    assert reader.metadata is not None
    assert reader.metadata.title == "地域イノベーション事例集"
    assert b"pdfuaid:part" in root["/Metadata"].get_data()


def test_no_text_leaves_the_page_or_runs_into_other_text(pdf: bytes) -> None:
    for number, page in enumerate(pypdfium2.PdfDocument(pdf)):
        width, _ = page.get_size()
        boxes = [box for box, _ in _lines(page)]
        assert all(left >= 16.5 * MILLIMETRE for left, _, _, _ in boxes), number
        assert all(right <= width - 16.5 * MILLIMETRE for _, _, right, _ in boxes), number
        if number % 6 == 0:  # comparing every piece with every other takes time, so a fifth of the pages must do
            for index, one in enumerate(boxes):
                for other in boxes[index + 1 :]:
                    assert _overlap(one, other) < 0.4, (number, one, other)


LABEL = "編集部の整理"
"""Stands between some headings and what they are for, and is none of it."""


def test_no_heading_stands_last_in_its_column(pdf: bytes) -> None:
    found = 0
    for number, page in enumerate(pypdfium2.PdfDocument(pdf)):
        lines = _lines(page)
        for box, text in lines:
            if squeezed(text) in HEADINGS and any(abs(box[0] - start) < 2 for start in COLUMN_STARTS):
                found += 1
                below = [
                    other
                    for other, said in lines
                    if squeezed(said) != LABEL
                    and other[3] < box[1]
                    and other[1] > 14 * MILLIMETRE
                    and abs(other[0] - box[0]) < 60 * MILLIMETRE
                ]
                assert below, (number, text)
    assert found > 300


Box = tuple[float, float, float, float]


def _lines(page: pypdfium2.PdfPage) -> list[tuple[Box, str]]:
    """Return the pieces of text on a page: left, bottom, right, top in points, and what they say."""
    text = page.get_textpage()
    boxes = [text.get_rect(index) for index in range(text.count_rects())]
    return [(box, text.get_text_bounded(*box)) for box in boxes]


def _overlap(one: Box, other: Box) -> float:
    """Return which part of the smaller box the other covers."""
    width = min(one[2], other[2]) - max(one[0], other[0])
    height = min(one[3], other[3]) - max(one[1], other[1])
    if width <= 0 or height <= 0:
        return 0
    smaller = min((box[2] - box[0]) * (box[3] - box[1]) for box in (one, other))
    return width * height / smaller if smaller else 0


def test_any_text_is_printed_as_it_stands(dataset: Dataset) -> None:
    case = dataset.catalogue.cases[0].model_copy(update={"title": HARD_TO_SET, "programme": HARD_TO_SET})
    small = Dataset(type(dataset.catalogue)((case,), dataset.vocabulary), dataset.site)
    pdf = casebook_pdf(book_content(small))
    text = "".join(page.get_textpage().get_text_bounded() for page in pypdfium2.PdfDocument(pdf))
    assert squeezed(HARD_TO_SET).replace("\U000e0100", "") in squeezed(text).replace("\U000e0100", "")
    page = zipfile.ZipFile(io.BytesIO(casebook_epub(book_content(small)))).read(f"book/case-{case.id}.xhtml").decode()
    assert "<script" not in page
    assert "𠮷野家と髙﨑、辻󠄀の町" in page


@pytest.mark.parametrize(
    "selection",
    [Selection(themes=("finance",)), Selection(editions=(2020,)), Selection(cases=("2020-jonan-yoi-shigoto",))],
)
def test_a_selection_holds_only_what_was_chosen(dataset: Dataset, selection: Selection) -> None:
    content = book_content(dataset, selection, by="theme")
    chosen = {case["id"] for case in cases_of(content)}
    assert chosen == {case.id for case in dataset.catalogue.cases if selection.holds(case)}
    assert 0 < len(chosen) < len(dataset.catalogue.cases)
    assert {case for index in content["indexes"] for entry in index["entries"] for case in entry["cases"]} == chosen


def test_two_books_of_the_same_content_are_the_same_bytes(dataset: Dataset) -> None:
    content = book_content(dataset, Selection(editions=(2020,)))
    assert casebook_pdf(content) == casebook_pdf(content)
    assert casebook_epub(content) == casebook_epub(content)


def test_recipients_whose_reading_is_unknown_stand_by_themselves(dataset: Dataset, content: dict[str, Any]) -> None:
    indexes = {index["title"]: [entry["label"] for entry in index["entries"]] for index in content["indexes"]}
    known = {case.recipient.name: case.recipient.reading for case in dataset.catalogue.cases if case.recipient.reading}
    assert indexes["受賞者"] == sorted(known, key=lambda name: known[name])
    others = {case.recipient.name for case in dataset.catalogue.cases} - set(known)
    assert indexes.get("読みが未確認の受賞者", []) == sorted(others)


def test_both_books_say_how_to_read_them_and_whose_the_sources_are(content: dict[str, Any], texts: list[str]) -> None:
    book = zipfile.ZipFile(io.BytesIO(casebook_epub(content)))
    reflowing = "".join(book.read(name).decode() for name in ("book/how-to-read.xhtml", "book/colophon.xhtml"))
    for sentences in ("how_to_read", "rights", "about"):
        assert content[sentences] in reflowing
        assert squeezed(content[sentences]) in "".join(texts)


def test_the_epub_begins_with_its_type_and_holds_every_case(dataset: Dataset, content: dict[str, Any]) -> None:
    book = zipfile.ZipFile(io.BytesIO(casebook_epub(content)))
    first = book.infolist()[0]
    assert (first.filename, first.compress_type, book.read(first)) == (
        "mimetype",
        zipfile.ZIP_STORED,
        b"application/epub+zip",
    )
    for case in dataset.catalogue.cases:
        page = book.read(f"book/case-{case.id}.xhtml").decode()
        assert page.count('<li id="source-') == len(case.sources)
