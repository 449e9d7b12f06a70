"""A page is packed without loss."""

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from homare.site.packed_page import packed_page
from homare.site.page_reading import BuiltPage

TEXTS = st.lists(st.text(st.characters(blacklist_characters="\0", blacklist_categories=["Cs"])), unique=True)


@given(TEXTS, TEXTS, TEXTS, TEXTS)
def test_a_page_is_packed_without_loss(
    ids: list[str], references: list[str], foreign: list[str], inline: list[str]
) -> None:
    page = BuiltPage(frozenset(ids), tuple(references), tuple(foreign), tuple(inline))
    packed = packed_page(page)
    assert packed.listed() == (references, foreign, inline)
    assert packed == packed_page(replace(page, ids=frozenset(reversed(ids))))
    assert all(packed.has_id(name) for name in ids)
    assert packed.has_id("main") == ("main" in ids)


def test_only_a_whole_id_is_one() -> None:
    packed = packed_page(BuiltPage(frozenset({"main", "title"}), (), ()))
    assert packed.has_id("main")
    assert not any(map(packed.has_id, ("", "mai", "ain", "main\0title")))
