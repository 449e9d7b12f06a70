"""Text as search sees it."""

import re
import unicodedata

from hypothesis import given
from hypothesis import strategies as st

from homare.site.search.tokens import FOLDED, STANDS_ALONE, index_word, normalise, tokens, tokens_of_normalised


def test_every_character_is_a_token_but_latin_words_and_tokyo() -> None:
    assert tokens("東京都のIoT、119件（R&D）") == [*"東京"[:0], "東京", *"都の", "iot", *"、119件(", "r", "&", "d", ")"]


def test_width_case_and_interchangeable_characters_make_no_difference() -> None:
    assert tokens("ＩｏＴ　ｲﾉﾍﾞｰｼｮﾝ ６次") == tokens("iot イノベーション 6次")
    assert tokens("八ヶ岳 髙橋 1〜2") == tokens("八ケ岳 高橋 1~2")


def test_voiced_kana_stay_voiced_however_they_are_composed() -> None:
    assert tokens("か\u3099っこう") == tokens("がっこう") != tokens("かっこう")
    assert tokens("ｶﾞ") == ["ガ"]


@given(st.text())
def test_any_text_has_tokens_without_spaces(text: str) -> None:
    assert all(token and not token.isspace() for token in tokens(text))


@given(st.text(min_size=1), st.text(min_size=1))
def test_a_part_of_a_text_is_a_part_of_its_tokens(before: str, after: str) -> None:
    """That is what makes a phrase of tokens a string of the text; Latin words and 東京 are the exceptions."""
    part = "産学官連携"
    joined = "".join(tokens(f"{before} {part} {after}"))
    assert normalise(part) in joined


@given(st.characters(exclude_categories=("Cs", "Z", "Cc")))
def test_every_token_has_a_word_in_letters_and_no_two_share_one(character: str) -> None:
    words = [index_word(token) for token in tokens(character)]
    assert all(word.isalnum() for word in words)
    assert index_word("、") != index_word("。")


def plainly_normalised(text: str) -> str:
    return unicodedata.normalize("NFKC", text).lower().translate(FOLDED)


ALONE = re.compile(f"[{STANDS_ALONE}]")
CHARACTERS = [chr(code) for code in range(0x110000) if not 0xD800 <= code < 0xE000]


def test_every_character_is_normalised_as_unicode_has_it() -> None:
    assert all(normalise(character) == plainly_normalised(character) for character in CHARACTERS)


def test_what_stands_alone_begins_with_no_mark_and_joins_nothing_before_it() -> None:
    for character in filter(ALONE.match, CHARACTERS):
        first = unicodedata.normalize("NFKD", character)[0]
        assert unicodedata.category(first)[0] != "M", character
        assert not "\u1100" <= first <= "\u11ff", f"{character}: parts of a Hangul syllable join"
        assert "Σ" not in unicodedata.normalize("NFKC", character)


@given(
    st.text(st.from_regex(ALONE, fullmatch=True) | st.sampled_from("\u3099ﾞ\u0301Σ가ᄀ") | st.characters(codec="utf-8"))
)
def test_of_any_text_the_fast_way_makes_what_unicode_has(text: str) -> None:
    assert normalise(text) == plainly_normalised(text)


@given(st.text(st.sampled_from("東京都ab　 \n\u2028、") | st.characters(codec="utf-8")))
def test_the_fast_way_finds_the_tokens_that_the_rule_names(text: str) -> None:
    normalised = normalise(text)
    assert tokens_of_normalised(normalised) == re.findall(r"東京|[a-z]+|\S", normalised)
