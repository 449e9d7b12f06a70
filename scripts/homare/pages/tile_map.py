"""The map: 47 squares that stand roughly where the prefectures lie, each a link with its name and count."""

from homare.model.catalogue import Catalogue
from homare.model.vocabulary import Prefecture, Region
from homare.pages.addresses import prefecture_address, relative
from homare.pages.markdown import Markdown, render

STEP, SIZE = 38, 36
MANY = 3
"""From this many cases on, a tile takes the darkest shade; the number stands in the tile as text in any case."""


def tile_map(catalogue: Catalogue, address: str, around: Region | None = None) -> Markdown:
    """Return the inline SVG and, for screens too narrow for it, the same links as a list.

    With `around`, only that region is shaded: the map then says where it lies.
    """
    words = catalogue.vocabulary
    tiles = []
    for region in words.regions:
        for code in region.prefectures:
            if code in words.prefectures:
                prefecture = words.prefectures[code]
                count = catalogue.term_counts["prefecture", code]
                link = Markdown(relative(address, prefecture_address(region, prefecture)))
                shade = _shade(count) if around in (None, region) else "outside"
                tiles.append((prefecture, link, count, shade, *_corner(prefecture)))
    tiles.sort(key=lambda tile: tile[0].code)
    width = max((tile[4] for tile in tiles), default=0) + STEP
    height = max((tile[5] for tile in tiles), default=0) + STEP
    return render("map", tiles=tiles, width=width, height=height, size=SIZE)


def _corner(prefecture: Prefecture) -> tuple[int, int]:
    row, column = prefecture.tile
    return column * STEP + 1, row * STEP + 1


def _shade(count: int) -> str:
    return "many" if count >= MANY else "some" if count else "none"
