"""`homare export FORMAT`: one data file of the library, or a file to edit it with, without building the site."""

import sys
from collections.abc import Callable, Iterable, Mapping
from datetime import datetime
from pathlib import Path

import click

from homare.cli.library import read_dataset
from homare.cli.project import project_root, shortest, show_problems, stop
from homare.exports.dataset import Dataset
from homare.exports.editors_csv import editors_csv
from homare.exports.editors_workbook import application_form, editors_workbook
from homare.exports.issue_forms import issue_forms
from homare.exports.pieces import Piece
from homare.exports.record_schema import record_schema_json
from homare.imports.plan import read_records
from homare.model.vocabulary import Vocabulary
from homare.model.vocabulary_files import read_vocabulary
from homare.records.disk import read_folder, write_whole
from homare.records.document import Data
from homare.site.data_files import data_file_pieces, data_package
from homare.site.piece_files import write_pieces

_RECORD_SCHEMA = "record.schema.json"
FORMATS = {
    "json": "cases.json",
    "jsonl": "cases.jsonl",
    "csv": "cases.csv",
    "excel-csv": "cases-excel.csv",
    "data-xlsx": "cases.xlsx",
    "jsonld": "cases.jsonld",
    "schema": "schema.json",
    "record-schema": _RECORD_SCHEMA,
    "vocabulary": "vocabulary.json",
}
FOLDERS: dict[str, Callable[[Dataset], Iterable[Piece]]] = {
    "package": data_package,
    "issue-forms": lambda dataset: [Piece(*file) for file in issue_forms(dataset.vocabulary).items()],
}
"""Formats of several files, which go into a folder."""
EDITING: dict[str, tuple[str, Callable[[Mapping[str, Data], Vocabulary], bytes]]] = {
    "xlsx": ("homare-edit.xlsx", editors_workbook),
    "edit-csv": ("homare-edit.csv", editors_csv),
    "form": ("homare-form.xlsx", lambda _records, vocabulary: application_form(vocabulary)),
}
"""What editors change and take in again with `homare import`; made from the records as they stand, drafts too."""
_WITHOUT_CASES = {
    "form": "空の応募様式",
    "schema": "データの型",
    "record-schema": "記録の型",
    "vocabulary": "語彙",
    "issue-forms": "連絡のフォーム",
}
"""What these formats hold, in words; the others hold cases."""


@click.command()
@click.argument("format_", metavar="FORMAT", type=click.Choice([*EDITING, *FORMATS, *FOLDERS]))
@click.option("--out", type=click.Path(path_type=Path), help="出力先のファイル（package と issue-forms ではフォルダ）")
@click.option(
    "--cases", "cases_folder", type=click.Path(exists=True, file_okay=False, path_type=Path), help="記録のフォルダ"
)
def export(format_: str, out: Path | None, cases_folder: Path | None) -> None:
    """すべての事例を1つの形で書き出します。

    直して取り込むためのもの：xlsx（Excelのブック）、edit-csv（事例の表だけのCSV）、form（空の応募様式）。
    csv と excel-csv も取り込めます。package は datapackage.json とすべての表、record-schema は編集ソフトが使う型、
    issue-forms は連絡のフォームです。
    """
    name = EDITING[format_][0] if format_ in EDITING else FORMATS.get(format_, "")
    if out and format_ not in FOLDERS:
        _require_fitting(out, format_, Path(name).suffix)
    target = out or project_root() / "build" / "export" / name
    if format_ in EDITING:
        records, vocabulary = _as_they_stand(cases_folder or shortest(project_root() / "cases"))
        content = EDITING[format_][1](records, vocabulary)
        _keep_what_is_there(target, content)
        pieces: Iterable[Piece] = [Piece(name, content)]
        count = len(records)
    else:
        dataset = read_dataset(cases_folder)
        count = len(dataset.catalogue.cases)
        pieces = FOLDERS[format_](dataset) if format_ in FOLDERS else _file(name, dataset)
    if format_ in FOLDERS:
        _write(target, pieces)
    else:
        _write(target.parent, (piece._replace(path=target.name) for piece in pieces))
    what = _WITHOUT_CASES.get(format_, f"{count}件の事例")
    click.echo(f"{what}を書き出しました: {shortest(target.absolute())}")


def _require_fitting(out: Path, format_: str, suffix: str) -> None:
    """Stop where the target is a folder, or its name is that of another kind of file: it would be written over."""
    if out.is_dir() or not out.name:
        stop(f"「{out}」はフォルダです。", f"--out には、{suffix} で終わるファイルの名前を書いてください。")
    if out.suffix.lower() != suffix:
        stop(f"{format_} は {suffix} のファイルです。", f"--out の名前を {suffix} で終わらせてください。")


def _keep_what_is_there(target: Path, content: bytes) -> None:
    """Give a file of the same name with another content another name: an editor may have written into it since."""
    if not target.is_file() or target.read_bytes() == content:
        return
    written = datetime.fromtimestamp(target.stat().st_mtime)
    kept = target.with_stem(f"{target.stem}-{written:%Y%m%d-%H%M%S}")
    try:
        target.replace(kept)
    except OSError as error:
        stop(f"書き出せませんでした: {error}", "同じ名前のファイルをExcelで開いていれば閉じてください。")
    click.echo(f"前に書き出したものは {shortest(kept.absolute())} に残しました。")


def _file(name: str, dataset: Dataset) -> Iterable[Piece]:
    if name == _RECORD_SCHEMA:
        return [Piece(name, record_schema_json(dataset.vocabulary).encode())]
    return data_file_pieces(name, dataset)


def _as_they_stand(folder: Path) -> tuple[Mapping[str, Data], Vocabulary]:
    files = read_folder(folder)
    vocabulary, problems = read_vocabulary(folder.as_posix(), files)
    records, faults = read_records(folder.as_posix(), files)
    if problems or faults:
        show_problems([*problems, *faults])
        sys.exit(1)
    return records, vocabulary


def _write(folder: Path, pieces: Iterable[Piece]) -> None:
    try:
        write_pieces(folder, pieces, write_whole)
    except OSError as error:
        stop(
            f"書き出せませんでした: {error}",
            "同じ名前のファイルをExcelで開いていれば閉じ、空き容量と書き込みの権限を確かめてください。",
        )
