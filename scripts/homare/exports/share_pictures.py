"""The pictures that stand beside links in chats and social networks, of cases and of the library: PNG, set by typst."""

from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass

from homare.exports.typesetting import inputs_of, typeset
from homare.model.case import Case
from homare.model.catalogue import Catalogue
from homare.model.date_words import year_words
from homare.model.phrases import phrases_of
from homare.model.site_words import LIBRARY

NAME = "share"
OF_THE_LIBRARY = "share_library"
CLAIM = ("あなたの地域の課題に、", "答えた事例があります。")
ABOUT = ("イノベーションネットアワードを受けた取組を、", "しくみ・体制・資金・成果に分けて、出典つきで。")
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


def library_inputs(drawings: Mapping[str, bytes]) -> dict[str, bytes]:
    """Return what the library's own picture is set from; `drawings` are glyph.svg and wordmark.svg."""
    glyph = drawings["glyph.svg"].replace(b"<path ", b'<path fill="#163f7a" fill-opacity=".08" ')
    words = inputs_of(OF_THE_LIBRARY, {"claim": CLAIM, "about": ABOUT})
    return {**words, "glyph.svg": glyph, "wordmark.svg": drawings["wordmark.svg"]}


def library_picture(inputs: Mapping[str, bytes]) -> bytes:
    """Return the library's own picture, from `library_inputs`."""
    made = typeset(OF_THE_LIBRARY, inputs, format="png", ppi=72)
    return made[0] if isinstance(made, list) else made


def _short(phrase: str) -> tuple[str, ...]:
    return (phrase,) if len(phrase) <= _LONGEST else tuple(phrase)
