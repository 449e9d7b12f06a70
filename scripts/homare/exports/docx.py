"""The blocks of a Word document: headings, paragraphs, links, lists and tables that Word knows as such.

Small on purpose: no library, the same text for the same content. `docx_file` makes a file of them.
"""

import re
from collections.abc import Iterable, Sequence
from html import escape
from urllib.parse import quote

_FORBIDDEN = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_IN_ADDRESSES = "%:/?#[]@!$&'()*+,;=~"
"""What an address holds beside letters, digits and -._; Word takes no letters beyond ASCII in one."""
_SHORT, _LONG, _SIDE = 11906, 16838, 850
TEXT_WIDTH, WIDE_TEXT_WIDTH = _SHORT - 2 * _SIDE, _LONG - 2 * _SIDE
"""Twentieths of a point: A4 less the margins, upright and across."""

PAGE_BREAK = '<w:p><w:r><w:br w:type="page"/></w:r></w:p>'
GAP = "<w:p/>"
"""Between a table and what follows it."""
KEEP = "<w:keepNext/>"


class Links:
    """The addresses that a document leads to: each has an id among its relationships."""

    def __init__(self) -> None:
        self.ids: dict[str, str] = {}

    def run(self, text: str, address: str) -> str:
        """Return a run that leads to `address`, or plain text where there is none."""
        if not address:
            return run(text)
        target = self.ids.setdefault(quote(address, safe=_IN_ADDRESSES), f"link{len(self.ids) + 1}")
        return f'<w:hyperlink r:id="{target}">{run(text, "Hyperlink")}</w:hyperlink>'


def xml_text(text: str) -> str:
    """Return a text for XML: escaped, without the characters that XML forbids."""
    return escape(_FORBIDDEN.sub("", text))


def run(text: str, style: str = "") -> str:
    """Return a run of text; `style` is that of characters: Hyperlink or Strong."""
    styled = f'<w:rPr><w:rStyle w:val="{style}"/></w:rPr>' if style else ""
    return f'<w:r>{styled}<w:t xml:space="preserve">{xml_text(text)}</w:t></w:r>'


def runs(parts: Iterable[str], style: str = "", properties: str = "") -> str:
    """Return a paragraph of runs; `style` is an id of `docx_file`'s, `properties` what stands after it."""
    styled = f'<w:pStyle w:val="{style}"/>' if style else ""
    return f"<w:p><w:pPr>{styled}{properties}</w:pPr>{''.join(parts)}</w:p>"


def paragraph(text: str, style: str = "", properties: str = "") -> str:
    """Return a paragraph of one run."""
    return runs([run(text)], style, properties)


def title(text: str) -> str:
    """Return the title of the document."""
    return paragraph(text, "Title")


def heading(text: str, level: int) -> str:
    """Return a heading of level 1 or 2, kept with what follows."""
    return paragraph(text, f"Heading{level}", KEEP)


def bullets(texts: Iterable[str]) -> str:
    """Return a list with bullets."""
    return "".join(paragraph(text, "", _mark(1)) for text in texts)


def numbered(texts: Iterable[tuple[str, str]]) -> str:
    """Return a numbered list: each text with a small line under it that stays on its page."""
    return "".join(
        paragraph(text, "", KEEP + _mark(2)) + paragraph(about, "Small", '<w:ind w:left="420"/>')
        for text, about in texts
    )


def _mark(list_id: int) -> str:
    return f'<w:numPr><w:ilvl w:val="0"/><w:numId w:val="{list_id}"/></w:numPr>'


def section_end(wide: bool = False) -> str:
    """Return what ends a section whose pages lie across or stand upright: the next one begins on a new page."""
    return runs([], "", f'<w:spacing w:before="0" w:after="0" w:line="20" w:lineRule="exact"/>{section(wide)}')


def section(wide: bool = False) -> str:
    """Return the properties of a section: its paper, margins and foot."""
    paper = f'w:w="{_LONG}" w:h="{_SHORT}" w:orient="landscape"' if wide else f'w:w="{_SHORT}" w:h="{_LONG}"'
    return (
        f'<w:sectPr><w:footerReference w:type="default" r:id="footer1"/><w:pgSz {paper}/>'
        f'<w:pgMar w:top="850" w:right="{_SIDE}" w:bottom="964" w:left="{_SIDE}" w:header="400" w:footer="400" '
        'w:gutter="0"/></w:sectPr>'
    )


def table(
    rows: Sequence[Sequence[str]], shares: Sequence[float], has_head: bool = True, width: int = TEXT_WIDTH
) -> str:
    """Return a table whose rows are never cut; `shares` are the widths in percent, the first row repeats as head."""
    widths = [round(share * width / 100) for share in shares]
    edges = "".join(
        f'<w:{edge} w:val="single" w:sz="4" w:color="999999"/>'
        for edge in ("top", "left", "bottom", "right", "insideH", "insideV")
    )
    body = "".join(_row(row, widths, has_head and at == 0, has_head) for at, row in enumerate(rows))
    grid = "".join(f'<w:gridCol w:w="{column}"/>' for column in widths)
    return (
        f'<w:tbl><w:tblPr><w:tblW w:w="{width}" w:type="dxa"/><w:tblBorders>{edges}</w:tblBorders>'
        f'<w:tblLayout w:type="fixed"/></w:tblPr><w:tblGrid>{grid}</w:tblGrid>{body}</w:tbl>'
    )


def _row(cells: Sequence[str], widths: Sequence[int], is_head: bool, has_head: bool) -> str:
    repeat = "<w:tblHeader/>" if is_head else ""
    filled = "".join(_cell(text, widths[at], is_head or (has_head and at == 0)) for at, text in enumerate(cells))
    return f"<w:tr><w:trPr><w:cantSplit/>{repeat}</w:trPr>{filled}</w:tr>"


def _cell(text: str, width: int, bold: bool) -> str:
    lines = "".join(runs([run(line, "Strong" if bold else "")], "Cell") for line in text.split("\n"))
    return f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/></w:tcPr>{lines}</w:tc>'
