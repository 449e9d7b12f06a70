"""The files of the ready-made kits, beside their pages: PDF and Word. Only kits that changed are typeset anew."""

from pathlib import Path

from homare.exports.dataset import Dataset
from homare.exports.kit_content import kit_content
from homare.exports.kit_docx import kit_docx
from homare.exports.kit_pdf import NAME, kit_pdf
from homare.exports.typesetting import fingerprint, inputs_of
from homare.model.addresses import session_address
from homare.model.kit_view import KitView
from homare.site.kept_files import KeptFiles


def kit_files(dataset: Dataset, folder: Path) -> dict[str, bytes]:
    """Return the path within the site and the content of every kit's files.

    `folder` is where the PDFs stay between builds. Raises OSError when the disk refuses.
    """
    kept = KeptFiles(folder)
    files: dict[str, bytes] = {}
    for kit in dataset.catalogue.kits:
        address = session_address(kit.id)
        content = kit_content(KitView(dataset.catalogue, kit), dataset.site + address)
        mark = fingerprint(inputs_of(NAME, content))
        files[f"{address}kit.pdf"] = kept.get(mark) or kept.put(mark, kit_pdf(content))
        files[f"{address}kit.docx"] = kit_docx(content)
    kept.drop_unused()
    return files
