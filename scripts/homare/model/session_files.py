"""The files under sessions/ to sessions: the id is the file's name."""

import re
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from pathlib import PurePosixPath

from homare.model.case import Case
from homare.model.nearest import did_you_mean
from homare.model.session import KINDS, HeldSession, Kit
from homare.model.session_rules import session_faults
from homare.model.session_rules.context import SessionContext
from homare.model.validation import validate
from homare.model.vocabulary import Vocabulary
from homare.problems import Problem, Text
from homare.records.disk import Folder
from homare.records.document import Document
from homare.records.reader import read_document

FOLDER = "sessions"
_SLUG = re.compile(r"[a-z][a-z0-9-]{2,40}", re.ASCII)
_PAGES = {"builder", "guide", "index"}
"""Addresses under /sessions/ that are not a session's."""


@dataclass(frozen=True)
class Known:
    """What sessions and knowledge are read against: terms, published ids with their paths, cases without fault."""

    vocabulary: Vocabulary
    ids: Mapping[str, str]
    cases: Mapping[str, Case]


def read_sessions(
    folder: Folder, known: Known, only: Collection[str] | None = None
) -> tuple[tuple[HeldSession | Kit, ...], list[Problem]]:
    """Return the sessions of `folder` in the order of their names, and all problems; `only` names files to look at."""
    sessions: list[HeldSession | Kit] = []
    problems: list[Problem] = []
    for name in sorted(folder.files):
        if only is not None and name not in only:
            continue
        path = f"{folder.shown}/{name}"
        misplaced = [*_name_faults(path, PurePosixPath(name))]
        session, faults = _read(path, folder.files[name], "unnamed" if misplaced else name.removesuffix(".yaml"), known)
        problems += [*misplaced, *faults]
        if session is not None and not misplaced:
            sessions.append(session)
    return tuple(sessions), problems


def _name_faults(path: str, name: PurePosixPath) -> Iterator[Problem]:
    if len(name.parts) != 1:
        message = Text("研究会のファイルが決まった場所にありません。", "The session is not where sessions belong.")
        hint = Text("sessions フォルダのすぐ下に置いてください。", "Put it directly into sessions/.")
        yield Problem(path, 1, 1, "misplaced-file", message, hint)
    elif name.suffix != ".yaml" or not _SLUG.fullmatch(name.stem) or name.stem in _PAGES:
        message = Text(f"ファイル名「{name.name}」は使えません。", f"The file name “{name.name}” cannot be used.")
        hint = Text(
            "半角の英小文字で始まる3〜41字（英小文字・数字・ハイフン）に .yaml を付けてください"
            "（例 kanazawa.yaml）。builder と guide は使えません。",
            "Use 3 to 41 characters of a-z, 0-9 and -, starting with a letter, then .yaml; not builder or guide.",
        )
        yield Problem(path, 1, 1, "bad-name", message, hint)


def _read(path: str, content: bytes, name: str, known: Known) -> tuple[HeldSession | Kit | None, list[Problem]]:
    document, problems = read_document(path, content)
    if document is None:
        return None, problems
    kind = next((text for _, text in document.texts("kind")), None)
    if kind not in KINDS:
        return None, [*problems, _unknown_kind(document, kind)]
    session, faults = validate(document, KINDS[kind], {"id": name})
    context = SessionContext(document, kind, known.vocabulary, known.ids, known.cases)
    # A value that is wrong in itself need not be looked up as well.
    wrong = {(fault.line, fault.column) for fault in faults if not fault.rule.startswith("missing-")}
    faults += [fault for fault in session_faults(context) if (fault.line, fault.column) not in wrong]
    return session, problems + faults


def _unknown_kind(document: Document, kind: str | None) -> Problem:
    otherwise = Text(
        "kind: held（開いた研究会）か kind: kit（そのまま使えるキット）と書いてください。",
        "Write kind: held or kind: kit.",
    )
    if kind is None:
        return document.problem(
            ("kind",), "missing-field", Text("種類（kind）がありません。", "“kind” is missing."), otherwise
        )
    message = Text(f"種類（kind）に「{kind}」は使えません。", f"“{kind}” is not allowed here.")
    return document.problem(("kind",), "not-a-choice", message, did_you_mean(kind, KINDS, otherwise))
