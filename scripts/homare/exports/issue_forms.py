"""The forms of the hosting service for people who send a new case or a correction, made from the model.

The syntax: https://docs.github.com/en/communities/using-templates-to-encourage-useful-issues-and-pull-requests/syntax-for-githubs-form-schema
"""

from collections.abc import Iterable
from typing import Any

import yaml

from homare.model.case import Award, Recipient, Record, Source, Statements
from homare.model.guidance import GUIDANCE
from homare.model.record_part import Part
from homare.model.vocabulary import Vocabulary

FOLDER = ".github/ISSUE_TEMPLATE"
UNKNOWN = "分からない"
"""First in every list: the service shows the first choice as if somebody had chosen it."""
OTHER = "この中にない"
_PUBLIC = (
    "ここに書いたことは、だれでも読めます。個人の電話番号や住所、公開していない情報は書かないでください。"
    "公開されている資料で確かめられたことだけを載せます。"
)
_FREELY = (Statements, ("challenge", "approach", "organisation", "results", "obstacles"))
_HEAD = "# homare export issue-forms が記録の型から作りました。直すときは exports/issue_forms.py を直します。\n"

Block = dict[str, Any]


def issue_forms(vocabulary: Vocabulary) -> dict[str, bytes]:
    """Return file name → content of every form, and of the settings beside them."""
    forms: dict[str, Block] = {
        "new-case.yml": _new_case(vocabulary),
        "correction.yml": _correction(),
        "config.yml": {"blank_issues_enabled": True},
    }
    return {name: (_HEAD + _yaml(form)).encode() for name, form in forms.items()}


def _new_case(vocabulary: Vocabulary) -> Block:
    years = [str(year) for year in sorted(vocabulary.editions, reverse=True)]
    model, sections = _FREELY
    return {
        "name": "新しい事例を知らせる",
        "description": "まだ載っていない受賞の取組や個人を知らせます。",
        "title": "新しい事例: ",
        "labels": ["new-case"],
        "body": [
            _note(f"{_PUBLIC}分からない欄は、空けたままでかまいません。"),
            _input("name", Recipient, "name", required=True),
            _input("programme", Record, "programme"),
            _choice("edition", Award, "edition", years),
            _choice("prize", Award, "prize", [prize.label for prize in vocabulary.prizes.values()]),
            _choice("prefecture", Recipient, "prefecture", [entry.name for entry in vocabulary.prefectures.values()]),
            _choice("type", Recipient, "type", [term.label for term in vocabulary.organisation_types.values()]),
            *(_text(section, model, section) for section in sections),
            _sources(),
        ],
    }


def _correction() -> Block:
    what = _area("what", "直すところ", "どの文の、どの言葉や数字か。ページの文を写してください。")
    right = _area("right", "正しい内容", "どう直せばよいか。分からなければ「誤りだと思う理由」を書いてください。")
    case = _block(
        "input", "case", "事例のアドレスか題名", "ページの上に出ているアドレスを写してください。", required=True
    )
    return {
        "name": "訂正を知らせる",
        "description": "載っている事例の誤りや、古くなったところを知らせます。",
        "title": "訂正: ",
        "labels": ["correction"],
        "body": [_note(_PUBLIC), case, what, right, _sources()],
    }


def _sources() -> Block:
    title, publisher, url = (Source.model_fields[name].title for name in ("title", "publisher", "url"))
    about = f"{title}、{publisher}、{url}を、資料ごとに1行ずつ書いてください。"
    return _area("sources", "根拠になる公開資料", about)


def _note(text: str) -> Block:
    return {"type": "markdown", "attributes": {"value": text}}


def _input(key: str, model: type[Part], field: str, required: bool = False) -> Block:
    return _block("input", key, *_words(model, field), required=required)


def _text(key: str, model: type[Part], field: str) -> Block:
    return _block("textarea", key, *_words(model, field))


def _area(key: str, label: str, about: str) -> Block:
    return _block("textarea", key, label, about, required=True)


def _choice(key: str, model: type[Part], field: str, choices: Iterable[str]) -> Block:
    label, _ = _words(model, field)
    block = _block("dropdown", key, label, "")
    block["attributes"] |= {"options": [UNKNOWN, *choices, OTHER], "default": 0}
    return block


def _words(model: type[Part], field: str) -> tuple[str, str]:
    """The field's title and what to write into it, as everywhere else."""
    return str(model.model_fields[field].title), GUIDANCE[f"{model.__name__}.{field}"]


def _block(kind: str, key: str, label: str, about: str, required: bool = False) -> Block:
    attributes = {"label": label} | ({"description": about} if about else {})
    block: Block = {"type": kind, "id": key, "attributes": attributes}
    return block | ({"validations": {"required": True}} if required else {})


def _yaml(form: Block) -> str:
    text: str = yaml.safe_dump(form, allow_unicode=True, sort_keys=False, width=10**6)
    return text
