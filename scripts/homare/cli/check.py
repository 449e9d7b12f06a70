"""`homare check [PATH…]`: read and check records, print every problem with its place."""

import sys
from pathlib import Path

import click

from homare.model.identity import VOCABULARY_FOLDER
from homare.model.library import build_library, check_some
from homare.problems import Language, Problem, ReportFormat, report
from homare.records.disk import read_folder


@click.command()
@click.argument("paths", nargs=-1, type=click.Path(exists=True, path_type=Path))
@click.option("--format", "format_", type=click.Choice(["text", "json", "github"]), default="text", help="出力の形")
@click.option("--lang", type=click.Choice(["ja", "en"]), default="ja", help="メッセージの言葉")
def check(paths: tuple[Path, ...], format_: ReportFormat, lang: Language) -> None:
    """記録を読んで確かめ、直すところをすべて示します。PATHは記録のフォルダかファイル（省くと cases）。"""
    problems: list[Problem] = []
    for folder, files in _grouped(paths or (Path("cases"),)).items():
        content = read_folder(folder)
        if files:
            problems += check_some(folder.as_posix(), content, files)
        else:
            problems += build_library(folder.as_posix(), content)[1]
    if problems or format_ == "json":
        click.echo(report(problems, format_, lang))
    if problems and format_ == "text":
        click.echo(_count(len(set(problems)), lang), err=True)
    sys.exit(1 if problems else 0)


def _grouped(paths: tuple[Path, ...]) -> dict[Path, list[str]]:
    """Library folder → relative record paths to check there; an empty list means the whole folder."""
    groups: dict[Path, list[str]] = {}
    for path in paths:
        folder = _library_of(path)
        if path == folder:
            groups[folder] = []
        elif groups.get(folder) != []:
            below = path.rglob("*.y*ml") if path.is_dir() else [path]
            groups.setdefault(folder, []).extend(found.relative_to(folder).as_posix() for found in below)
    return groups


def _library_of(path: Path) -> Path:
    for folder in (path, *path.parents):
        if (folder / VOCABULARY_FOLDER).is_dir():
            return folder
    raise click.UsageError(
        f"{path} の上に {VOCABULARY_FOLDER} フォルダがありません。"
        "cases フォルダか、その中のファイルを指定してください。"
    )


def _count(number: int, language: Language) -> str:
    return f"直すところが{number}件あります。" if language == "ja" else f"{number} problems."
