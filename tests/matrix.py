"""Rows 01–33 of the test matrix: what an editor may hand in, and what homare must say or do. Tests run the tables.

A row that must be refused says where (`LINE:COLUMN RULE` for a file, else the rule alone) and a word of the advice.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from tests.libraries import SMALLEST

PATH = "2020/row.yaml"


@dataclass(frozen=True)
class Row:
    """One input of a row: the files by their place in the library, and what becomes of them.

    `marks` are the problems in file order, empty for what is accepted; `says` stands in a message or a hint.
    """

    number: str
    what: str
    files: Mapping[str, bytes]
    marks: tuple[str, ...] = ()
    says: str = ""


def one(number: str, what: str, text: str | bytes, *marks: str, says: str = "") -> Row:
    """Return a row about a single record."""
    content = text if isinstance(text, bytes) else text.encode("utf-8", "surrogatepass")
    return Row(number, what, {PATH: content}, marks, says)


def put(old: str, new: str) -> str:
    """Return the smallest record with one part of it replaced."""
    assert old in SMALLEST, old
    return SMALLEST.replace(old, new, 1)


def more(lines: str) -> str:
    """Return the smallest record with `lines` at its end: they begin in line 21."""
    assert len(SMALLEST.splitlines()) == LINES
    return SMALLEST + lines


LINES = 20
TITLE = "title: 織物の町が余り布を売る"
ALIASES = "a: &a [x, x, x, x, x, x, x, x, x]\n" + "".join(
    f"{name}: &{name} [{', '.join([f'*{before}'] * 9)}]\n" for before, name in zip("abcdefgh", "bcdefghi", strict=True)
)
MERGES = "a: &a {x: y}\n" + "".join(
    f"{name}: &{name}\n  <<: [{', '.join([f'*{before}'] * 20)}]\n" for before, name in zip("abc", "bcd", strict=True)
)
BAD_NAMES = (
    r"..\x",
    "CON",
    ".git",
    "index",
    "a" * 300,
    "Ａ１",
    "ab\u200bc",
    "con",
)
"""File names of row 24 within a year's folder."""

ROWS = (
    one("01", "CP932", SMALLEST.encode("cp932"), "1:3 wrong-encoding", says="Shift_JIS"),
    one("02", "byte order mark at the start", b"\xef\xbb\xbf" + SMALLEST.encode()),
    one("02", "byte order mark inside", put("kind:", "\ufeffkind:"), "3:1 hidden-character", says="U+FEFF"),
    one("03", "UTF-16", SMALLEST.encode("utf-16"), "1:1 wrong-encoding", says="UTF-16"),
    one("04", "CRLF", SMALLEST.replace("\n", "\r\n")),
    one("05", "か and its mark apart", more("partners: [か\u3099くれ町]\n")),
    one("06", "variants of characters in names", more("partners: [神, 髙橋, 山﨑, 𠮷野, 辻\U000e0100, ㈱布野]\n")),
    one("07", "an empty file", "", "1:1 empty-file"),
    one("07", "a list", "- a\n- b\n", "1:1 wrong-value"),
    one("07", "two documents", more("---\ntitle: 二つ目\n"), "21:1 several-documents"),
    one("08", "NUL", put("programme", "pro\0gramme"), "3:10 hidden-character", says="U+0000"),
    one("08", "half of a pair", put("programme", "pro\ud800gramme"), "3:10 wrong-encoding"),
    one("08", "5,000 digits", more(f"started: {'9' * 5000}\n"), "21:10 wrong-value", says="西暦4桁"),
    one("09", "a full-width colon", put("title: ", "title："), "2:6 wide-colon", says="半角"),
    one("10", "a full-width space as indentation", put("  edition", "　edition"), "5:1 wide-space-indent", says="半角"),
    one("11", "a tab as indentation", put("  edition", "\tedition"), "5:1 tab-indent", says="タブ"),
    one("12", "a key twice", more("kind: programme\n"), "21:1 duplicate-key", says="3行目"),
    one("13", "「 #」 in text", put(TITLE, "title: 第1回の織物の #1 賞"), "2:8 cut-by-comment", says="引用符"),
    one(
        "14",
        "a colon in text",
        put(TITLE, "title: 余り布の事業: 副題"),
        "2:14 quotes-needed",
        says='"余り布の事業: 副題"',
    ),
    one("14", "an @ at the start", put(TITLE, "title: @余り布を売る町"), "2:8 quotes-needed", says='"@余り布を売る町"'),
    one("15", "words that YAML changes, in text", more("partners: [yes, 01, 12:30, 1_000, no, 08, 1e3]\n")),
    one("15", "words that YAML changes, in a number", more("started: 1_000\n"), "21:10 wrong-value"),
    one("15", "an octal number for a code", put('"13"', "1"), "10:15 unknown-term", says="「01」"),
    one("16", "a day that no calendar has", put("recorded: 2026-01-15", "recorded: 2024-13-45"), "20:11 wrong-date"),
    one(
        "20",
        "a tag that makes an object",
        put("kind: programme", "kind: !!python/object:os.system programme"),
        "3:7 tag",
    ),
    one("21", "more than 256 KiB", more("#" * 262_144), "1:1 file-too-large", says="262,144"),
    one("22", "a key misspelt", put("title:", "titel:"), "2:1 missing-field", "2:1 unknown-key", says="「title」では"),
    one("23", "青森", put('"13"', "青森"), "10:15 unknown-term", says="「02」"),
    one("23", "青森県", put('"13"', "青森県"), "10:15 unknown-term", says="「02」"),
    *(Row("24", name, {f"2020/{name}.yaml": SMALLEST.encode()}, ("1:1 bad-name",), "英小文字") for name in BAD_NAMES),
    Row("24", "outside of the library", {"../x.yaml": SMALLEST.encode()}, ("1:1 misplaced-file",), "cases/年/名前"),
    Row("24", "from the root", {"/etc/x.yaml": SMALLEST.encode()}, ("1:1 misplaced-file",), "cases/年/名前"),
    Row("25", "ids that differ by case", {"2020/P1.yaml": SMALLEST.encode()}, ("1:1 bad-name",), "英小文字"),
    Row(
        "25",
        "the same award in two files",
        {f"2020/{name}.yaml": put("edition: 2020", "edition: 2020\n  prize: meti").encode() for name in ("one", "two")},
        ("1:1 duplicate-case", "1:1 duplicate-case"),
        "cases/2020/one.yaml",
    ),
    one(
        "26",
        "a relation to nothing",
        more("related: [{case: 2020-smalest, reason: 同じ布を使っています}]\n"),
        "21:18 missing-relation",
        says="「2020-smallest」では",
    ),
    one(
        "27",
        "the last day of 平成",
        put("2026-01-15\n", "平成31年4月30日\n"),
        "18:15 wrong-date",
        says="「2019-04-30」",
    ),
    one(
        "27",
        "the first day of 令和",
        put("2026-01-15\n", "令和元年5月1日\n"),
        "18:15 wrong-date",
        says="「2019-05-01」",
    ),
    one(
        "27", "a year that 平成 does not have", put("2026-01-15\n", "平成32年\n"), "18:15 wrong-date", says="暦にある日"
    ),
    one(
        "29",
        "javascript: as an address",
        put("    accessed", "    url: javascript:alert(1)\n    accessed"),
        "18:10 wrong-value",
    ),
    one(
        "29", "data: as an address", put("    accessed", "    url: data:text/html,x\n    accessed"), "18:10 wrong-value"
    ),
    one("32", "text that turns round", put("余り布を", "余り\u202e布を"), "2:15 hidden-character", says="U+202E"),
    one("32", "no width", put("余り布を", "余り\u200b布を"), "2:15 hidden-character", says="U+200B"),
)

BOMBS = (
    one("17", "aliases that grow to 9⁹", ALIASES),
    one("18", "merge keys", MERGES),
    one("19", "3,000 deep", "[" * 3000),
    one("19", "3,000 deep, indented", "".join(f"{' ' * depth}a:\n" for depth in range(300))),
)
"""Inputs whose only danger is what they cost: the rule is `alias`, `too-deep` or `yaml-syntax`."""

LITERAL = (
    ("28", "<script>alert(1)</script><img src=x onerror=alert(1)><iframe></iframe><form><meta http-equiv=refresh>"),
    ("29", "[押す](javascript:alert(1)) と ![絵](data:image/png,x) と [語][1] のままです"),
    ("30", "{: onclick=alert(1) style=position:fixed } を見出しに付けても、そのままです"),
    ("31", "<div><table><tr> と閉じずに書いても、ページは崩れません"),
    ("31", "# 見出しのように書いても、文のままです"),
    ("33", "{{ config }} と {% include 'x' %} と --8<-- \"../secret\" のままです"),
)
"""Text that must reach the reader as it was typed and do nothing."""
