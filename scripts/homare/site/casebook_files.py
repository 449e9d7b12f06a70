"""The casebook of a site, typeset anew only when its content has changed."""

import hashlib
import os
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path
from typing import Any

import orjson

from homare.exports.casebook import book_content
from homare.exports.casebook_epub import casebook_epub
from homare.exports.casebook_pdf import casebook_pdf, template_mark
from homare.exports.dataset import Dataset
from homare.model.site_words import MOST_FOR_PEOPLE

PDF, EPUB = "data/casebook.pdf", "data/casebook.epub"


def casebook_files(dataset: Dataset, kept: Path) -> dict[str, bytes]:
    """Return the path within the site and the content of the casebook's files; none for a library too large.

    `kept` is a folder where a book stays until its content changes: a build that changes no record does not typeset.
    Raises OSError when the disk refuses.
    """
    if not 0 < len(dataset.catalogue.cases) <= MOST_FOR_PEOPLE:
        return {}
    content = book_content(dataset)
    return {PDF: _kept_or_made(content, kept), EPUB: casebook_epub(content)}


def _kept_or_made(content: Mapping[str, Any], kept: Path) -> bytes:
    mark = hashlib.sha256(orjson.dumps(content) + template_mark()).hexdigest()[:32]
    file = kept / f"{mark}.pdf"
    with suppress(FileNotFoundError):  # another build may take it away at any moment
        return file.read_bytes()
    pdf = casebook_pdf(content)
    kept.mkdir(parents=True, exist_ok=True)
    half_written = file.with_suffix(f".{os.getpid()}.part")
    half_written.write_bytes(pdf)
    half_written.replace(file)
    for earlier in kept.glob("*.pdf"):
        if earlier != file:
            earlier.unlink(missing_ok=True)
    return pdf
