"""A case's id is its path: `2020/jonan-yoi-shigoto.yaml` is `2020-jonan-yoi-shigoto`."""

import re
from collections.abc import Iterable

from homare.problems import Problem, Text

VOCABULARY_FOLDER = "vocabulary"
METHODS_FOLDER, EVIDENCE_FOLDER, NEWS_FOLDER = "methods", "evidence", "news"
_WITHOUT_CASES = (VOCABULARY_FOLDER, METHODS_FOLDER, EVIDENCE_FOLDER, NEWS_FOLDER)
UNDATED = "undated"
"""The folder of records whose edition no source shows."""
_FOLDER = re.compile(r"\d{4}|undated", re.ASCII)
_RECORD = re.compile(rf"({_FOLDER.pattern})/([a-z][a-z0-9-]{{2,40}})\.yaml", re.ASCII)
_RESERVED = {"con", "prn", "aux", "nul", "index", *(f"{port}{n}" for port in ("com", "lpt") for n in range(1, 10))}
"""Names that Windows or a web server gives a meaning of their own."""


def case_files(paths: Iterable[str]) -> tuple[dict[str, str], list[Problem]]:
    """Return id → relative path for the record files among `paths`, and a problem for each that cannot be one."""
    known: dict[str, str] = {}
    problems: list[Problem] = []
    for path in sorted(paths):
        record = _RECORD.fullmatch(path)
        if record and record[2] not in _RESERVED:
            known[f"{record[1]}-{record[2]}"] = path
        elif path.split("/")[0] not in _WITHOUT_CASES and path.lower().endswith((".yaml", ".yml")):
            problems.append(_fault(path))
    return known, problems


def record_path(case_id: str) -> str:
    """Return where the record of a case stands within the library; the case may be a new one."""
    folder, _, slug = case_id.partition("-")
    return f"{folder}/{slug}.yaml"


def is_folder(name: str) -> bool:
    """True for the name of a folder that holds records: a year, or undated."""
    return bool(_FOLDER.fullmatch(name))


def _fault(path: str) -> Problem:
    folder, *within = path.split("/")
    if len(within) != 1 or not is_folder(folder):
        return Problem(
            path,
            1,
            1,
            "misplaced-file",
            Text("記録のファイルが決まった場所にありません。", "The record is not where records belong."),
            Text(
                "cases/年/名前.yaml（回がわからないときは cases/undated/名前.yaml）に置いてください。",
                "Put it at cases/<year>/<slug>.yaml, or cases/undated/<slug>.yaml.",
            ),
        )
    return Problem(
        path,
        1,
        1,
        "bad-name",
        Text(f"ファイル名「{within[0]}」は使えません。", f"The file name “{within[0]}” cannot be used."),
        Text(
            "半角の英小文字で始まる3〜41字（英小文字・数字・ハイフン）に .yaml を付けてください"
            "（例 jonan-yoi-shigoto.yaml）。",
            "Use 3 to 41 characters of a-z, 0-9 and -, starting with a letter, and end with .yaml.",
        ),
    )
