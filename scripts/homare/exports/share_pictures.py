"""The picture of a case that stands beside a link to it in chats and social networks: PNG, set by typst."""

from collections.abc import Sequence
from dataclasses import asdict, dataclass

from homare.exports.typesetting import inputs_of, typeset
from homare.model.case import Case
from homare.model.catalogue import Catalogue
from homare.model.date_words import year_words
from homare.model.phrases import phrases_of
from homare.model.site_words import LIBRARY

NAME = "share"
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
    made = typeset(NAME, picture_inputs(captions, seal), format="png", ppi=72)
    return made if isinstance(made, list) else [made]


def picture_inputs(captions: Sequence[Caption], seal: bytes) -> dict[str, bytes]:
    """Return what the pictures are set from: file name → content."""
    return {**inputs_of(NAME, [asdict(caption) for caption in captions]), "seal.svg": seal}


def _short(phrase: str) -> tuple[str, ...]:
    return (phrase,) if len(phrase) <= _LONGEST else tuple(phrase)
