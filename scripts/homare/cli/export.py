"""`homare export FORMAT`: one data file of the library, without building the site."""

from collections.abc import Callable, Mapping
from pathlib import Path

import click

from homare.cli.library import read_dataset
from homare.cli.project import project_root, shortest
from homare.exports.case_table import CASES
from homare.exports.csv_files import excel_csv, plain_csv
from homare.exports.dataset import Dataset
from homare.exports.issue_forms import issue_forms
from homare.exports.json_files import cases_json, cases_jsonl, vocabulary_json
from homare.exports.json_ld import cases_json_ld
from homare.exports.record_schema import record_schema_json
from homare.exports.schema import schema_json
from homare.exports.workbook import cases_xlsx
from homare.records.disk import write_whole
from homare.site.data_files import data_package

FORMATS: dict[str, tuple[str, Callable[[Dataset], bytes]]] = {
    "json": ("cases.json", lambda dataset: cases_json(dataset).encode()),
    "jsonl": ("cases.jsonl", lambda dataset: cases_jsonl(dataset).encode()),
    "csv": ("cases.csv", lambda dataset: plain_csv(CASES, dataset)),
    "excel-csv": ("cases-excel.csv", lambda dataset: excel_csv(CASES, dataset)),
    "xlsx": ("cases.xlsx", cases_xlsx),
    "jsonld": ("cases.jsonld", lambda dataset: cases_json_ld(dataset).encode()),
    "schema": ("schema.json", lambda dataset: schema_json(dataset).encode()),
    "record-schema": ("record.schema.json", lambda dataset: record_schema_json(dataset.vocabulary).encode()),
    "vocabulary": ("vocabulary.json", lambda dataset: vocabulary_json(dataset).encode()),
}
FOLDERS: dict[str, Callable[[Dataset], Mapping[str, bytes]]] = {
    "package": data_package,
    "issue-forms": lambda dataset: issue_forms(dataset.vocabulary),
}
"""Formats of several files, which go into a folder."""


@click.command()
@click.argument("format_", metavar="FORMAT", type=click.Choice([*FORMATS, *FOLDERS]))
@click.option("--out", type=click.Path(path_type=Path), help="出力先のファイル（package と issue-forms ではフォルダ）")
@click.option(
    "--cases", "cases_folder", type=click.Path(exists=True, file_okay=False, path_type=Path), help="記録のフォルダ"
)
def export(format_: str, out: Path | None, cases_folder: Path | None) -> None:
    """すべての事例を1つの形で書き出します。

    package は datapackage.json とすべての表、record-schema は編集ソフトが使う型、issue-forms は連絡のフォームです。
    """
    dataset = read_dataset(cases_folder)
    target = out or project_root() / "build" / "export" / ("" if format_ in FOLDERS else FORMATS[format_][0])
    if format_ in FOLDERS:
        files = {target / path: content for path, content in FOLDERS[format_](dataset).items()}
    else:
        files = {target: FORMATS[format_][1](dataset)}
    for path, content in files.items():
        write_whole(path, content)
    click.echo(f"{len(dataset.catalogue.cases)}件の事例を書き出しました: {shortest(target.absolute())}")
