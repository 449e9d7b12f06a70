"""`homare check [PATH…]`: read and check records, print every problem with its place."""

import os
import sys
from collections.abc import Collection, Iterable
from pathlib import Path

import click

from homare.cli.drafts import show_gaps
from homare.cli.project import project_root, shortest, stop
from homare.model.addresses import PROBLEMS, problem_address
from homare.model.identity import VOCABULARY_FOLDER
from homare.model.library import build_library, check_draft, check_sessions, check_some
from homare.model.session_files import FOLDER as SESSIONS_FOLDER
from homare.problems import Language, Problem, ReportFormat, report
from homare.records.disk import Folder, read_beside, read_folder

RECORD_SUFFIXES = (".yaml", ".yml")


@click.command()
@click.argument("paths", nargs=-1, type=click.Path(exists=True, path_type=Path))
@click.option("--format", "format_", type=click.Choice(["text", "json", "github"]), default="text", help="出力の形")
@click.option("--lang", type=click.Choice(["ja", "en"]), default="ja", help="メッセージの言葉")
def check(paths: tuple[Path, ...], format_: ReportFormat, lang: Language) -> None:
    """記録を読んで確かめ、直すところをすべて示します。PATHは記録のフォルダかファイル（省くと cases）。"""
    try:
        problems = _problems(paths or (shortest(project_root() / "cases"),))
    except OSError as error:
        stop(f"読めないファイルがあります: {error}", "読み取りの権限を確かめてください。")
    if problems or format_ == "json":
        click.echo(report(problems, format_, lang))
    if problems and format_ == "text":
        click.echo(_count(len(set(problems)), lang), err=True)
        click.echo(_where_explained({problem.rule for problem in problems}, lang), err=True)
    if format_ == "text" and lang == "ja":
        _show_drafts(paths or (shortest(project_root() / "cases"),), {problem.path for problem in problems})
    sys.exit(1 if problems else 0)


def _show_drafts(paths: tuple[Path, ...], faulty: Collection[str]) -> None:
    _, libraries = _grouped([path for path in paths if _sessions_of(path) is None])
    for folder, files in libraries.items():
        show_gaps(folder, None if files is None else {f"{folder.as_posix()}/{file}" for file in files}, faulty)


def _problems(paths: tuple[Path, ...]) -> list[Problem]:
    """Return the problems of everything under `paths`; raises OSError when a file cannot be read."""
    problems: list[Problem] = []
    drafts, libraries = _grouped([path for path in paths if _sessions_of(path) is None])
    for folder, files in libraries.items():
        content = read_folder(folder)
        if files is None:
            problems += build_library(folder.as_posix(), content, read_beside(folder, SESSIONS_FOLDER))[1]
        else:
            problems += check_some(folder.as_posix(), content, files)
    if drafts:
        library = shortest(project_root() / "cases")
        content = read_folder(library)
        for draft in drafts:
            problems += check_draft(draft.as_posix(), draft.read_bytes(), library.as_posix(), content)
    return problems + _session_problems(paths)


def _session_problems(paths: Iterable[Path]) -> list[Problem]:
    """Return the problems of study sessions (a file, or the whole folder), read against the library beside them."""
    problems: list[Problem] = []
    for path in paths:
        folder = _sessions_of(path)
        if folder is None:
            continue
        cases = folder.parent / "cases"
        sessions = Folder(folder.as_posix(), read_folder(folder))
        files = None if _absolute(path) == _absolute(folder) else _records_below(path, folder)
        problems += check_sessions(cases.as_posix(), read_folder(cases), sessions, files)
    return problems


def _sessions_of(path: Path) -> Path | None:
    """Return the sessions folder that `path` is or stands in, when a library stands beside it."""
    for folder in (path, *path.parents, *path.absolute().parents):
        if folder.name == SESSIONS_FOLDER and (folder.parent / "cases" / VOCABULARY_FOLDER).is_dir():
            return shortest(folder)
    return None


def _grouped(paths: Iterable[Path]) -> tuple[list[Path], dict[Path, list[str] | None]]:
    """Return the records outside of any library, and library folder → relative record paths (None: all of it)."""
    drafts: list[Path] = []
    libraries: dict[Path, list[str] | None] = {}
    for path in paths:
        if path.is_file() and path.suffix.lower() not in RECORD_SUFFIXES:
            raise click.UsageError(f"{path} は記録（.yaml）ではありません。")
        folder = _library_of(path)
        if folder is None:
            drafts.append(path)
        elif _absolute(path) == _absolute(folder):
            libraries[folder] = None
        elif (files := libraries.setdefault(folder, [])) is not None:
            files += _records_below(path, folder)
    return drafts, libraries


def _records_below(path: Path, folder: Path) -> list[str]:
    files = (
        [path] if path.is_file() else [found for found in path.rglob("*") if found.suffix.lower() in RECORD_SUFFIXES]
    )
    return [_absolute(file).relative_to(_absolute(folder)).as_posix() for file in files]


def _absolute(path: Path) -> Path:
    return Path(os.path.abspath(path))  # noqa: PTH100 — resolve() would follow a linked file out of its library


def _library_of(path: Path) -> Path | None:
    """Return the folder with a vocabulary that `path` is or stands in; None for a single file outside of any."""
    for folder in (path, *path.absolute().parents):
        if (folder / VOCABULARY_FOLDER).is_dir():
            return shortest(folder)
    if path.is_file():
        return None
    raise click.UsageError(
        f"{path} に {VOCABULARY_FOLDER} フォルダがありません。cases フォルダか、その中のファイルを指定してください。"
    )


def _where_explained(rules: Collection[str], language: Language) -> str:
    """Where the rules' pages are: on the site when its address is set, and always in the terminal."""
    rule = min(rules) if len(rules) == 1 else ""
    site = os.environ.get("HOMARE_SITE_URL", "").rstrip("/")
    page = f"{site}/{problem_address(rule) if rule else PROBLEMS}" if site else ""
    command = f"homare explain {rule or min(rules)}"
    if language == "ja":
        named = "" if rule else "（ほかも、[ ] の中の名前を打ちます）"
        return f"直し方と例: {command}{named}{f'（{page}）' if page else ''}"
    return f"Explanations: {command}{'' if rule else ' (and so on)'}{f' ({page})' if page else ''}"


def _count(number: int, language: Language) -> str:
    return f"直すところが{number}件あります。" if language == "ja" else f"{number} problem{'' if number == 1 else 's'}."
