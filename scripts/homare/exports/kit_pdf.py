"""A ready-made kit as PDF for A4, typeset by typst."""

import json
import tempfile
from collections.abc import Mapping
from importlib.resources import files
from pathlib import Path
from typing import Any

import typst

from homare.exports.casebook_pdf import font_folders

TEMPLATE = files("homare.exports").joinpath("kit.typ")


def kit_pdf(content: Mapping[str, Any]) -> bytes:
    """Return the PDF of a kit's content (`kit_content`); the same bytes for the same content.

    Texts reach typst as JSON strings, so no word of them is read as markup; typst reads nothing outside of its folder.
    """
    with tempfile.TemporaryDirectory(prefix="homare-kit-") as name:
        folder = Path(name)
        (folder / "kit.typ").write_bytes(TEMPLATE.read_bytes())
        (folder / "kit.json").write_text(json.dumps(content, ensure_ascii=False), "utf-8")
        pdf: bytes = typst.compile(
            str(folder / "kit.typ"),
            root=str(folder),
            font_paths=[str(path) for path in font_folders()],
            ignore_system_fonts=True,
            format="pdf",
            pdf_standards="ua-1",
        )
    return pdf
