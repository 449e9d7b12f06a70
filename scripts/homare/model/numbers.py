"""Figures in words: 約5,200者, 1,000件超."""

from functools import lru_cache

from homare.model.case import Figure

_BEFORE = {"about": "約"}
_AFTER = {"over": "超", "at-least": "以上", "nearly": "近く", "up-to": "以下"}


@lru_cache(maxsize=4096)
def number_words(value: float) -> str:
    """Return a number with thousands separators and no needless decimals: 5200.0 → 5,200, 6.7 → 6.7."""
    return f"{int(value):,}" if value == int(value) else f"{value:,.6f}".rstrip("0")


def value_words(figure: Figure) -> tuple[str, str]:
    """Return the number with what stands before it, and the unit with what stands after it."""
    before = _BEFORE.get(figure.bound or "", "")
    after = _AFTER.get(figure.bound or "", "")
    return before + number_words(figure.value), figure.unit + after
