"""Pictures of the cases for links in chats and networks: only those are made anew whose words changed."""

import json
from dataclasses import asdict
from hashlib import sha256
from pathlib import Path

from homare.exports.share_pictures import TEMPLATE, Caption, caption_of, share_pictures
from homare.model.addresses import case_address
from homare.model.catalogue import Catalogue
from homare.model.site_words import MOST_FOR_PEOPLE

NAME = "share.png"
"""The picture's name beside the page of its case."""


def picture_files(catalogue: Catalogue, seal: bytes, kept: Path) -> dict[str, bytes]:
    """Return the path within the site and the PNG of each case; none for a library of more than MOST_FOR_PEOPLE cases.

    `kept` is the folder of pictures from earlier builds, and is brought up to date. Raises OSError as the disk does.
    """
    cases = catalogue.cases if len(catalogue.cases) <= MOST_FOR_PEOPLE else ()
    captions = {case.id: caption_of(catalogue, case) for case in cases}
    files = {case_id: kept / f"{_fingerprint(caption, seal)}.png" for case_id, caption in captions.items()}
    missing = [case_id for case_id, file in files.items() if not file.is_file()]
    made = dict(zip(missing, share_pictures([captions[case_id] for case_id in missing], seal), strict=True))
    pictures = {case_id: made.get(case_id) or file.read_bytes() for case_id, file in files.items()}
    _keep(kept, {files[case_id]: picture for case_id, picture in pictures.items()})
    return {f"{case_address(case_id)}{NAME}": picture for case_id, picture in pictures.items()}


def _fingerprint(caption: Caption, seal: bytes) -> str:
    words = json.dumps(asdict(caption), ensure_ascii=False).encode()
    return sha256(b"\0".join([TEMPLATE.read_bytes(), seal, words])).hexdigest()[:32]


def _keep(folder: Path, pictures: dict[Path, bytes]) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    for old in set(folder.glob("*.png")) - set(pictures):
        old.unlink(missing_ok=True)
    for file, picture in pictures.items():
        if not file.is_file():
            unfinished = file.with_suffix(".part")
            unfinished.write_bytes(picture)
            unfinished.replace(file)
