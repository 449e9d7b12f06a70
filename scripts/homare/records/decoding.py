"""Bytes of a record file to text: UTF-8 only, and no character that an editor cannot see."""

import re
from collections.abc import Iterator

from homare.problems import Problem, Text

LARGEST_RECORD = 256 * 1024
"""Bytes; a long case is about 15 KB, so anything near this limit is not a record."""

_HIDDEN = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff\ufff9-\ufffb]")


def decode(path: str, content: bytes) -> tuple[str | None, list[Problem]]:
    """Return the text of a record file with LF line ends, or None and the problems that keep it from being read."""
    if len(content) > LARGEST_RECORD:
        return None, [_too_large(path, len(content))]
    if content.startswith((b"\xff\xfe", b"\xfe\xff")):
        return None, [_wrong_encoding(path, "UTF-16", content, 0)]
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        return None, [_wrong_encoding(path, _guess(content), content, error.start)]
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    return text, list(_hidden_characters(path, text))


def _guess(content: bytes) -> str:
    try:
        content.decode("cp932")
    except UnicodeDecodeError:
        return ""
    return "Shift_JIS"


def _wrong_encoding(path: str, found: str, content: bytes, offset: int) -> Problem:
    line = content.count(b"\n", 0, offset) + 1
    column = offset - content.rfind(b"\n", 0, offset)
    ja = f"文字コードが{found}です" if found else "文字コードがUTF-8ではありません"
    en = f"The file is encoded in {found}" if found else "The file is not UTF-8"
    return Problem(
        path,
        line,
        column,
        "wrong-encoding",
        Text(f"{ja}。", f"{en}."),
        Text(
            "UTF-8で保存しなおしてください（メモ帳では「名前を付けて保存」の「エンコード」で選べます）。",
            "Save it again as UTF-8.",
        ),
    )


def _too_large(path: str, size: int) -> Problem:
    return Problem(
        path,
        1,
        1,
        "file-too-large",
        Text(
            f"ファイルが大きすぎます（{size:,}バイト、上限は{LARGEST_RECORD:,}バイト）。",
            f"The file is too large ({size:,} bytes; the limit is {LARGEST_RECORD:,}).",
        ),
        Text("1件の事例だけが入っているか確かめてください。", "Make sure that it holds one case only."),
    )


def _hidden_characters(path: str, text: str) -> Iterator[Problem]:
    for number, line in enumerate(text.split("\n"), start=1):
        for found in _HIDDEN.finditer(line):
            code = f"U+{ord(found.group()):04X}"
            yield Problem(
                path,
                number,
                found.start() + 1,
                "hidden-character",
                Text(f"見えない文字（{code}）が入っています。", f"There is an invisible character ({code})."),
                Text(
                    "その文字を消してください。ほかの文書から貼り付けたときに混ざることがあります。",
                    "Delete it. Such characters often come along when text is pasted from another document.",
                ),
            )
