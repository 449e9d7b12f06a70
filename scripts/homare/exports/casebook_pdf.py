"""The casebook as PDF, typeset by typst: tagged, with bookmarks, page labels and Noto fonts from the lock."""

import json
import tempfile
from collections.abc import Mapping
from importlib.resources import files
from pathlib import Path
from typing import Any

import noto_cjk_sans_jp_bold
import noto_cjk_sans_jp_regular
import typst

TEMPLATE = files("homare.exports").joinpath("casebook.typ")


def casebook_pdf(content: Mapping[str, Any]) -> bytes:
    """Return the PDF of a book's content (`casebook.book_content`); the same bytes for the same content.

    Record text reaches typst as JSON strings, so no word of it is read as markup; the folder of the run holds only the
    template and this data, and typst reads nothing outside of it.
    """
    with tempfile.TemporaryDirectory(prefix="homare-book-") as name:
        folder = Path(name)
        (folder / "casebook.typ").write_text(TEMPLATE.read_text("utf-8"), "utf-8")
        (folder / "book.json").write_text(json.dumps(content, ensure_ascii=False), "utf-8")
        pdf: bytes = typst.compile(
            str(folder / "casebook.typ"),
            root=str(folder),
            font_paths=[str(path) for path in font_folders()],
            ignore_system_fonts=True,
            format="pdf",
            pdf_standards="ua-1",  # a reader's software can follow the headings, lists and links
        )
    return pdf


def template_mark() -> bytes:
    """Return what a PDF depends on besides its content: the template, typst and the fonts."""
    packages = (typst, noto_cjk_sans_jp_regular, noto_cjk_sans_jp_bold)
    versions = " ".join(str(getattr(package, "__version__", "")) for package in packages)
    return TEMPLATE.read_bytes() + versions.encode()


def font_folders() -> list[Path]:
    """Return the folders of the two font packages."""
    return [Path(str(package.__file__)).parent for package in (noto_cjk_sans_jp_regular, noto_cjk_sans_jp_bold)]
