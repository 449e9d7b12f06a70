"""A ready-made kit as PDF for A4, typeset by typst."""

from collections.abc import Mapping
from typing import Any

from homare.exports.typesetting import accessible_pdf

NAME = "kit"


def kit_pdf(content: Mapping[str, Any]) -> bytes:
    """Return the PDF of a kit's content (`kit_content`); the same bytes for the same content."""
    return accessible_pdf(NAME, content)
