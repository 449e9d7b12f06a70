"""Plain text for mail: short lines, and no line that begins with 「。」 or ends with 「（」 (禁則処理, JIS X 4051).

Mail programs fold at 76 half-width columns; 30 to 35 full-width ones are what Japanese newsletters keep to.
"""

import re
import unicodedata
from collections.abc import Iterator

WIDEST = 70
"""Half-width columns: 35 full-width characters."""
RULE = "-" * 20
"""A ruled line; longer ones fold in narrow windows."""

NOT_FIRST = frozenset(
    "、。，．・：；？！!?,.:;)]}）」』】〉》〕］｝’”ー々ゝゞヽヾぁぃぅぇぉっゃゅょゎァィゥェォッャュョヮヵヶ〜%％℃"
)
NOT_LAST = frozenset("([{（「『【〈《〔［｛‘“")
_UNITS = re.compile(r"[!-~]+|.[\u0300-\u036f\u3099\u309a\ufe00-\ufe0f\U000e0100-\U000e01ef]*", re.DOTALL)
"""A Latin word with its marks, or one character with what belongs to it."""


def width(text: str) -> int:
    """Return the columns of `text`: two for a full-width character; the ambiguous ones count as full-width too."""
    return sum(
        0 if unicodedata.combining(character) or _is_selector(character) else _columns(character) for character in text
    )


def wrapped(text: str, first: str = "", rest: str = "") -> Iterator[str]:
    """Yield the lines of one paragraph, none wider than WIDEST but an address; `first` and `rest` open the lines."""
    line, lead = "", first
    for chunk in _chunks(" ".join(text.split())):
        if line and width(lead + line + chunk.rstrip()) > WIDEST:
            yield lead + line.rstrip()
            line, lead = "", rest
        line += chunk if line else chunk.lstrip()
        while width(lead + line.rstrip()) > WIDEST and not _is_address(line):
            fitting = _fitting(line, WIDEST - width(lead))
            yield lead + line[:fitting]
            line, lead = line[fitting:], rest
    if line.strip():
        yield lead + line.rstrip()


def _chunks(text: str) -> Iterator[str]:
    """Yield pieces between which a line may break."""
    chunk = ""
    for unit in _UNITS.findall(text):
        if chunk and unit[0] not in NOT_FIRST and chunk[-1] not in NOT_LAST:
            yield chunk
            chunk = ""
        chunk += unit
    if chunk:
        yield chunk


def _fitting(text: str, columns: int) -> int:
    """Return how many characters of an unbreakable piece go into one line; never none."""
    end = 1
    while end < len(text) and width(text[: end + 1]) <= columns:
        end += 1
    return end


def _is_address(text: str) -> bool:
    return text.startswith(("http://", "https://"))


def _is_selector(character: str) -> bool:
    return "\ufe00" <= character <= "\ufe0f" or "\U000e0100" <= character <= "\U000e01ef"


def _columns(character: str) -> int:
    return 2 if unicodedata.east_asian_width(character) in "WFA" else 1
