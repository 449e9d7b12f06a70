"""The picture of transfers: arcs over the tile map from where a programme began to where it was taken up."""

import math
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from homare.model.catalogue import Catalogue
from homare.model.spreads import Spread
from homare.pages.markdown import Markdown, render

STEP, SIZE = 44, 40
ELSEWHERE = {"abroad": (3, 1), "wide": (3, 4)}
"""Tiles (row, column) in the empty corner for what went abroad or to several prefectures at once."""
ABROAD = ("フィリピン", "海外")
"""Words in a place that say that it is not in Japan."""
RING = 11.0
"""How far from a tile's centre the arcs end when several end there."""


@dataclass(frozen=True)
class Tile:
    """A square with the place's name."""

    name: str
    x: int
    y: int
    kind: str


@dataclass(frozen=True)
class Arc:
    """A curve from origin to place, with the number that it has in the table; `d` is the SVG path."""

    number: int
    certainty: str
    d: str
    end_x: float
    end_y: float


def spread_map(catalogue: Catalogue, found: Sequence[Spread]) -> Markdown:
    """Return the SVG, with a caption that sends readers to the table for the same in words."""
    prefectures = catalogue.vocabulary.prefectures
    corners = {code: (one.tile[1] * STEP + 2, one.tile[0] * STEP + 2) for code, one in prefectures.items()}
    corners |= {key: (column * STEP + 2, row * STEP + 2) for key, (row, column) in ELSEWHERE.items()}
    drawn = [(spread, spread.case.recipient.prefecture, _place(spread)) for spread in found]
    ends = Counter(place for _, origin, place in drawn if origin)
    seen: Counter[str] = Counter()
    arcs = []
    for spread, origin, place in drawn:
        if origin:
            arcs.append(_arc(spread, corners[origin], corners[place], seen[place], ends[place]))
            seen[place] += 1
    origins = {origin for _, origin, _ in drawn}
    tiles = [
        Tile(_short(one.name), *corners[code], "origin" if code in origins else "place" if code in ends else "none")
        for code, one in prefectures.items()
    ]
    tiles += [
        Tile(name, *corners[key], "place") for key, name in (("abroad", "海外"), ("wide", "広域")) if key in ends
    ]
    width, height = (max(corner[axis] for corner in corners.values()) + STEP for axis in (0, 1))
    return render("spread_map", tiles=tiles, arcs=arcs, width=width, height=height, size=SIZE, ends=ends)


def _place(spread: Spread) -> str:
    if spread.adaptation.prefecture:
        return spread.adaptation.prefecture
    return "abroad" if any(word in spread.adaptation.to for word in ABROAD) else "wide"


def _short(name: str) -> str:
    return name if name == "北海道" else name[:-1]


def _arc(spread: Spread, start: tuple[int, int], end: tuple[int, int], index: int, count: int) -> Arc:
    """A bent line; several that end in one tile end on a ring around its centre, one that stays at home is a loop."""
    half = SIZE / 2
    x1, y1 = start[0] + half, start[1] + half
    angle = 2 * math.pi * index / count - math.pi / 2
    radius = RING if count > 1 else 0.0
    x2, y2 = end[0] + half + radius * math.cos(angle), end[1] + half + radius * math.sin(angle)
    if start == end:
        d = f"M{x1:.1f} {y1:.1f}C{x1 - 34:.1f} {y1 - 30:.1f} {x2 + 34:.1f} {y2 - 34:.1f} {x2:.1f} {y2:.1f}"
    else:
        bend = 0.18 if x2 > x1 else -0.18
        middle_x, middle_y = (x1 + x2) / 2 + (y2 - y1) * bend, (y1 + y2) / 2 - (x2 - x1) * bend
        d = f"M{x1:.1f} {y1:.1f}Q{middle_x:.1f} {middle_y:.1f} {x2:.1f} {y2:.1f}"
    return Arc(spread.number, spread.adaptation.certainty, d, round(x2, 1), round(y2, 1))
