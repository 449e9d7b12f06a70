"""The tables of a file to the wanted records of all cases that it names."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from homare.imports.cells import Entry, Table
from homare.imports.items import Before
from homare.imports.values import brief, brief_pair, hidden_character, wrong_kind
from homare.imports.wanted import CaseRows, Change, Wanted, wanted_record
from homare.model.editing.choices import DELETED, Choices
from homare.model.editing.layout import ACTION, CASES, ID, RECORD_ORDER, VERSION
from homare.model.editing.rows import in_one_form, value_at, version_of
from homare.model.identity import UNDATED, case_files, record_path
from homare.model.nearest import did_you_mean_case
from homare.problems import MOST_PROBLEMS, Problem, Text
from homare.records.document import Data

MOST_CASES = 1000
"""In one file; the largest library with a workbook has 300."""


@dataclass
class Gathered:
    """The cases that change, what forbids the import, and what the user should know."""

    wanted: list[Wanted] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)


def gather(
    tables: Sequence[Table], records: Mapping[str, Data], choices: Mapping[str, Choices], today: str
) -> Gathered:
    """Return what the tables, of which there is one at least, want of `records` (id → data); other cases stay."""
    result = Gathered()
    cases = next((table for table in tables if table.sheet.key == CASES), None)
    if cases is None:
        result.problems.append(Problem(tables[0].file, 1, 1, "no-known-sheet", *_NO_CASES))
        return result
    rows = _case_rows(cases, result)
    if len(rows) > MOST_CASES:
        result.problems.append(Problem(cases.file, 1, 1, "too-many-cases", _TOO_MANY, _TOO_MANY_HINT))
        return result
    parts = _parts(tables, rows, cases.is_form, result)
    originals = {
        row.text(VERSION): case_id for case_id, row in rows.items() if row.text(VERSION) and case_id in records
    }
    for case_id, row in rows.items():
        if len(result.problems) >= MOST_PROBLEMS:
            break
        own = [(table, parts[case_id][table.sheet.key]) for table in tables if table is not cases]
        original = "" if case_id in records else originals.get(row.text(VERSION), "")
        of_case = CaseRows(case_id, row, own, choices, original)
        _gather_case(of_case, records.get(case_id), cases.is_form, today, result)
    missing = len(set(records) - set(rows))
    if missing and not cases.is_form and len(rows) > 1:
        result.notes.append(f"このファイルにない{missing}件の事例は、そのまま残します。")
    return result


def _gather_case(rows: CaseRows, old: Data, is_form: bool, today: str, result: Gathered) -> None:
    """Add to `result` what the rows of one case want of its record `old`."""
    case_id, row = rows.case_id, rows.row
    if _says_nothing_new(rows, old, today):
        return
    problem = _id_problem(rows, old, is_form)
    if problem:
        result.problems.append(problem)
        return
    stale = bool(old is not None and row.text(VERSION) and row.text(VERSION) != version_of(old))
    wanted = wanted_record(rows, Before(old, stale=stale))
    _settle(wanted, row, old, today)
    result.problems += wanted.problems or _conflicts(wanted, row, old)
    if rows.original:
        result.notes.append(f"{case_id}は、{rows.original}の行を写した新しい事例とみなします。")
    result.notes += [
        f"{case_id}：{kept}の行がありませんが、消しません。消すには状態で「削除」を選びます。" for kept in wanted.kept
    ]
    if wanted.changes or wanted.problems:
        result.wanted.append(wanted)


def _says_nothing_new(rows: CaseRows, old: Data, today: str) -> bool:
    """True when nobody has touched the rows since they were written out, or the record says the same already."""
    if old is None:
        return False
    row, alone = rows.row, wanted_record(rows, Before(None, keep=False))
    if alone.problems or alone.data is None:
        return False
    if row.text(ACTION) and version_of(alone.data) == row.text(VERSION):
        return True
    if not row.text(VERSION):
        _settle(alone, row, None, today)
    return in_one_form(alone.data) == in_one_form(old)


def _case_rows(cases: Table, result: Gathered) -> dict[str, Entry]:
    rows: dict[str, Entry] = {}
    for row in cases.entries:
        filled = [key for key in row.cells if key not in (ID, ACTION, VERSION) and row.text(key)]
        case_id = row.text(ID)
        if not case_id and (filled or row.text(ACTION) or cases.is_form):
            result.problems.append(row.problem(ID, "blank-id", _BLANK_ID, _BLANK_ID_HINT))
        elif case_id and (problem := wrong_kind(row, ID) or hidden_character(row, ID)):
            result.problems.append(problem)
        elif case_id in rows:
            message = Text(f"事例「{case_id}」の行が2つあります。", f"There are two rows of “{case_id}”.")
            hint = Text("どちらか一方を消してください。", "Delete one of them.")
            result.problems.append(row.problem(ID, "duplicate-case", message, hint))
        elif case_id:
            rows[case_id] = row
    return rows


def _parts(
    tables: Iterable[Table], rows: Mapping[str, Entry], is_form: bool, result: Gathered
) -> Mapping[str, Mapping[str, list[Entry]]]:
    """Return case id → sheet key → its rows."""
    parts: dict[str, dict[str, list[Entry]]] = defaultdict(lambda: defaultdict(list))
    only = next(iter(rows), "")
    for table in tables:
        if table.sheet.key == CASES:
            continue
        for entry in table.entries:
            if len(result.problems) >= MOST_PROBLEMS:
                break
            own = [one.key for one in table.sheet.own_fields if entry.text(one.key)]
            case_id = only if is_form else entry.text(ID)
            if case_id in rows:
                parts[case_id][table.sheet.key].append(entry)
            elif case_id:
                result.problems.append(_unknown_case(entry, case_id, rows))
            elif own and not is_form:
                result.problems.append(entry.problem(ID, "blank-id", _BLANK_ID, _BLANK_ID_OF_PART))
    return parts


def _id_problem(rows: CaseRows, old: Data, is_form: bool) -> Problem | None:
    case_id, row = rows.case_id, rows.row
    if old is not None:
        if is_form or (VERSION in row.present and not row.text(VERSION)):
            return row.problem(ID, "id-in-use", _in_use(case_id), _IN_USE_HINT)
        return None
    if row.text(VERSION) and not rows.original:
        message = Text(f"事例「{case_id}」の記録がもうありません。", f"The record “{case_id}” is gone.")
        hint = Text(
            "idを変えたか、書き出した後に記録が消されています。もう一度書き出してから直してください。"
            "新しい事例なら、この行の「版」（右端の隠れた列）を空にしてください。",
            "Its id was changed, or it was deleted since: write the workbook out again. For a new case, empty 版.",
        )
        return row.problem(ID, "stale-record", message, hint)
    if list(case_files([record_path(case_id)])[0]) == [case_id]:
        return None
    message = Text(f"id「{brief(case_id)}」は使えません。", f"The id “{brief(case_id)}” cannot be used.")
    return row.problem(ID, "bad-name", message, _ID_FORM)


def _settle(wanted: Wanted, row: Entry, old: Data, today: str) -> None:
    """A deletion is a change of its own; a new record is recorded today, and its id says its edition."""
    if wanted.data is None:
        if old is not None:
            wanted.changes = [Change(row, ACTION, "事例を消す", wanted.case_id, "")]
    elif old is None:
        wanted.data.setdefault("recorded", today)
        year, award = wanted.case_id.split("-")[0], wanted.data.get("award")
        if year != UNDATED and value_at(wanted.data, ("award", "edition")) is None:
            wanted.data["award"] = {"edition": year, **(award if isinstance(award, dict) else {})}
        wanted.data = {name: wanted.data[name] for name in RECORD_ORDER if name in wanted.data}


def _conflicts(wanted: Wanted, row: Entry, old: Data) -> list[Problem]:
    """Someone has changed the record since: the file would put the old values back over theirs."""
    if old is None or not row.text(VERSION) or row.text(VERSION) == version_of(old):
        return []
    problems = []
    for change in wanted.changes:
        if row.text(ACTION) == DELETED:
            message = Text(
                "書き出した後に記録が直されているので、消しません。", "The record has changed since; it is not deleted."
            )
        else:
            theirs, ours = brief_pair(change.old, change.new)
            message = Text(
                f"書き出した後に記録が直されています。{change.title}：ファイル「{ours}」、いまの記録「{theirs}」",
                f"The record has changed since: “{ours}” here, “{theirs}” in the record.",
            )
        problems.append(change.entry.problem(change.key, "stale-record", message, _STALE_HINT))
    return problems


def _unknown_case(entry: Entry, case_id: str, rows: Mapping[str, Entry]) -> Problem:
    message = Text(
        f"「事例」シートに「{brief(case_id)}」の行がありません。", f"There is no row of “{brief(case_id)}” on 事例."
    )
    otherwise = Text(
        "「事例」シートに行を足すか、idを直してください。行をなくした事例なら元に戻し、消すなら「状態」で「削除」を選びます。",
        "Add the row, or correct the id; to delete a case keep its row and choose 削除.",
    )
    return entry.problem(ID, "unknown-case", message, did_you_mean_case(case_id, rows, otherwise))


def _in_use(case_id: str) -> Text:
    return Text(f"id「{case_id}」の事例は、もうあります。", f"There is a case “{case_id}” already.")


_IN_USE_HINT = Text(
    "新しい事例なら、まだないidにしてください。いまの記録を直すなら、homare export xlsx で書き出したブックを使います。",
    "Give a new case another id; to change a record, use the workbook of homare export xlsx.",
)
_BLANK_ID = Text("事例のidが空です。", "The id is empty.")
_BLANK_ID_HINT = Text(
    "年-名前（例 2023-example-net）を書いてください。名前は半角の英小文字・数字・ハイフンです。",
    "Write <edition>-<name>, e.g. 2023-example-net.",
)
_BLANK_ID_OF_PART = Text("どの事例の行かを、idで書いてください。", "Say by its id which case this row belongs to.")
_ID_FORM = Text(
    "年-名前（例 2023-example-net。回がわからないときは undated-example-net）にしてください。"
    "名前は英小文字で始まる3〜41字（半角の英小文字・数字・ハイフン）です。",
    "Use <edition>-<name>: 3 to 41 characters of a-z, 0-9 and -, starting with a letter.",
)
_STALE_HINT = Text(
    "homare export xlsx でもう一度書き出し、新しいブックで直してください。",
    "Write the workbook out again and make the change there.",
)
_TOO_MANY = Text(
    f"事例が多すぎます（一度に{MOST_CASES:,}件まで）。", f"Too many cases (at most {MOST_CASES:,} at once)."
)
_TOO_MANY_HINT = Text("変える事例の行だけを残して、分けて取り込んでください。", "Take them in with several files.")
_NO_CASES = (
    Text("「事例」のシートがありません。", "There is no sheet 事例."),
    Text("homare export xlsx で書き出したブックを使ってください。", "Use a workbook of homare export xlsx."),
)
