"""The casebook of a site, made while its pages are: typesetting takes longer than all other files together."""

import hashlib
import os
from collections.abc import Mapping
from concurrent.futures import Future, ThreadPoolExecutor
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


def begin_casebook(executor: ThreadPoolExecutor, dataset: Dataset, kept: Path) -> Future[dict[str, bytes]]:
    """Start making the casebook; the result maps the path within the site to the content.

    `kept` is a folder where a book stays until its content changes: a build that changes no record does not typeset.
    """
    return executor.submit(_casebook_files, dataset, kept)


def _casebook_files(dataset: Dataset, kept: Path) -> dict[str, bytes]:
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
