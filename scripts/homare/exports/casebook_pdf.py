"""The casebook as PDF, typeset by typst: tagged, with bookmarks and page labels."""

from collections.abc import Mapping
from typing import Any

from homare.exports.typesetting import accessible_pdf

NAME = "casebook"


def casebook_pdf(content: Mapping[str, Any]) -> bytes:
    """Return the PDF of a book's content (`casebook.book_content`); the same bytes for the same content."""
    return accessible_pdf(NAME, content)
