"""The picture of a case that stands beside a link to it in chats and social networks: PNG, set by typst."""

import json
import tempfile
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from importlib.resources import files
from pathlib import Path

import typst

from homare.exports.casebook_pdf import font_folders
from homare.model.case import Case
from homare.model.catalogue import Catalogue
from homare.model.date_words import year_words
from homare.model.phrases import phrases_of
from homare.model.site_words import LIBRARY

TEMPLATE = files("homare.exports").joinpath("share.typ")
WIDTH, HEIGHT = 1200, 630
"""What the networks ask for; typst sets points, and one point becomes one pixel."""
_LONGEST = 14
"""Characters of the title in a line: a longer phrase must be free to break."""


@dataclass(frozen=True)
class Caption:
    """The words on a case's picture."""

    phrases: tuple[str, ...]
    by: str
    prize: str
    when_and_where: str
    library: str = LIBRARY


def caption_of(catalogue: Catalogue, case: Case) -> Caption:
    """Return what the picture of `case` says."""
    prize, edition = catalogue.prize_of(case), case.award.edition
    prefecture = catalogue.vocabulary.prefectures.get(case.recipient.prefecture or "")
    region = catalogue.region_of(case)
    where = prefecture.name if prefecture else region.label if region else ""
    when = year_words(edition) if edition else "受賞年は未確認"
    return Caption(
        tuple(part for phrase in phrases_of(case.title) for part in _short(phrase)),
        case.recipient.name,
        prize.short_label if prize else "賞の種類は未確認",
        "・".join(filter(None, [when, where])),
    )


def share_pictures(captions: Sequence[Caption], seal: bytes) -> list[bytes]:
    """Return a PNG for each caption, in their order; `seal` is the library's mark as SVG. Same bytes for same words."""
    if not captions:
        return []
    with tempfile.TemporaryDirectory(prefix="homare-share-") as name:
        folder = Path(name)
        inputs: Mapping[str, bytes] = {
            "share.typ": TEMPLATE.read_bytes(),
            "seal.svg": seal,
            "cases.json": json.dumps([asdict(caption) for caption in captions], ensure_ascii=False).encode(),
        }
        for path, content in inputs.items():
            (folder / path).write_bytes(content)
        made: bytes | list[bytes] = typst.compile(
            str(folder / "share.typ"),
            root=str(folder),
            font_paths=[str(path) for path in font_folders()],
            ignore_system_fonts=True,
            format="png",
            ppi=72,
        )
    return made if isinstance(made, list) else [made]


def _short(phrase: str) -> tuple[str, ...]:
    return (phrase,) if len(phrase) <= _LONGEST else tuple(phrase)
