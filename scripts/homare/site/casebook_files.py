"""The casebook of a site, typeset anew only when its content has changed."""

from pathlib import Path

from homare.exports.casebook import book_content
from homare.exports.casebook_epub import casebook_epub
from homare.exports.casebook_pdf import NAME, casebook_pdf
from homare.exports.dataset import Dataset
from homare.exports.typesetting import fingerprint, inputs_of
from homare.model.site_words import MOST_FOR_PEOPLE
from homare.site.kept_files import KeptFiles

PDF, EPUB = "data/casebook.pdf", "data/casebook.epub"


def casebook_files(dataset: Dataset, folder: Path) -> dict[str, bytes]:
    """Return the path within the site and the content of the casebook's files; none for a library too large.

    `folder` is where the book stays: a build that changes no record does not typeset. Raises OSError when the disk
    refuses.
    """
    if not 0 < len(dataset.catalogue.cases) <= MOST_FOR_PEOPLE:
        return {}
    kept = KeptFiles(folder, ".pdf")
    content = book_content(dataset)
    mark = fingerprint(inputs_of(NAME, content))
    pdf = kept.get(mark) or kept.put(mark, casebook_pdf(content))
    kept.drop_unused()
    return {PDF: pdf, EPUB: casebook_epub(content)}
