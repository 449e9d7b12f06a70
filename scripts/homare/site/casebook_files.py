"""The casebook of a site, typeset anew only when its content has changed."""

from pathlib import Path

from homare.exports.casebook import book_content
from homare.exports.casebook_epub import casebook_epub
from homare.exports.casebook_pdf import NAME, casebook_pdf
from homare.exports.dataset import Dataset
from homare.exports.typesetting import fingerprint, inputs_of
from homare.site.content import BUILD, CASEBOOK
from homare.site.kept_files import KeptFiles
from homare.site.writing import write_file

PDF, EPUB = "data/casebook.pdf", "data/casebook.epub"


def write_casebook(dataset: Dataset, root: Path, folder: Path) -> None:
    """Write the casebook's files into `folder`, each where it will stand in the site. Raises OSError as disks do.

    What is typeset stays under `build/` of the project at `root`.
    """
    for path, content in casebook_files(dataset, root / BUILD / CASEBOOK).items():
        write_file(folder / path, content)


def casebook_files(dataset: Dataset, folder: Path) -> dict[str, bytes]:
    """Return the path within the site and the content of the casebook's files; none for a library too large.

    `folder` is where the book stays: a build that changes no record does not typeset. Raises OSError when the disk
    refuses.
    """
    if not dataset.catalogue.is_for_people:
        return {}
    kept = KeptFiles(folder)
    content = book_content(dataset)
    mark = fingerprint(inputs_of(NAME, content))
    pdf = kept.get(mark) or kept.put(mark, casebook_pdf(content))
    kept.drop_unused()
    return {PDF: pdf, EPUB: casebook_epub(content)}
