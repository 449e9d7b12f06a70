"""The commented draft of a new record: every field with its title, its limits and the keys that may stand there."""

from collections.abc import Iterator, Mapping
from typing import Any

from homare.model.case import (
    Adaptation,
    Award,
    Event,
    Figure,
    Reading,
    Recipient,
    Record,
    Relation,
    Source,
    Statement,
    Statements,
)
from homare.model.editing.choices import Choices, all_choices
from homare.model.editing.house_style import MODELINE
from homare.model.record_part import Part
from homare.model.vocabulary import Vocabulary

_WIDTH = 100
_HEAD = """\
# 下書きです。わかるところから書き、出典のない内容は書きません。空けておいたところは、homare check が教えます。
# 「#」で始まる行は、記録に入りません。「##」は説明、「#」は見本です。見本を使うときは、先頭の「# 」だけを消します。
"""
_LISTS: Mapping[str, type[Part]] = {
    "history": Event,
    "figures": Figure,
    "adaptations": Adaptation,
    "lessons": Reading,
    "conditions": Reading,
    "related": Relation,
}
_CHOICES = {
    "kind": "kind",
    "prize": "prize",
    "type": "type",
    "prefecture": "prefecture",
    "region": "region",
    "state": "state",
    "bound": "bound",
    "certainty": "certainty",
    "grade": "grade",
    "basis": "basis",
    **{facet: facet for facet in ("challenges", "themes", "methods", "industries")},
}
"""Field → the list of what may stand there."""
_OPTIONAL = ("programme", "partners", "started", "related", "notes", "formerly", "updated", "adaptations")
_INLINE_LISTS = (
    "evidence",
    "sources",
    "basis",
    "partners",
    "formerly",
    "challenges",
    "themes",
    "methods",
    "industries",
)


def new_record(edition: str, today: str, vocabulary: Vocabulary) -> str:
    """Return the text of a draft for `edition` (a year, or "undated"), recorded `today` (2026-01-31)."""
    filled = {"kind": "programme", "status": "draft", "recorded": today}
    return MODELINE + _HEAD + "\n".join(_lines(edition, filled, all_choices(vocabulary))) + "\n"


def _lines(edition: str, filled: Mapping[str, str], choices: Mapping[str, Choices]) -> Iterator[str]:
    for name in Record.model_fields:
        yield from _about(Record, name, "", choices)
        if name == "award":
            yield from _mapping("award", Award, {"edition": edition} if edition.isdigit() else {}, choices)
        elif name == "recipient":
            yield from _mapping("recipient", Recipient, {}, choices)
        elif name == "statements":
            yield from _sections(choices)
        elif name == "sources":
            yield from ("sources:", *_sample(Source, "  ", choices, "s1:"))
        elif name in _LISTS:
            yield from (f"{name}:", *_sample(_LISTS[name], "  ", choices))
        elif name == "status":
            yield "## 公開するときは、次の行を消し、status: の下に state と checked と sources を書きます。"
            yield "status: draft"
        elif name in _OPTIONAL and name not in filled:
            yield f"# {name}:"
        else:
            yield f"{name}: {filled.get(name, '')}".rstrip()


def _mapping(name: str, model: type[Part], filled: Mapping[str, str], choices: Mapping[str, Choices]) -> Iterator[str]:
    yield f"{name}:"
    for key in model.model_fields:
        yield from _about(model, key, "  ", choices)
        yield f"  {key}: {filled.get(key, '')}".rstrip()


def _sections(choices: Mapping[str, Choices]) -> Iterator[str]:
    yield "statements:"
    for number, (key, section) in enumerate(Statements.model_fields.items()):
        yield f"  ## {section.title}"
        yield f"  {key}:"
        if number == 0:
            yield from _sample(Statement, "    ", choices)


def _sample(model: type[Part], indent: str, choices: Mapping[str, Choices], key: str = "") -> Iterator[str]:
    """Yield what each field of an item holds, and an empty item to fill in; both as comments."""
    names = _in_use(model)
    for name in names:
        yield f"{indent}## {name}：{_meaning(model, name)}"
        yield from _keys(name, f"{indent}##   ", choices)
    if key:
        yield f"{indent}# {key}"
    for number, name in enumerate(names):
        dash = "  " if key or number else "- "
        yield f"{indent}# {dash}{name}:"


def _in_use(model: type[Part]) -> list[str]:
    """Return the fields in the order in which records write them: what it says first, its sources after it."""
    last = ("sources", "scope")
    return [
        *(name for name in model.model_fields if name not in last),
        *(name for name in last if name in model.model_fields),
    ]


def _about(model: type[Part], name: str, indent: str, choices: Mapping[str, Choices]) -> Iterator[str]:
    """Yield the comment on a field, and below it the keys to choose from, a few on each line."""
    yield f"{indent}## {_meaning(model, name)}"
    yield from _keys(name, f"{indent}##   ", choices)


def _meaning(model: type[Part], name: str) -> str:
    info = model.model_fields[name]
    is_list = "tuple" in str(info.annotation) and "Part" not in str(info.annotation)
    form = "[ ] の中に「, 」で区切って書く" if is_list and name in _INLINE_LISTS else ""
    parts = [str(info.title or name), _limits(info), info.description or "", form]
    return "。".join(part.rstrip("。") for part in parts if part)


def _keys(name: str, indent: str, choices: Mapping[str, Choices]) -> Iterator[str]:
    if name not in _CHOICES:
        return
    line = ""
    for key, word in _words(choices[_CHOICES[name]]):
        pair = f"{key} {word}" if key != word else key
        if line and len(line) + len(pair) > _WIDTH:
            yield f"{indent}{line}"
            line = ""
        line += f"{'、' if line else ''}{pair}"
    yield f"{indent}{line}"


def _words(choices: Choices) -> Iterator[tuple[str, str]]:
    for key, word in choices.words.items():
        yield (f'"{key}"', word.removeprefix(f"{key} ")) if key.isdigit() else (key, word)


def _limits(info: Any) -> str:
    least = next((part.min_length for part in info.metadata if getattr(part, "min_length", None)), None)
    most = next((part.max_length for part in info.metadata if getattr(part, "max_length", None)), None)
    is_text = "str" in str(info.annotation) and "tuple" not in str(info.annotation)
    if least and most and is_text:
        return f"{least}〜{most}字"
    return ""
