"""The picture of transfers: arcs over the tile map from where a programme began to where it was taken up."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from homare.model.catalogue import Catalogue
from homare.model.spreads import Spread
from homare.pages.gathered import record_words
from homare.pages.markdown import Markdown, render

STEP, SIZE = 58, 54
ELSEWHERE = {"abroad": (9, 8, "海外"), "wide": (9, 11, "広い地域")}
"""Tiles (row, column) in the empty sea for what went abroad or to several prefectures at once."""
ABROAD = ("フィリピン", "海外")
"""Words in a place that say that it is not in Japan."""
IN_A_ROW = 3
"""Numbers that stand side by side in a tile; more go into a second row."""
IN_A_TILE = 2 * IN_A_ROW
"""Numbers that a tile has room for; later arcs end in it without theirs."""

Point = tuple[float, float]


@dataclass(frozen=True)
class Tile:
    """A square with the place's name."""

    name: str
    x: int
    y: int
    kind: str


@dataclass(frozen=True)
class Arc:
    """A curve from origin to place, with the number that it has in the table, if there is room; `d` is the SVG path."""

    number: int | None
    certainty: str
    d: str
    end: Point


def spread_map(catalogue: Catalogue, found: Sequence[Spread], address: str) -> Markdown:
    """Return the SVG with its key, and beside it the same as a list that leads into the table."""
    corners = {
        code: (one.tile[1] * STEP + 2, one.tile[0] * STEP + 2) for code, one in catalogue.vocabulary.prefectures.items()
    }
    corners |= {key: (column * STEP + 2, row * STEP + 2) for key, (row, column, _) in ELSEWHERE.items()}
    arcs = _arcs(found, corners)
    return render(
        "spread_map",
        spreads=found,
        tiles=_tiles(catalogue, found, corners),
        arcs=arcs,
        width=max(x for x, _ in corners.values()) + STEP,
        height=max(y for _, y in corners.values()) + STEP,
        size=SIZE,
        **record_words(catalogue, address),
    )


def _tiles(catalogue: Catalogue, found: Sequence[Spread], corners: dict[str, tuple[int, int]]) -> list[Tile]:
    origins = {spread.case.recipient.prefecture for spread in found}
    places = {_place(spread) for spread in found}
    names = {code: _short(one.name) for code, one in catalogue.vocabulary.prefectures.items()}
    names |= {key: name for key, (_, _, name) in ELSEWHERE.items() if key in places}
    return [
        Tile(name, *corners[key], "origin" if key in origins else "place" if key in places else "none")
        for key, name in names.items()
    ]


def _arcs(found: Sequence[Spread], corners: dict[str, tuple[int, int]]) -> list[Arc]:
    ends = Counter(_place(spread) for spread in found)
    seen: Counter[str] = Counter()
    arcs = []
    for spread in found:
        origin, place = spread.case.recipient.prefecture, _place(spread)
        if origin in corners and place in corners:
            start = (corners[origin][0] + SIZE / 2, corners[origin][1] + 24)
            number = spread.row if seen[place] < IN_A_TILE else None
            end = _end(corners[place], min(seen[place], IN_A_TILE - 1), min(ends[place], IN_A_TILE))
            arcs.append(Arc(number, spread.adaptation.certainty, _path(start, end, origin == place), end))
            seen[place] += 1
    return arcs


def _place(spread: Spread) -> str:
    if spread.adaptation.prefecture:
        return spread.adaptation.prefecture
    return "abroad" if any(word in spread.adaptation.to for word in ABROAD) else "wide"


def _short(name: str) -> str:
    return name if name == "北海道" else name[:-1]


def _end(corner: tuple[int, int], index: int, count: int) -> Point:
    """Where a number stands in its tile: below the name, side by side with the others."""
    row, column = divmod(index, IN_A_ROW)
    in_row = min(IN_A_ROW, count - row * IN_A_ROW)
    rows = -(-count // IN_A_ROW)
    x = corner[0] + SIZE / 2 + (column - (in_row - 1) / 2) * 17
    y = corner[1] + (38 if rows == 1 else 29 + row * 17)
    return round(x, 1), round(y, 1)


def _path(start: Point, end: Point, at_home: bool) -> str:
    """A bent line; one that stays at home is a small loop."""
    (x1, y1), (x2, y2) = start, end
    if at_home:
        return f"M{x1:.1f} {y1:.1f}C{x1 - 40:.1f} {y1 - 34:.1f} {x2 + 34:.1f} {y1 - 40:.1f} {x2:.1f} {y2:.1f}"
    bend = 0.16 if x2 > x1 else -0.16
    middle = ((x1 + x2) / 2 + (y2 - y1) * bend, (y1 + y2) / 2 - (x2 - x1) * bend)
    return f"M{x1:.1f} {y1:.1f}Q{middle[0]:.1f} {middle[1]:.1f} {x2:.1f} {y2:.1f}"
