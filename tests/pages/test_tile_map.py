"""The map of 47 squares: every prefecture a link with its name and count, the shade a second sign only."""

from selectolax.lexbor import LexborHTMLParser

from homare.model.catalogue import Catalogue
from homare.pages.tile_map import MANY, tile_map


def tiles(catalogue: Catalogue, around: str | None = None) -> dict[str, dict[str, str | None]]:
    region = next((region for region in catalogue.vocabulary.regions if region.key == around), None)
    html = LexborHTMLParser(str(tile_map(catalogue, "find/", region)))
    return {node.attributes["data-prefecture"] or "": dict(node.attributes) for node in html.css("svg a")}


def test_every_prefecture_is_a_link_that_says_its_name_and_count(real_catalogue: Catalogue) -> None:
    found = tiles(real_catalogue)
    assert sorted(found) == sorted(real_catalogue.vocabulary.prefectures)
    for code, attributes in found.items():
        count = len(real_catalogue.in_prefecture(code))
        name = real_catalogue.vocabulary.prefectures[code].name
        assert attributes["aria-label"] == f"{name} {count}件"
        shade = "many" if count >= MANY else "some" if count else "none"
        assert attributes["class"] == f"hm-tile hm-tile--{shade}"
    assert found["17"]["href"] == "../regions/chubu/ishikawa/"


def test_no_two_prefectures_stand_on_one_square(real_catalogue: Catalogue) -> None:
    places = [prefecture.tile for prefecture in real_catalogue.vocabulary.prefectures.values()]
    assert len(set(places)) == len(places) == 47


def test_the_map_of_a_region_shades_only_that_region(real_catalogue: Catalogue) -> None:
    inside = next(region for region in real_catalogue.vocabulary.regions if region.key == "chubu").prefectures
    for code, attributes in tiles(real_catalogue, "chubu").items():
        assert ("hm-tile--outside" in (attributes["class"] or "")) == (code not in inside)


def test_a_narrow_screen_gets_a_list_of_the_prefectures_with_cases(real_catalogue: Catalogue) -> None:
    html = LexborHTMLParser(str(tile_map(real_catalogue, "find/")))
    listed = [node.text() for node in html.css(".hm-maplist a")]
    counted = {case.recipient.prefecture for case in real_catalogue.cases if case.recipient.prefecture}
    assert len(listed) == len(counted)
    assert "石川県 3件" in listed
