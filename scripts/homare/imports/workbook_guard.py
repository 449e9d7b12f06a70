"""Look at a workbook before it is opened: what would cost minutes or memory, or is no workbook, is refused here."""

import io
import re
import zipfile

from homare.problems import Problem, Text
from homare.rule_names import RuleName

MOST_UNPACKED = 20 * 1024 * 1024
HIGHEST_RATIO = 100
MOST_CELLS = 300_000
"""Twice what 300 records need; openpyxl reads this many within seconds."""
MOST_OTHER_MARKS = 100_000
MOST_FILES = 1000
_OLE = b"\xd0\xcf\x11\xe0"
_CELL = re.compile(rb"<(?:[^\s<>/]+:)?(?:c|si|row)[\s/>]")
_DECLARED = re.compile(rb"^<\?xml[^>]*encoding=[\"'](?!utf-8|us-ascii)", re.IGNORECASE)
_ENTITIES = re.compile(rb"<!(?:DOCTYPE|ENTITY)", re.IGNORECASE)


def refusal(file: str, content: bytes) -> Problem | None:
    """Return why the workbook is not opened, or None. Takes time and memory in proportion to what is unpacked."""
    if content.startswith(_OLE):
        return _problem(file, *_OLD_OR_LOCKED)
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            return _refusal(file, archive)
    except (zipfile.BadZipFile, zipfile.LargeZipFile, NotImplementedError, RuntimeError, OSError, ValueError, EOFError):
        return _problem(file, *NO_WORKBOOK)
    except Exception:
        return _problem(file, *NO_WORKBOOK)


def _refusal(file: str, archive: zipfile.ZipFile) -> Problem | None:
    infos = archive.infolist()
    unpacked, packed = sum(info.file_size for info in infos), sum(info.compress_size for info in infos)
    if unpacked > MOST_UNPACKED or unpacked > HIGHEST_RATIO * max(packed, 1) or len(infos) > MOST_FILES:
        return _problem(file, *too_large(unpacked))
    if "xl/workbook.xml" not in archive.namelist():
        return _problem(file, *NO_WORKBOOK)
    cells = others = 0
    for info in infos:
        part = archive.read(info)
        if _ENTITIES.search(part) or _ENTITIES.search(part.replace(b"\0", b"")):
            return _problem(file, *_WITH_ENTITIES)
        if info.filename.endswith((".xml", ".rels")) and (
            _DECLARED.match(part) or part[:2] in (b"\xff\xfe", b"\xfe\xff")
        ):
            return _problem(file, *NO_WORKBOOK)
        if info.filename.startswith(("xl/worksheets/", "xl/sharedStrings")):
            cells += len(_CELL.findall(part))
        else:
            others += part.count(b"<")
        if cells > MOST_CELLS or others > MOST_OTHER_MARKS:
            return _problem(file, *too_large(unpacked))
    return None


def _problem(file: str, rule: RuleName, message: Text, hint: Text) -> Problem:
    return Problem(file, 1, 1, rule, message, hint)


def too_large(unpacked: int) -> tuple[RuleName, Text, Text]:
    """Return the rule, the message and the hint for a workbook of so many bytes."""
    size = f"{unpacked / 1024 / 1024:.1f}"
    return (
        "workbook-too-large",
        Text(
            f"ブックの中身が大きすぎるため、開きませんでした（広げると{size}MB）。",
            f"The workbook is too large to be opened ({size} MB when unpacked).",
        ),
        Text(
            "homare export xlsx で書き出したブックに、必要な行だけを写してください。"
            "使っていない行や列に色や枠があると大きくなります。",
            "Copy the rows needed into a workbook made by homare export xlsx.",
        ),
    )


NO_WORKBOOK: tuple[RuleName, Text, Text] = (
    "not-a-workbook",
    Text("Excelのブック（.xlsx）として読めません。", "This is not a readable workbook (.xlsx)."),
    Text(
        "Excelで開き、「名前を付けて保存」で「Excelブック（.xlsx）」を選んで保存しなおしてください。",
        "Open it in Excel and save it again as a workbook (.xlsx).",
    ),
)
_OLD_OR_LOCKED: tuple[RuleName, Text, Text] = (
    "not-a-workbook",
    Text(
        "古い形式（.xls）か、パスワードの付いたブックです。",
        "This is a workbook of the old kind (.xls), or one with a password.",
    ),
    Text(
        "パスワードを外し、「名前を付けて保存」で「Excelブック（.xlsx）」を選んで保存しなおしてください。",
        "Take the password off and save it as a workbook (.xlsx).",
    ),
)
_WITH_ENTITIES: tuple[RuleName, Text, Text] = (
    "workbook-with-entities",
    Text(
        "ブックの中に、Excelが書かない定義（DTD・実体）があるため、開きませんでした。",
        "The workbook holds a DTD or entities, which Excel never writes; it was not opened.",
    ),
    Text(
        "安全なブックではないおそれがあります。送り主に確かめ、新しいブックに値だけを写してください。",
        "It may not be safe. Ask the sender, and copy the values into a new workbook.",
    ),
)
