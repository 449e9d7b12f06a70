"""The grid of a CSV to the table 事例: our own CSV for editing, or the open data's cases.csv and cases-excel.csv."""

from collections.abc import Iterator, Mapping, Sequence

from homare.imports.cells import Entry, Grid, Table
from homare.model.editing.choices import Choices
from homare.model.editing.layout import ACTION, BY_KEY, CASES, ID, VERSION
from homare.model.nearest import did_you_mean
from homare.problems import Problem, Text

_OPEN_DATA = {
    "id": ID,
    "edition": "award.edition",
    "prize": "award.prize",
    "recipient": "recipient.name",
    "recipient_reading": "recipient.reading",
    "recipient_type": "recipient.type",
    "recipient_post": "recipient.post",
    "prefecture_code": "recipient.prefecture",
    "municipality": "recipient.municipality",
    "recorded_region": "recipient.region",
    "status": "status.state",
    "status_checked": "status.checked",
}
"""Column of cases.csv → ours, where they differ."""
_COMPUTED = {
    "prize_label": ("prize", "award.prize"),
    "recipient_type_label": ("type", "recipient.type"),
    "prefecture": ("prefecture", "recipient.prefecture"),
}
"""Columns that repeat another in words: which list gives the word, and from which column."""
MOST_MISSING = 3
"""Columns that a CSV may lack for their names to be of help."""
_NOT_READ = ("url", "region", "region_label")


def csv_table(grid: Grid, choices: Mapping[str, Choices]) -> tuple[list[Table], list[Problem], list[str]]:
    """Return the table, the problems, and what was passed over, in words."""
    sheet = BY_KEY[CASES]
    head = {place: cell.text.strip() for place, cell in grid.lines.get(1, {}).items()}
    names = {**{key: key for key in (ID, ACTION, VERSION)}, "事例のid": ID, "状態": ACTION, "版": VERSION}
    names |= {field.key: field.key for field in sheet.fields} | {field.title: field.key for field in sheet.fields}
    is_open_data = "prefecture_code" in head.values() or "recipient" in head.values()
    names |= _OPEN_DATA if is_open_data else {}
    places: dict[str, int] = {}
    problems: list[Problem] = []
    others, unknown = {}, {}
    for place, name in head.items():
        key = names.get(name)
        if key is None and is_open_data and name in (*_COMPUTED, *_NOT_READ):
            others[name] = place
        elif key is None:
            unknown[place] = name
        elif key in places:
            problems.append(grid.cell_problem(1, place, "column-twice", _twice(name), _TWICE_HINT))
        else:
            places[key] = place
    missing = [one.title for one in sheet.fields if one.key not in places]
    for place, name in unknown.items():
        hint = did_you_mean(name, names, _other_column(missing))
        problems.append(grid.cell_problem(1, place, "unknown-column", *_unknown(name), hint))
    if ID not in places:
        problems.append(grid.cell_problem(1, 0, "unknown-column", _NO_ID, _NO_ID_HINT))
    entries = [] if problems else list(_entries(grid, places))
    problems += [problem for entry in entries for problem in _wrong_words(entry, others, choices)]
    notes = [f"{'、'.join(others)} の列は、ほかの列から作ったものなので取り込みません。"] if others else []
    if not problems and VERSION not in places:
        notes.append("このCSVには「版」の列がないので、書き出した後に記録が直されていても見分けられません。")
    return [Table(sheet, tuple(entries), grid.file)], problems, notes


def _entries(grid: Grid, places: Mapping[str, int]) -> Iterator[Entry]:
    for number, line in sorted(grid.lines.items()):
        cells = {key: line[place] for key, place in places.items() if place in line}
        if number > 1 and cells:
            yield Entry(cells, frozenset(places), lambda key, row=number: (row, places.get(key, places[ID])), grid)  # type: ignore[misc]


def _wrong_words(entry: Entry, others: Mapping[str, int], choices: Mapping[str, Choices]) -> Iterator[Problem]:
    """A word beside a key that does not belong to it was typed over: the key is what counts, so nothing is guessed."""
    row, _ = entry.where(ID)
    for name, (list_name, key) in _COMPUTED.items():
        cell = entry.grid.lines[row].get(others.get(name, -1))
        if cell is None:
            continue
        given = entry.text(key).zfill(2) if list_name == "prefecture" else entry.text(key)  # Excel makes 2 of 02
        word = choices[list_name].word_of(given).removeprefix(f"{given} ")
        if cell.text.strip() != word:
            message = Text(
                f"{name} の「{cell.text.strip()}」が、キーの列「{entry.text(key)}」と合いません。",
                f"{name} does not fit the key “{entry.text(key)}”.",
            )
            hint = Text("この列ではなく、キーの列を直してください。", "Correct the column with the key instead.")
            yield entry.grid.cell_problem(row, others[name], "word-without-key", message, hint)


def _unknown(name: str) -> tuple[Text]:
    return (Text(f"「{name}」という列はありません。", f"There is no column “{name}”."),)


def _other_column(missing: Sequence[str]) -> Text:
    """Return what to do with a column of an unknown name; where few are `missing`, it is probably one of them."""
    likely = f"（いま見つからないのは「{'」「'.join(missing)}」）" if 0 < len(missing) <= MOST_MISSING else ""
    return Text(
        f"CSVの列は見出しで見分けます。見出しを変えた列なら、元の名前に戻してください{likely}。"
        "自分で足した列なら、消してください。",
        "Columns of a CSV are known by their titles: put the old title back, or delete a column of your own.",
    )


def _twice(name: str) -> Text:
    return Text(f"「{name}」の列が2つあります。", f"There are two columns “{name}”.")


_TWICE_HINT = Text("どちらか一方を消してください。", "Delete one of them.")
_NO_ID = Text("「事例のid」（id）の列がありません。", "There is no column “id”.")
_NO_ID_HINT = Text(
    "1行目に列の名前があるCSVを使ってください。homare export edit-csv で書き出せます。",
    "Use a CSV with the names of its columns in line 1, as homare export edit-csv writes it.",
)
