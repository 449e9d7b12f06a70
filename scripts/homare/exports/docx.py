"""A Word document written part by part: headings, paragraphs, lists and tables that Word knows as such.

Small on purpose: no library, the same bytes for the same content. A test opens what is written here with python-docx.
"""

import io
import re
import zipfile
from collections.abc import Iterable, Sequence
from html import escape

_MAIN = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_KIND = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
_FORBIDDEN = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_DAY = (1980, 1, 1, 0, 0, 0)
TEXT_WIDTH = 10206
"""Twentieths of a point: A4 less the margins."""

PAGE_BREAK = '<w:p><w:r><w:br w:type="page"/></w:r></w:p>'
_KEEP = "<w:keepNext/>"


def paragraph(text: str, style: str = "", properties: str = "") -> str:
    """Return a paragraph; `style` is an id of `_styles`."""
    styled = f'<w:pStyle w:val="{style}"/>' if style else ""
    return f"<w:p><w:pPr>{styled}{properties}</w:pPr>{_run(text)}</w:p>"


def title(text: str) -> str:
    """Return the title of the document."""
    return paragraph(text, "Title")


def heading(text: str, level: int) -> str:
    """Return a heading of level 1 or 2, kept with what follows."""
    return paragraph(text, f"Heading{level}", _KEEP)


def items(texts: Iterable[str], numbered: bool = False) -> str:
    """Return a list with bullets or numbers."""
    mark = f'<w:numPr><w:ilvl w:val="0"/><w:numId w:val="{2 if numbered else 1}"/></w:numPr>'
    return "".join(paragraph(text, "", mark) for text in texts)


def table(rows: Sequence[Sequence[str]], shares: Sequence[float], has_head: bool = True) -> str:
    """Return a table whose rows are never cut; `shares` are the widths in percent, the first row repeats as head."""
    widths = [round(share * TEXT_WIDTH / 100) for share in shares]
    edges = "".join(
        f'<w:{edge} w:val="single" w:sz="4" w:color="999999"/>'
        for edge in ("top", "left", "bottom", "right", "insideH", "insideV")
    )
    body = "".join(_row(row, widths, has_head and at == 0, has_head) for at, row in enumerate(rows))
    grid = "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
    return (
        f'<w:tbl><w:tblPr><w:tblW w:w="{TEXT_WIDTH}" w:type="dxa"/><w:tblBorders>{edges}</w:tblBorders>'
        f'<w:tblLayout w:type="fixed"/></w:tblPr><w:tblGrid>{grid}</w:tblGrid>{body}</w:tbl><w:p/>'
    )


def document(blocks: Iterable[str]) -> bytes:
    """Return the bytes of a .docx that holds `blocks` in order."""
    parts = {
        "[Content_Types].xml": _content_types(),
        "_rels/.rels": _relationships([("officeDocument", "word/document.xml")]),
        "word/document.xml": _body("".join(blocks)),
        "word/_rels/document.xml.rels": _relationships(
            [("styles", "styles.xml"), ("numbering", "numbering.xml"), ("footer", "footer1.xml")]
        ),
        "word/styles.xml": _styles(),
        "word/numbering.xml": _numbering(),
        "word/footer1.xml": _footer(),
    }
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(zipfile.ZipInfo(name, _DAY), content, zipfile.ZIP_DEFLATED)
    return packed.getvalue()


def _run(text: str, bold: bool = False) -> str:
    weight = "<w:rPr><w:b/></w:rPr>" if bold else ""
    return f'<w:r>{weight}<w:t xml:space="preserve">{escape(_FORBIDDEN.sub("", text))}</w:t></w:r>'


def _row(cells: Sequence[str], widths: Sequence[int], is_head: bool, has_head: bool) -> str:
    repeat = "<w:tblHeader/>" if is_head else ""
    filled = "".join(_cell(text, widths[at], is_head or (has_head and at == 0)) for at, text in enumerate(cells))
    return f"<w:tr><w:trPr><w:cantSplit/>{repeat}</w:trPr>{filled}</w:tr>"


def _cell(text: str, width: int, bold: bool) -> str:
    lines = "".join(
        f'<w:p><w:pPr><w:pStyle w:val="Cell"/></w:pPr>{_run(line, bold)}</w:p>' for line in text.split("\n")
    )
    return f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/></w:tcPr>{lines}</w:tc>'


def _content_types() -> str:
    parts = (("document", "document.main"), ("styles", "styles"), ("numbering", "numbering"), ("footer1", "footer"))
    overrides = "".join(
        f'<Override PartName="/word/{name}.xml" ContentType="{_KIND}.{kind}+xml"/>' for name, kind in parts
    )
    return (
        f'{_HEAD}<Types xmlns="{_PACKAGE}/content-types"><Default Extension="rels" '
        'ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Default Extension="xml" ContentType="application/xml"/>{overrides}</Types>'
    )


def _relationships(targets: Iterable[tuple[str, str]]) -> str:
    entries = "".join(
        f'<Relationship Id="rId{number}" Type="{_OFFICE}/{kind}" Target="{target}"/>'
        for number, (kind, target) in enumerate(targets, start=1)
    )
    return f'{_HEAD}<Relationships xmlns="{_PACKAGE}/relationships">{entries}</Relationships>'


def _body(blocks: str) -> str:
    section = (
        '<w:sectPr><w:footerReference w:type="default" r:id="rId3"/><w:pgSz w:w="11906" w:h="16838"/>'
        '<w:pgMar w:top="850" w:right="850" w:bottom="964" w:left="850" w:header="400" w:footer="400" w:gutter="0"/>'
        "</w:sectPr>"
    )
    return f'{_HEAD}<w:document xmlns:w="{_MAIN}" xmlns:r="{_OFFICE}"><w:body>{blocks}{section}</w:body></w:document>'


def _footer() -> str:
    field = "".join(
        f"<w:r>{part}</w:r>"
        for part in (
            '<w:fldChar w:fldCharType="begin"/>',
            "<w:instrText>PAGE</w:instrText>",
            '<w:fldChar w:fldCharType="end"/>',
        )
    )
    return f'{_HEAD}<w:ftr xmlns:w="{_MAIN}"><w:p><w:pPr><w:jc w:val="right"/></w:pPr>{field}</w:p></w:ftr>'


def _numbering() -> str:
    levels = "".join(
        f'<w:abstractNum w:abstractNumId="{at}"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="{kind}"/>'
        f'<w:lvlText w:val="{mark}"/><w:lvlJc w:val="left"/><w:pPr><w:ind w:left="420" w:hanging="420"/></w:pPr>'
        "</w:lvl></w:abstractNum>"
        for at, (kind, mark) in enumerate((("bullet", "・"), ("decimal", "%1.")))
    )
    used = "".join(f'<w:num w:numId="{at + 1}"><w:abstractNumId w:val="{at}"/></w:num>' for at in range(2))
    return f'{_HEAD}<w:numbering xmlns:w="{_MAIN}">{levels}{used}</w:numbering>'


_STYLES = (
    ("Normal", "Normal", 20, (0, 80)),
    ("Title", "Title", 40, (0, 160)),
    ("Heading1", "heading 1", 28, (160, 100)),
    ("Heading2", "heading 2", 21, (120, 40)),
    ("Small", "Small", 16, (0, 40)),
    ("Cell", "Cell", 17, (0, 0)),
)
"""Id, name (Word knows its own headings by it), size in half points, space before and after."""


def _styles() -> str:
    made = "".join(_style(*style) for style in _STYLES)
    return f'{_HEAD}<w:styles xmlns:w="{_MAIN}">{made}</w:styles>'


def _style(style: str, name: str, size: int, spacing: tuple[int, int]) -> str:
    is_base = style == "Normal"
    default = ' w:default="1"' if is_base else ""
    base = "" if is_base else '<w:basedOn w:val="Normal"/>'
    weight = "<w:b/>" if style.startswith(("Title", "Heading")) else ""
    before, after = spacing
    font = '<w:rFonts w:ascii="Yu Gothic" w:hAnsi="Yu Gothic" w:eastAsia="Yu Gothic"/>'
    return (
        f'<w:style w:type="paragraph" w:styleId="{style}"{default}>'
        f'<w:name w:val="{name}"/>{base}<w:qFormat/><w:pPr><w:spacing w:before="{before}" w:after="{after}"/></w:pPr>'
        f'<w:rPr>{font}{weight}<w:sz w:val="{size}"/></w:rPr></w:style>'
    )
