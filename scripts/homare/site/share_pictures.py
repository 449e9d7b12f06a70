"""Pictures of the cases for links in chats and networks: only those are made anew whose words changed."""

from pathlib import Path

from homare.exports.share_pictures import caption_of, picture_inputs, share_pictures
from homare.exports.typesetting import fingerprint
from homare.model.addresses import case_address
from homare.model.catalogue import Catalogue
from homare.model.site_words import MOST_FOR_PEOPLE
from homare.site.kept_files import KeptFiles

NAME = "share.png"
"""The picture's name beside the page of its case."""


def picture_files(catalogue: Catalogue, seal: bytes, folder: Path) -> dict[str, bytes]:
    """Return the path within the site and the PNG of each case; none for a library of more than MOST_FOR_PEOPLE cases.

    `folder` is where the pictures stay between builds. Raises OSError when the disk refuses.
    """
    kept = KeptFiles(folder, ".png")
    cases = catalogue.cases if len(catalogue.cases) <= MOST_FOR_PEOPLE else ()
    captions = [caption_of(catalogue, case) for case in cases]
    marks = [fingerprint(picture_inputs([caption], seal)) for caption in captions]
    found = [kept.get(mark) for mark in marks]
    missing = [place for place, picture in enumerate(found) if picture is None]
    for place, picture in zip(missing, share_pictures([captions[place] for place in missing], seal), strict=True):
        found[place] = kept.put(marks[place], picture)
    kept.drop_unused()
    return {f"{case_address(case.id)}{NAME}": picture for case, picture in zip(cases, found, strict=True) if picture}
