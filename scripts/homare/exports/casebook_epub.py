"""The casebook as EPUB 3: a plain zip of XHTML, the same bytes for the same content."""

import io
import uuid
import zipfile
from collections.abc import Iterator, Mapping
from html import escape
from importlib.resources import files
from typing import Any

from homare.exports.casebook_xhtml import (
    case_body,
    chapter_body,
    colophon_body,
    how_to_read_body,
    index_body,
    title_body,
    xhtml_page,
)

STYLE = files("homare.exports").joinpath("casebook.css")
_ZIP_EPOCH = (1980, 1, 1, 0, 0, 0)
"""The earliest time that a zip can hold: no file of the book tells when or where it was made."""
_CONTAINER = (
    '<?xml version="1.0" encoding="utf-8"?>\n'
    '<container version="1.0" xmlns="urn:oasis:names:tc:opendocument:xmlns:container"><rootfiles>'
    '<rootfile full-path="book/content.opf" media-type="application/oebps-package+xml"/></rootfiles></container>\n'
)


def casebook_epub(content: Mapping[str, Any]) -> bytes:
    """Return the EPUB of a book's content (`casebook.book_content`)."""
    pages = list(_pages(content))
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as book:
        _add(book, "mimetype", "application/epub+zip", zipfile.ZIP_STORED)
        _add(book, "META-INF/container.xml", _CONTAINER)
        _add(book, "book/content.opf", _package(content, [name for name, _, _ in pages]))
        _add(book, "book/nav.xhtml", _navigation(content))
        _add(book, "book/style.css", STYLE.read_text("utf-8"))
        for name, title, body in pages:
            _add(book, f"book/{name}.xhtml", xhtml_page(title, body))
    return out.getvalue()


def _pages(content: Mapping[str, Any]) -> Iterator[tuple[str, str, str]]:
    """Yield name, title and body of every page in reading order."""
    yield "title", content["title"], title_body(content)
    yield "how-to-read", "読み方", how_to_read_body(content)
    for chapter in content["chapters"]:
        yield f"chapter-{chapter['key']}", chapter["title"], chapter_body(chapter)
        for case in chapter["cases"]:
            yield f"case-{case['id']}", case["title"], case_body(case)
    yield "index", "索引", index_body(content)
    yield "colophon", "奥付", colophon_body(content)


def _add(book: zipfile.ZipFile, name: str, text: str, compression: int = zipfile.ZIP_DEFLATED) -> None:
    entry = zipfile.ZipInfo(name, _ZIP_EPOCH)
    entry.compress_type = compression
    entry.external_attr = 0o644 << 16
    book.writestr(entry, text.encode())


def _package(content: Mapping[str, Any], names: list[str]) -> str:
    """Return the package document. The book's id comes from its site and selection, so that an edition replaces it."""
    identifier = uuid.uuid5(uuid.NAMESPACE_URL, f"{content['site']}data/casebook.epub#{content['selection']}")
    title = content["title"] + (f"（{content['selection']}）" if content["selection"] else "")
    items = "".join(f'<item id="{name}" href="{name}.xhtml" media-type="application/xhtml+xml"/>\n' for name in names)
    spine = "".join(f'<itemref idref="{name}"/>\n' for name in names)
    accessibility = "".join(
        f'<meta property="schema:{name}">{value}</meta>\n'
        for name, value in (
            ("accessMode", "textual"),
            ("accessModeSufficient", "textual"),
            ("accessibilityFeature", "structuralNavigation"),
            ("accessibilityFeature", "tableOfContents"),
            ("accessibilityFeature", "index"),
            ("accessibilityHazard", "none"),
            ("accessibilitySummary", "見出し、目次、索引、出典への参照を備えた文章です。画像はありません。"),
        )
    )
    return (
        '<?xml version="1.0" encoding="utf-8"?>\n'
        '<package xmlns="http://www.idpf.org/2007/opf" version="3.0" unique-identifier="id" xml:lang="ja"'
        ' prefix="schema: http://schema.org/">\n'
        '<metadata xmlns:dc="http://purl.org/dc/elements/1.1/">\n'
        f'<dc:identifier id="id">urn:uuid:{identifier}</dc:identifier>\n<dc:title>{escape(title)}</dc:title>\n'
        f"<dc:language>ja</dc:language>\n<dc:creator>{escape(content['editors'])}</dc:creator>\n"
        f"<dc:date>{content['date']}</dc:date>\n<dc:rights>{escape(content['licence'])}</dc:rights>\n"
        f"<dc:description>{escape(content['about'])}</dc:description>\n"
        f'<meta property="dcterms:modified">{content["date"]}T00:00:00Z</meta>\n{accessibility}'
        "</metadata>\n<manifest>\n"
        '<item id="nav" href="nav.xhtml" media-type="application/xhtml+xml" properties="nav"/>\n'
        f'<item id="style" href="style.css" media-type="text/css"/>\n{items}</manifest>\n<spine>\n{spine}</spine>\n'
        "</package>\n"
    )


def _navigation(content: Mapping[str, Any]) -> str:
    chapters = "".join(
        f'<li><a href="chapter-{chapter["key"]}.xhtml">{escape(chapter["title"])}</a><ol>'
        + "".join(
            f'<li><a href="case-{case["id"]}.xhtml">{escape(case["title"])}</a></li>' for case in chapter["cases"]
        )
        + "</ol></li>\n"
        for chapter in content["chapters"]
    )
    body = (
        '<nav epub:type="toc" role="doc-toc"><h1>目次</h1><ol>\n<li><a href="title.xhtml">とびら</a></li>\n'
        '<li><a href="how-to-read.xhtml">読み方</a></li>\n'
        f'{chapters}<li><a href="index.xhtml">索引</a></li>\n<li><a href="colophon.xhtml">奥付</a></li>\n</ol></nav>'
    )
    return xhtml_page("目次", body)
