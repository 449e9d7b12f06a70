"""`homare new EDITION SLUG`: begin a record as a commented draft."""

import sys
from datetime import date
from pathlib import Path

import click

from homare.cli.project import project_root, shortest, show_problems, stop
from homare.model.editing.new_record import new_record
from homare.model.identity import UNDATED, case_files
from homare.model.vocabulary import Vocabulary
from homare.model.vocabulary_files import read_vocabulary
from homare.records.disk import read_folder, write_files


@click.command()
@click.argument("edition")
@click.argument("slug")
@click.option(
    "--cases", "cases_folder", type=click.Path(exists=True, file_okay=False, path_type=Path), help="記録のフォルダ"
)
def new(edition: str, slug: str, cases_folder: Path | None) -> None:
    """新しい事例の下書きを作ります。

    EDITIONは受賞した回の年（例 2023）、わからないときは undated。SLUGはファイルの名前（例 jonan-yoi-shigoto）です。
    """
    folder = cases_folder or shortest(project_root() / "cases")
    files = read_folder(folder)
    vocabulary, problems = read_vocabulary(folder.as_posix(), files)
    if problems:
        show_problems(problems)
        sys.exit(1)
    path = f"{edition}/{slug}.yaml"
    _refuse(edition, slug, folder, vocabulary)
    if (folder / path).exists() or path.lower() in (known.lower() for known in files):
        stop(f"{(folder / path).as_posix()} は、もうあります。", "そのファイルを直すか、別の名前にしてください。")
    text = new_record(edition, date.today().isoformat(), vocabulary)
    try:
        write_files(folder, {path: text.encode()}, files)
    except OSError as error:
        stop(f"ファイルを書けませんでした: {error}", "空き容量と書き込みの権限を確かめてください。")
    shown = (folder / path).as_posix()
    click.echo(f"下書きを作りました: {shown}")
    click.echo(f"    → 書いたら homare check {shown} で、足りないところを確かめます。")
    click.echo("    → homare serve --drafts で、見え方を確かめます。下書きは公開されません。")


def _refuse(edition: str, slug: str, folder: Path, vocabulary: Vocabulary) -> None:
    """Stop with a sentence when no record can stand at this edition and name."""
    if edition != UNDATED and not (len(edition) == 4 and edition.isascii() and edition.isdigit()):
        stop(
            f"回「{edition}」がわかりません。", "西暦4桁の年（例 2023）にしてください。わからないときは undated です。"
        )
    _, problems = case_files([f"{edition}/{slug}.yaml"])
    if problems:
        stop(
            f"名前「{slug}」は使えません。",
            "半角の英小文字で始まる3〜41字（英小文字・数字・ハイフン）にしてください（例 jonan-yoi-shigoto）。"
            "index、con のように決まった意味のある名前は使えません。",
        )
    if edition != UNDATED and int(edition) not in vocabulary.editions:
        last = max(vocabulary.editions.values(), key=lambda one: one.year, default=None)
        ordinal = last.ordinal + int(edition) - last.year if last and int(edition) > last.year else 1
        stop(
            f"{edition}年の回が、{folder.as_posix()}/vocabulary/editions.yaml にありません。",
            "次の2行をそのファイルの終わりに足し（ordinal は第何回か）、もう一度実行してください。\n"
            f"      - year: {edition}\n        ordinal: {ordinal}",
        )
