"""The marks that Git leaves in a file where two people have changed the same lines."""

import re

from homare.problems import Problem, Text

_MARK = re.compile(r"^(?:(?P<ours><{7}) .*|(?P<base>\|{7})(?: .*)?|(?P<theirs>={7})|(?P<end>>{7}) .*)$", re.MULTILINE)


def without_marks(path: str, text: str) -> tuple[str, list[Problem]]:
    """Return `text` with the first side of each conflict alone, and a problem for each conflict and each lone mark.

    The lines keep their numbers: what goes leaves an empty line.
    """
    if not _MARK.search(text):
        return text, []
    lines = text.split("\n")
    problems: list[Problem] = []
    side, second_side = "", list[int]()
    for index, line in enumerate(lines):
        mark = _MARK.match(line)
        if mark is None:
            second_side += [index] if side in ("base", "theirs") else []
            continue
        lines[index] = ""
        kind = str(mark.lastgroup)
        if kind == "ours" or not side:
            problems.append(Problem(path, index + 1, 1, "yaml-syntax", _MESSAGE, _HINT))
            side, second_side = kind if kind == "ours" else "", []
        elif kind == "end":
            for place in second_side:
                lines[place] = ""
            side = ""
        else:
            side = kind
    return "\n".join(lines), problems


_MESSAGE = Text("ほかの人の変更とぶつかった印が残っています。", "The marks of a conflict with another change are left.")
_HINT = Text(
    "<<<<<<<、=======、>>>>>>> の間にある2つの書き方から資料に合う方を残し、印の行を消してください。",
    "Keep the side that the sources support, and delete the lines of the marks.",
)
