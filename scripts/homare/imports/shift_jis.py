"""What Shift_JIS (CP932) makes of a record's text: put back where the record tells it, and what is lost for good."""

import unicodedata
from collections.abc import Mapping

from homare.imports.values import brief, brief_pair
from homare.problems import Text

_WINDOWS = str.maketrans("—", "―")
"""What Windows writes for a character that Shift_JIS lacks, and Python's codec does not: glibc has it too."""
_LAST_OF_ONE_UNIT = "\uffff"


def put_back(new: str, old: str) -> str:
    """Return a cell's text with the characters that its record, which says `old`, tells.

    A text that is what Shift_JIS makes of the record's was not touched. In one that was, 〜 is put back for its ～, but
    nobody can tell what a ? stood for.
    """
    lost = {character: _forms(character) for character in old if _written(character) != character}
    if not lost:
        return new
    units = "".join(one * 2 if one in lost and one > _LAST_OF_ONE_UNIT else one for one in old)  # Windows may write ??
    if _is_made_of(new.strip(), old.strip(), lost) or _is_made_of(new.strip(), units.strip(), lost):
        return old
    for character in lost:
        form = _written(character)
        is_its_own = form not in old and [_written(other) for other in lost].count(form) == 1
        if is_its_own and not form.isascii():
            new = new.replace(form, character)
    return new


def _is_made_of(new: str, old: str, lost: Mapping[str, str]) -> bool:
    """True when `new` is `old`, but for characters of which it may have any of the forms in `lost`."""
    return len(new) == len(old) and all(
        one == was or one in lost.get(was, "") for one, was in zip(new, old, strict=True)
    )


def _forms(character: str) -> str:
    """Return what may stand for a character that Shift_JIS lacks: a like one, its plain letter (é, ²), or ?."""
    return _written(character) + _written(unicodedata.normalize("NFKD", character)[0]) + "?"


def _written(text: str) -> str:
    return text.translate(_WINDOWS).encode("cp932", "replace").decode("cp932")


def lost(old: str, new: str) -> tuple[Text, Text]:
    """Return the message and the hint for a cell that has more ? than its record, which says `old`."""
    if _written(old).count("?") > old.count("?"):
        first, second = brief_pair(old, new)
        message = Text(
            f"Shift_JISにない文字が「?」に変わっています：「{first}」→「{second}」",
            f"Characters that Shift_JIS lacks have become “?”: “{first}” → “{second}”.",
        )
    else:
        message = Text(
            f"「?」があります。Shift_JISにない文字が変わったものかもしれません：「{brief(new)}」",
            f"There is a “?”: it may stand for a character that Shift_JIS lacks. “{brief(new)}”",
        )
    return message, _HINT


_HINT = Text(
    "「CSV UTF-8（コンマ区切り）」で保存しなおすか、homare export xlsx のブックで直してください。",
    "Save it as CSV UTF-8, or use the workbook of homare export xlsx.",
)
