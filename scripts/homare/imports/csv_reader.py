"""The bytes of a CSV to one grid: UTF-8 with or without its mark, or what Japanese Excel writes (CP932)."""

import csv
import io

from homare.imports.cells import Cell, Grid
from homare.problems import Problem, Text
from homare.records.characters import FORMULA_STARTS, in_one_part

LARGEST_CSV = 5 * 1024 * 1024
_OTHER_SEPARATORS = {"\t": "タブ", ";": "「;」"}


def read_csv(file: str, content: bytes) -> tuple[Grid, bool, list[Problem]]:
    """Return the grid, whether the file was CP932 (which turns characters it lacks into ?), and the problems."""
    grid = Grid(file, "")
    if len(content) > LARGEST_CSV:
        return grid, False, [grid.cell_problem(1, 0, "csv-form", *_TOO_LARGE)]
    text, was_cp932 = _decoded(content)
    if text is None or "\0" in text:
        return grid, False, [grid.cell_problem(1, 0, "csv-encoding", *_ENCODING)]
    problems = _fill(grid, text)
    return grid, was_cp932, problems


def _decoded(content: bytes) -> tuple[str | None, bool]:
    for codec in ("utf-8-sig", "cp932"):
        try:
            return content.decode(codec), codec == "cp932"
        except UnicodeDecodeError:
            continue
    return None, False


def _fill(grid: Grid, text: str) -> list[Problem]:
    reader = csv.reader(io.StringIO(text, newline=""), strict=True)
    width, problems = 0, []
    try:
        for number, row in enumerate(reader, start=1):
            width = width or len(row)
            if any(value.strip() for value in row[width:]):
                problems.append(grid.cell_problem(number, width, "csv-form", *_too_wide(width, len(row))))
            elif row and len(row) < width:
                problems.append(grid.cell_problem(number, len(row), "csv-form", *_too_narrow(width, len(row))))
            line = {place: Cell(found) for place, value in enumerate(row) if (found := _plain(value)).strip()}
            if line:
                grid.lines[number] = line
    except csv.Error:
        problems.append(grid.cell_problem(len(grid.lines) + 1, 0, "csv-form", *_BROKEN))
    head = list(grid.lines.get(1, {}).values())
    separator = next((name for sign, name in _OTHER_SEPARATORS.items() if len(head) == 1 and sign in head[0].text), "")
    return [grid.cell_problem(1, 0, "csv-form", *_other_separator(separator))] if separator else problems


def _plain(value: str) -> str:
    """Return the value as recorded: the CSV for Excel has an apostrophe before what would act as a formula."""
    if value.startswith("'") and value.lstrip("'").startswith(FORMULA_STARTS):
        value = value[1:]
    return in_one_part(value.replace("\r\n", "\n").replace("\r", "\n"))


def _too_wide(width: int, found: int) -> tuple[Text, Text]:
    return (
        Text(
            f"この行は見出しより列が多くあります（見出し{width}列、この行{found}列）。",
            "This row has more columns than the head.",
        ),
        Text(
            '値の中に「,」があるときは、値全体を「"」で囲んでください。Excelで保存すると自動でそうなります。',
            "Put a value that holds a comma in quotes.",
        ),
    )


def _too_narrow(width: int, found: int) -> tuple[Text, Text]:
    return (
        Text(
            f"この行は見出しより列が足りません（見出し{width}列、この行{found}列）。",
            "This row has fewer columns than the head.",
        ),
        Text("足りない列を「,」で補うか、Excelで開いて保存しなおしてください。", "Add the missing columns."),
    )


def _other_separator(name: str) -> tuple[Text, Text]:
    return (
        Text(f"「,」ではなく{name}で区切られています。", "The values are not separated by commas."),
        Text("Excelの「名前を付けて保存」で「CSV UTF-8（コンマ区切り）」を選んでください。", "Save it as CSV UTF-8."),
    )


_ENCODING = (
    Text("文字コードがUTF-8でもShift_JISでもありません。", "The file is neither UTF-8 nor Shift_JIS."),
    Text(
        "Excelの「名前を付けて保存」で「CSV UTF-8（コンマ区切り）」を選んで保存しなおしてください。",
        "Save it again as CSV UTF-8.",
    ),
)
_BROKEN = (
    Text('「"」の閉じ忘れなどで、CSVとして読めません。', "The quotes of this CSV do not match."),
    Text('この行と次の行の「"」を確かめるか、Excelで開いて保存しなおしてください。', "Check the quotes."),
)
_TOO_LARGE = (
    Text("CSVが大きすぎます（5MBまで）。", "The CSV is too large (at most 5 MB)."),
    Text("変える事例の行だけを残してください。", "Keep only the rows of the cases to be changed."),
)
