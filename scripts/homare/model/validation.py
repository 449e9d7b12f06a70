"""A Document against a pydantic model: the value, or one problem per fault with its place and what to do."""

from collections.abc import Iterator
from functools import cache
from itertools import islice
from typing import Any

from pydantic import TypeAdapter, ValidationError
from pydantic_core import ErrorDetails

from homare.model.eras import likely_date
from homare.model.fields import choices_at, field_at, keys_at, title_of
from homare.model.nearest import did_you_mean, listed
from homare.problems import MOST_PROBLEMS, Problem, Text
from homare.records.document import Document, Trail


def validate(document: Document, kind: Any, extra: dict[str, Any] | None = None) -> tuple[Any | None, list[Problem]]:
    """Return the value of type `kind` that the document describes, or None and every problem.

    `extra` adds values that do not stand in the file (the id, which is the path).
    """
    data: Any = _without_empty(document.data)
    if extra is not None and isinstance(data, dict):
        data = {**data, **extra}
    try:
        return _adapter(kind).validate_python(data), []
    except ValidationError as error:
        errors = islice(_one_per_place(error.errors(include_url=False)), MOST_PROBLEMS)
        found = [(_trail(details), details) for details in errors]
        return None, [_problem(document, kind, *fault) for fault in found if fault[0] not in document.unread]


@cache
def _adapter(kind: Any) -> TypeAdapter[Any]:
    return TypeAdapter(kind)


def _without_empty(data: Any) -> Any:
    """Drop keys without a value: `region:` means the same as no region at all."""
    if isinstance(data, dict):
        return {
            key: value if isinstance(value, str) else _without_empty(value)  # spares most of the calls
            for key, value in data.items()
            if value is not None
        }
    if isinstance(data, list):
        return [value if isinstance(value, str) else _without_empty(value) for value in data]
    return data


def _one_per_place(errors: list[ErrorDetails]) -> Iterator[ErrorDetails]:
    """Pydantic counts only the items that are right, so a list with a wrong one is also "too short"."""
    parents = {details["loc"][:-1] for details in errors}
    seen = set()
    for details in errors:
        loc = details["loc"]
        if loc not in seen and not (details["type"] == "too_short" and loc in parents):
            seen.add(loc)
            yield details


def _trail(details: ErrorDetails) -> Trail:
    loc = details["loc"]
    return loc[:-1] if loc[-1:] == ("[key]",) else loc


def _problem(document: Document, kind: Any, trail: Trail, details: ErrorDetails) -> Problem:
    error, context = details["type"], details.get("ctx", {})
    name = title_of(kind, trail)
    if error == "extra_forbidden":
        return _unknown_key(document, kind, trail)
    if error == "missing" or (error == "too_short" and context.get("actual_length") == 0):
        return _missing(document, kind, trail, name)
    if error in _LENGTHS:
        return _wrong_length(document, trail, name, error, context)
    if error == "wrong_date":
        return document.problem(trail, "wrong-date", *_wrong_date(name, str(context["text"])))
    if error == "literal_error":
        return _not_a_choice(document, kind, trail, name, details["input"])
    return _wrong_value(document, kind, trail, name, details)


def _unknown_key(document: Document, kind: Any, trail: Trail) -> Problem:
    key = str(trail[-1])
    known = keys_at(kind, trail[:-1])
    otherwise = Text(f"ここに書けるのは {listed(known)} です。", f"Allowed here: {listed(known)}.")
    message = Text(f"「{key}」という項目はありません。", f"There is no key “{key}”.")
    return document.key_problem(trail, "unknown-key", message, did_you_mean(key, known, otherwise))


def _missing(document: Document, kind: Any, trail: Trail, name: str) -> Problem:
    if trail[-1] in ("sources", "evidence"):
        return document.problem(trail, "missing-source", *_MISSING_SOURCE)
    if trail[-1] == "basis":
        return document.problem(trail, "missing-basis", *_MISSING_BASIS)
    message = Text(f"{name}がありません。", f"“{trail[-1]}” is missing.")
    field = field_at(kind, trail)
    description = (field.description if field else None) or "値を書いてください。"
    if trail in document.key_places:  # an empty value is none
        hint = Text(f"「{trail[-1]}:」の後ろに書いてください。{description}", f"Write it behind “{trail[-1]}:”.")
    else:
        hint = Text(f"「{trail[-1]}: 」の行を足してください。{description}", f"Add a line “{trail[-1]}: …”.")
    return document.problem(trail, "missing-field", message, hint)


_LENGTHS = {"string_too_short", "string_too_long", "too_long", "too_short"}


def _wrong_length(document: Document, trail: Trail, name: str, error: str, context: dict[str, Any]) -> Problem:
    value: Any = document.data
    for part in trail:
        value = value[part]
    actual = len(value.strip()) if isinstance(value, str) else len(value)
    what, what_en = ("字", "characters") if isinstance(value, str) else ("個", "items")
    if "short" in error:
        limit = context["min_length"]
        message = Text(
            f"{name}が短すぎます（{actual}{what}、{limit}{what}以上）。",
            f"Too short: {actual} {what_en}, at least {limit} are needed.",
        )
        hint = Text("読む人が知りたいことを書き足してください。", "Write what a reader needs to know.")
        return document.problem(trail, "text-too-short", message, hint)
    limit = context["max_length"]
    message = Text(
        f"{name}が長すぎます（{actual}{what}、{limit}{what}まで）。",
        f"Too long: {actual} {what_en}, at most {limit} are allowed.",
    )
    hint = Text("短くするか、二つに分けてください。", "Shorten it, or split it in two.")
    if not isinstance(value, str):
        hint = Text("大事なものを残して、ほかは消してください。", "Keep the most important ones.")
    return document.problem(trail, "text-too-long", message, hint)


def _wrong_date(name: str, text: str) -> tuple[Text, Text]:
    message = Text(f"{name}「{text}」は日付として読めません。", f"“{text}” is not a date.")
    likely = likely_date(text)
    if likely:
        return message, Text(f"「{likely}」と書いてください。", f"Write “{likely}”.")
    return message, Text(
        "2018、2018-12、2018-12-01、2018年度、または期間 2011年度/2017年度 の形で、暦にある日を書いてください。",
        "Write 2018, 2018-12, 2018-12-01, 2018年度, or a span A/B (A before B), with days that exist.",
    )


def _not_a_choice(document: Document, kind: Any, trail: Trail, name: str, given: Any) -> Problem:
    choices = choices_at(kind, trail)
    message = Text(f"{name}に「{given}」は使えません。", f"“{given}” is not allowed here.")
    otherwise = Text(f"{listed(choices)} のどれかにしてください。", f"Use one of: {listed(choices)}.")
    return document.problem(trail, "not-a-choice", message, did_you_mean(str(given), choices, otherwise))


def _wrong_value(document: Document, kind: Any, trail: Trail, name: str, details: ErrorDetails) -> Problem:
    given = details["input"]
    shown = f"「{given}」" if isinstance(given, str) and len(given) <= LONGEST_SHOWN else ""
    otherwise = Text("この項目の書き方を、ほかの記録で確かめてください。", f"{details['msg']}.")
    hint = _EXPECTED.get(details["type"], otherwise)
    if details["loc"][-1:] == ("[key]",):
        message = Text(f"キー「{given}」が正しい形ではありません。", f"The key “{given}” is not of the right form.")
        return document.key_problem(trail, "wrong-value", message, hint)
    if details["type"] == "string_type" and isinstance(given, dict):
        hint = _QUOTE_COLON
    if details["type"] == "string_pattern_mismatch" and (field := field_at(kind, trail)) and field.description:
        hint = Text(field.description, hint.en)
    message = Text(f"{name}の値{shown}が正しい形ではありません。", f"The value of {name} is not of the right form.")
    return document.problem(trail, "wrong-value", message, hint)


LONGEST_SHOWN = 40
"""Characters of a wrong value that a message repeats."""

_QUOTE_COLON = Text(
    '文の中に「: 」（半角コロンと空白）があるときは、文全体を引用符（""）で囲んでください。',
    'Put the text in quotes ("") if it contains “: ”.',
)
_WRITE_YEAR = Text("年を西暦4桁で書いてください（例 2018）。", "Write the year with four digits (2018).")
_EXPECTED = {
    "int_parsing": Text("半角の数字だけで書いてください（例 2018）。", "Write ASCII digits only (2018)."),
    "float_parsing": Text(
        "半角の数字だけで書いてください（例 1200、6.7）。単位や「約」は別の項目に書きます。",
        "Write ASCII digits only (1200, 6.7); unit and bound have keys of their own.",
    ),
    "wrong_number": Text(
        "半角の数字だけで書いてください（例 1200、6.7）。単位や「約」は別の項目に書きます。",
        "Write ASCII digits only (1200, 6.7); unit and bound have keys of their own.",
    ),
    "wrong_address": Text(
        "http:// か https:// で始まるアドレスを、ブラウザからそのまま写してください。",
        "Copy the address from the browser; it starts with http:// or https://.",
    ),
    "bool_parsing": Text("true と書くか、この行を消してください。", "Write true, or delete the line."),
    **dict.fromkeys(("wrong_year", "greater_than_equal", "less_than_equal"), _WRITE_YEAR),
    "tuple_type": Text("「- 」で始まる行を並べた一覧にしてください。", "Write a list (lines that start with “- ”)."),
    "model_type": Text("「項目名: 値」の行を字下げして並べてください。", "Write indented “key: value” lines."),
    "dict_type": Text("「項目名: 値」の行を字下げして並べてください。", "Write indented “key: value” lines."),
    "string_type": Text("文字を1つだけ書いてください。", "Write one piece of text."),
    "string_pattern_mismatch": Text(
        "半角の英小文字・数字・ハイフンだけで書いてください（例 jnet21）。", "Use a-z, 0-9 and - only (jnet21)."
    ),
}
_MISSING_SOURCE = (
    Text("出典がありません。", "There is no source."),
    Text(
        "この内容を示す出典のキーを sources に書いてください。出典のない内容は載せません。",
        "Name the source that shows this in “sources”. What has no source is not published.",
    ),
)
_MISSING_BASIS = (
    Text("編集部の整理に、もとにした記述（basis）がありません。", "A lesson or condition names no basis."),
    Text(
        "この記録のどの記述から読み取ったかを basis に書いてください（例 [approach, results]）。",
        "Name the sections of this record that it was read from, e.g. [approach, results].",
    ),
)
