"""Bytes of a record file to text: UTF-8 only, LF line ends, and no character that an editor cannot see."""

from homare.problems import Problem, Text
from homare.records.characters import HIDDEN, USUAL, hidden_characters, in_one_part

LARGEST_RECORD = 256 * 1024
"""Bytes; a long case is about 15 KB, so anything near this limit is not a record."""


def decode(path: str, content: bytes) -> tuple[str | None, list[Problem]]:
    """Return the text of a record file, or None, and the problems found.

    Hidden characters are reported and left out, so that the rest of the file can be read in the same run.
    """
    if len(content) > LARGEST_RECORD:
        return None, [_too_large(path)]
    if content.startswith((b"\xff\xfe", b"\xfe\xff")) or content.count(0) > len(content) // 4:
        return None, [_wrong_encoding(path, "UTF-16", content, 0)]
    if b"\x1b" in content and b"\x1b$" in content:  # one byte is looked for much faster than two
        return None, [_wrong_encoding(path, "ISO-2022-JP", content, content.index(b"\x1b$"))]
    if b"\r" in content:
        content = content.replace(b"\r\n", b"\n").replace(b"\r", b"\n")
    text, problems = decode_utf8(path, content)
    if text is None or USUAL.fullmatch(text):
        return text, problems
    lines = enumerate(text.split("\n"), start=1) if HIDDEN.search(text) else ()
    problems = [problem for number, line in lines for problem in hidden_characters(path, line, number, 1)]
    return in_one_part(HIDDEN.sub("", text)), problems


def decode_utf8(path: str, content: bytes) -> tuple[str | None, list[Problem]]:
    """Return the text of any file in UTF-8, or None and the problem that it is in another encoding."""
    try:
        return content.decode("utf-8-sig"), []
    except UnicodeDecodeError as error:
        return None, [_wrong_encoding(path, _guess(content), content, error.start)]


def _guess(content: bytes) -> str:
    """EUC-JP first: Shift_JIS text is hardly ever valid EUC-JP, but EUC-JP reads as Shift_JIS half-width katakana."""
    for codec, name in (("euc_jp", "EUC-JP"), ("cp932", "Shift_JIS")):
        try:
            content.decode(codec)
        except UnicodeDecodeError:
            continue
        return name
    return ""


def _wrong_encoding(path: str, found: str, content: bytes, offset: int) -> Problem:
    line = content.count(b"\n", 0, offset) + 1
    before = content[content.rfind(b"\n", 0, offset) + 1 : offset]
    column = len(before.decode("utf-8", "replace")) + 1
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


def _too_large(path: str) -> Problem:
    return Problem(
        path,
        1,
        1,
        "file-too-large",
        Text(
            f"ファイルが大きすぎます（上限は{LARGEST_RECORD:,}バイト）。",
            f"The file is too large (the limit is {LARGEST_RECORD:,} bytes).",
        ),
        Text("1件の事例だけが入っているか確かめてください。", "Make sure that it holds one case only."),
    )
