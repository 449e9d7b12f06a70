"""Characters that an editor cannot see, and letters written in two parts."""

import re
import unicodedata
from collections.abc import Iterator

from homare.problems import Problem, Text

HIDDEN = re.compile(
    "["
    "\x00-\x08\x0b-\x1f\x7f-\x9f"  # controls but tab and line feed
    "\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180e\u3164\uffa0"  # soft hyphen, joiners and fillers
    "\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff0-\ufffb"  # zero width, line breaks, direction, byte order mark
    "\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff"  # halves of a pair and code points that are no characters
    + "".join(f"{chr(plane + 0xFFFE)}{chr(plane + 0xFFFF)}" for plane in range(0x10000, 0x110000, 0x10000))
    + "\U000e0000-\U000e007f"  # tags
    "]"
)
"""Variation selectors are not among them: they tell 辻󠄀 from 辻."""

USUAL = re.compile(
    "["
    "\n\x20-\x7e\u00a0-\u00ac\u00ae-\u02ff"  # Latin letters
    "\u2010-\u2027\u2030-\u205e\u2070-\u2fff"  # dashes, quotation marks, arrows, numbers in circles
    "\u3000-\u3098\u309b-\u3163\u3165-\ud7af"  # kana, kanji
    "\uf900-\ufaff\uff01-\uff9f"  # kanji of old character sets, wide and narrow forms
    "]*+"
)
"""Text in which nothing is hidden and no letter is in two parts: nearly every record, and this is seen ten times as
fast as that nothing of `HIDDEN` is found."""

_MARKS = "\u0300-\u036f\u3099\u309a"
_MARK = re.compile(f"[{_MARKS}]")
_IN_TWO_PARTS = re.compile(f"[^{_MARKS}][{_MARKS}]+")


FORMULA_STARTS = tuple("=+-@\t\r\n＝＋－＠")
"""What makes Excel calculate or run a cell (OWASP, "CSV Injection"), and the wide signs that its input method turns."""


def in_one_part(text: str) -> str:
    """Return `text` with か + ゛ as が; all else stays as typed (NFC of the whole text would turn U+FA19 into 神)."""
    if not _MARK.search(text):
        return text
    return _IN_TWO_PARTS.sub(lambda found: unicodedata.normalize("NFC", found.group()), text)


def hidden_characters(path: str, text: str, line: int, column: int) -> Iterator[Problem]:
    """Yield a problem for each hidden character of the one-line `text` that starts at `line` and `column`."""
    for found in HIDDEN.finditer(text):
        code = f"U+{ord(found.group()):04X}"
        yield Problem(
            path,
            line,
            column + found.start(),
            "hidden-character",
            Text(f"見えない文字（{code}）が入っています。", f"There is an invisible character ({code})."),
            Text(
                "その文字を消してください。ほかの文書から貼り付けたときに混ざることがあります。",
                "Delete it. Such characters often come along when text is pasted from another document.",
            ),
        )
