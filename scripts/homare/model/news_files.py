"""The files under cases/news/ to news; a library may have none."""

from collections.abc import Collection, Iterator, Mapping
from pathlib import PurePosixPath

from homare.model.identity import NEWS_FOLDER
from homare.model.nearest import no_such_case
from homare.model.news import ITEM_NAME, News, NewsText
from homare.model.validation import validate
from homare.problems import Problem, Text
from homare.records.document import Document
from homare.records.reader import read_document


def read_news(
    shown: str, files: Mapping[str, bytes], known_ids: Collection[str]
) -> tuple[tuple[News, ...], list[Problem]]:
    """Return the news in `files` (relative path → content), newest first, and all problems in them."""
    found: list[News] = []
    problems: list[Problem] = []
    for path in sorted(files):
        name = PurePosixPath(path)
        if name.parts[0] != NEWS_FOLDER:
            continue
        item, faults = _read(f"{shown}/{path}", name, files[path], known_ids)
        problems += faults
        if item is not None and not faults:
            found.append(News(name.stem, item))
    return tuple(sorted(found, key=lambda one: (one.day, one.id), reverse=True)), problems


def _read(
    path: str, name: PurePosixPath, content: bytes, known_ids: Collection[str]
) -> tuple[NewsText | None, list[Problem]]:
    problems = [*_name_faults(path, name)]
    document, faults = read_document(path, content)
    problems += faults
    if document is None:
        return None, problems
    item, faults = validate(document, NewsText)
    return item, [*problems, *faults, *_unknown_cases(document, known_ids), *_other_day(document, name)]


def _name_faults(path: str, name: PurePosixPath) -> Iterator[Problem]:
    if len(name.parts) != 2:
        message = Text("お知らせのファイルが決まった場所にありません。", "The news is not where news belongs.")
        hint = Text("cases/news フォルダのすぐ下に置いてください。", "Put it directly into cases/news/.")
        yield Problem(path, 1, 1, "misplaced-file", message, hint)
    elif name.suffix != ".yaml" or not ITEM_NAME.fullmatch(name.stem):
        message = Text(f"ファイル名「{name.name}」は使えません。", f"The file name “{name.name}” cannot be used.")
        hint = Text(
            "日付とハイフンの後に半角の英小文字で名前を付けてください（例 2026-11-23-first-cases.yaml）。",
            "Use the day, a hyphen and a name of a-z, 0-9 and -, e.g. 2026-11-23-first-cases.yaml.",
        )
        yield Problem(path, 1, 1, "bad-name", message, hint)


def _other_day(document: Document, name: PurePosixPath) -> Iterator[Problem]:
    stated = ITEM_NAME.fullmatch(name.stem)
    for trail, day in document.texts("date"):
        if stated and len(day) == len(stated["day"]) and day != stated["day"]:
            message = Text(
                f"日付（date）は{day}ですが、ファイル名の日付は{stated['day']}です。",
                f"The date is {day}, but the file's name says {stated['day']}.",
            )
            hint = Text("どちらかを直して、合わせてください。", "Correct one of the two.")
            yield document.problem(trail, "wrong-date", message, hint)


def _unknown_cases(document: Document, known_ids: Collection[str]) -> Iterator[Problem]:
    for trail, case_id in document.texts("cases", ...):
        if case_id not in known_ids:
            yield document.problem(trail, "unknown-case", *no_such_case(case_id, known_ids))
