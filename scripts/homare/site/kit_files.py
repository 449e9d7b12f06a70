"""The files of the ready-made kits, beside their pages: PDF and Word. Only kits that changed are typeset anew."""

import json
from collections.abc import Mapping
from hashlib import sha256
from pathlib import Path
from typing import Any

from homare.exports.casebook_pdf import template_mark
from homare.exports.dataset import Dataset
from homare.exports.kit_content import kit_content
from homare.exports.kit_docx import kit_docx
from homare.exports.kit_pdf import TEMPLATE, kit_pdf
from homare.model.addresses import session_address
from homare.model.kit_view import KitView


def kit_files(dataset: Dataset, kept: Path) -> dict[str, bytes]:
    """Return the path within the site and the content of every kit's files.

    `kept` is the folder of PDFs from earlier builds, and is brought up to date. Raises OSError when the disk refuses.
    """
    files: dict[str, bytes] = {}
    current: set[Path] = set()
    for kit in dataset.catalogue.kits:
        address = session_address(kit.id)
        content = kit_content(KitView(dataset.catalogue, kit), dataset.site + address)
        file = kept / f"{_fingerprint(content)}.pdf"
        current.add(file)
        files[f"{address}kit.pdf"] = _kept_or_made(file, content)
        files[f"{address}kit.docx"] = kit_docx(content)
    for earlier in set(kept.glob("*.pdf")) - current:
        earlier.unlink(missing_ok=True)
    return files


def _kept_or_made(file: Path, content: Mapping[str, Any]) -> bytes:
    if file.is_file():
        return file.read_bytes()
    pdf = kit_pdf(content)
    file.parent.mkdir(parents=True, exist_ok=True)
    half_written = file.with_suffix(".part")
    half_written.write_bytes(pdf)
    half_written.replace(file)
    return pdf


def _fingerprint(content: Mapping[str, Any]) -> str:
    words = json.dumps(content, ensure_ascii=False, sort_keys=True).encode()
    return sha256(b"\0".join([TEMPLATE.read_bytes(), template_mark(), words])).hexdigest()[:32]
