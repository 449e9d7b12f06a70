"""Which known word was meant."""

import pytest

from homare.model.nearest import did_you_mean, listed, nearest, nearest_key, no_such_case
from homare.problems import Text

OTHERWISE = Text("ほか", "otherwise")


@pytest.mark.parametrize(
    ("word", "known", "found"),
    [
        ("titel", ["kind", "title"], "title"),
        ("ＴＩＴＬＥ", ["kind", "TITLE"], "TITLE"),
        ("青森", ["秋田県", "青森県"], "青森県"),
        ("xyz", ["kind", "title"], None),
        ("2099", ["2019", "2020"], None),
        ("２０２０", ["2019", "2020"], "2020"),
        ("", ["kind"], None),
    ],
)
def test_nearest(word: str, known: list[str], found: str | None) -> None:
    assert nearest(word, known) == found


def test_a_hint_names_the_key_and_the_word_that_led_to_it() -> None:
    names = {"talent": "talent", "人材育成": "talent"}
    assert nearest_key("talant", names, OTHERWISE).ja == "「talent」ではありませんか。"
    assert nearest_key("人材育成", names, OTHERWISE).ja == "「talent」ではありませんか。"
    assert nearest_key("人材の育成", names, OTHERWISE).ja == "「talent」（人材育成）ではありませんか。"
    assert nearest_key("人材の育成", names, OTHERWISE).en == "Did you mean “talent” (人材育成)?"
    assert nearest_key("xyz", names, OTHERWISE) == OTHERWISE
    assert did_you_mean("kint", ["kind"], OTHERWISE).en == "Did you mean “kind”?"


def test_a_long_list_is_cut_and_says_so() -> None:
    assert listed(["a", "b"]) == "a、b"
    assert listed("abcd", most=3) == "a、b、c …"


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("2014-tsuyama-stainles", "2014-tsuyama-stainless"),
        ("2016-tsuyama-stainless", "2014-tsuyama-stainless"),
        ("2013-yamanashi-wine", None),
        ("2014-yamanashi-wine", None),
        ("", None),
    ],
)
def test_no_other_winner_is_proposed_for_a_case(typed: str, meant: str | None) -> None:
    """Ids of one edition are half alike: evidence must not be attached to somebody else."""
    _, hint = no_such_case(typed, ["2014-tsuyama-stainless", "2017-miyagi-auto", "2014-tsubame-migakiya"])
    assert (f"「{meant}」ではありませんか。" == hint.ja) if meant else ("ではありませんか" not in hint.ja)
