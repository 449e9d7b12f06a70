"""A .docx file of blocks: its parts beside the text, and how they belong together.

Word reads the relationships, not the names; a test opens what is written here with python-docx.
"""

import io
import zipfile
from collections.abc import Iterable, Mapping

from homare.exports.docx import Links, section, xml_text

_MAIN = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_KIND = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_CORE = "application/vnd.openxmlformats-package.core-properties+xml"
_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
_DAY = (1980, 1, 1, 0, 0, 0)
_PARTS = {"styles": "styles", "numbering": "numbering", "footer1": "footer", "settings": "settings"}
"""What stands beside the text under word/: name → kind."""


def document(blocks: Iterable[str], title: str, links: Links) -> bytes:
    """Return the bytes of a .docx that holds `blocks` in order, which lead to `links`."""
    text = "".join(blocks) + section()
    parts = {
        "[Content_Types].xml": _content_types(),
        "_rels/.rels": _relationships(
            _relationship("document", f"{_OFFICE}/officeDocument", "word/document.xml"),
            _relationship("core", f"{_PACKAGE}/relationships/metadata/core-properties", "docProps/core.xml"),
        ),
        "docProps/core.xml": _core(title),
        "word/document.xml": (
            f'{_HEAD}<w:document xmlns:w="{_MAIN}" xmlns:r="{_OFFICE}"><w:body>{text}</w:body></w:document>'
        ),
        "word/_rels/document.xml.rels": _relationships(
            *(_relationship(name, f"{_OFFICE}/{kind}", f"{name}.xml") for name, kind in _PARTS.items()),
            *(
                _relationship(name, f"{_OFFICE}/hyperlink", address, ' TargetMode="External"')
                for address, name in links.ids.items()
            ),
        ),
        "word/styles.xml": _styles(),
        "word/numbering.xml": _numbering(),
        "word/footer1.xml": _footer(),
        "word/settings.xml": _settings(),
    }
    return _packed(parts)


def _packed(parts: Mapping[str, str]) -> bytes:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(zipfile.ZipInfo(name, _DAY), content, zipfile.ZIP_DEFLATED)
    return packed.getvalue()


def _content_types() -> str:
    kinds = {"document": "document.main", **_PARTS}
    overrides = "".join(
        f'<Override PartName="/word/{name}.xml" ContentType="{_KIND}.{kind}+xml"/>' for name, kind in kinds.items()
    )
    return (
        f'{_HEAD}<Types xmlns="{_PACKAGE}/content-types"><Default Extension="rels" '
        'ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Default Extension="xml" ContentType="application/xml"/>{overrides}'
        f'<Override PartName="/docProps/core.xml" ContentType="{_CORE}"/></Types>'
    )


def _relationship(name: str, kind: str, target: str, mode: str = "") -> str:
    return f'<Relationship Id="{name}" Type="{kind}" Target="{xml_text(target)}"{mode}/>'


def _relationships(*entries: str) -> str:
    return f'{_HEAD}<Relationships xmlns="{_PACKAGE}/relationships">{"".join(entries)}</Relationships>'


def _core(title: str) -> str:
    """What readers and screen readers take for the name of the document; no day, so that the bytes stay the same."""
    return (
        f'{_HEAD}<cp:coreProperties xmlns:cp="{_PACKAGE}/metadata/core-properties" '
        'xmlns:dc="http://purl.org/dc/elements/1.1/">'
        f"<dc:title>{xml_text(title)}</dc:title><dc:language>ja</dc:language></cp:coreProperties>"
    )


def _settings() -> str:
    """Without a mode Word opens a file as one of 2007, in 互換モード."""
    return (
        f'{_HEAD}<w:settings xmlns:w="{_MAIN}"><w:compat><w:compatSetting w:name="compatibilityMode" '
        'w:uri="http://schemas.microsoft.com/office/word" w:val="15"/></w:compat>'
        '<w:themeFontLang w:val="en-US" w:eastAsia="ja-JP"/></w:settings>'
    )


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
_OF_CHARACTERS = {"Hyperlink": '<w:color w:val="17325C"/><w:u w:val="single"/>', "Strong": "<w:b/>"}
_LANGUAGE = (
    '<w:docDefaults><w:rPrDefault><w:rPr><w:lang w:val="en-US" w:eastAsia="ja-JP"/></w:rPr></w:rPrDefault>'
    "</w:docDefaults>"
)
"""Latin letters are English, all others Japanese: for screen readers and the spelling checker."""


def _styles() -> str:
    made = "".join(_style(*style) for style in _STYLES) + "".join(
        f'<w:style w:type="character" w:styleId="{style}"><w:name w:val="{style}"/><w:rPr>{look}</w:rPr></w:style>'
        for style, look in _OF_CHARACTERS.items()
    )
    return f'{_HEAD}<w:styles xmlns:w="{_MAIN}">{_LANGUAGE}{made}</w:styles>'


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
