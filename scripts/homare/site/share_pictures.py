"""Pictures for links in chats and networks: only those are made anew whose words changed."""

from collections.abc import Mapping
from pathlib import Path

from homare.exports.share_pictures import (
    caption_of,
    library_inputs,
    library_picture,
    picture_inputs,
    share_pictures,
)
from homare.exports.typesetting import fingerprint
from homare.model.addresses import case_address
from homare.model.catalogue import Catalogue
from homare.site.kept_files import KeptFiles

NAME = "share.png"
"""The picture's name beside the page of its case."""
OF_THE_LIBRARY = f"assets/images/{NAME}"
"""The picture of every other page."""


def picture_files(catalogue: Catalogue, drawings: Mapping[str, bytes], folder: Path) -> dict[str, bytes]:
    """Return the path within the site and the PNG of the library and of each case, up to MOST_FOR_PEOPLE cases.

    `drawings` are our SVG files by name; `folder` is where the pictures stay between builds. Raises OSError when the
    disk refuses.
    """
    kept = KeptFiles(folder)
    inputs, seal = library_inputs(drawings), drawings["favicon.svg"]
    mark = fingerprint(inputs)
    of_the_library = kept.get(mark) or kept.put(mark, library_picture(inputs))
    cases = catalogue.cases if catalogue.is_for_people else ()
    captions = [caption_of(catalogue, case) for case in cases]
    marks = [fingerprint(picture_inputs([caption], seal)) for caption in captions]
    found = [kept.get(mark) for mark in marks]
    missing = [place for place, picture in enumerate(found) if picture is None]
    for place, picture in zip(missing, share_pictures([captions[place] for place in missing], seal), strict=True):
        found[place] = kept.put(marks[place], picture)
    kept.drop_unused()
    of_cases = {
        f"{case_address(case.id)}{NAME}": picture for case, picture in zip(cases, found, strict=True) if picture
    }
    return {OF_THE_LIBRARY: of_the_library, **of_cases}
