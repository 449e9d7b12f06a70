"""`homare book`: the casebook as PDF and EPUB, whole or of chosen themes, editions and cases."""

from collections.abc import Collection
from pathlib import Path
from typing import Any

import click

from homare.cli.library import read_dataset
from homare.cli.project import project_root, shortest, show_progress, stop
from homare.exports.casebook import ChapterKind, Selection, book_content
from homare.exports.casebook_epub import casebook_epub
from homare.exports.casebook_pdf import casebook_pdf
from homare.records.disk import write_whole

MAKERS = {".pdf": casebook_pdf, ".epub": casebook_epub}


@click.command()
@click.option("--out", type=click.Path(path_type=Path), help="出力先（.pdf か .epub のファイル、またはフォルダ）")
@click.option("--theme", "themes", multiple=True, help="テーマのキー（何度でも）")
@click.option("--edition", "editions", multiple=True, type=int, help="回の年（何度でも）")
@click.option("--case", "cases", multiple=True, help="事例のid（何度でも）")
@click.option("--by", type=click.Choice(["region", "theme"]), default="region", show_default=True, help="章の分け方")
@click.option(
    "--cases", "cases_folder", type=click.Path(exists=True, file_okay=False, path_type=Path), help="記録のフォルダ"
)
def book(out: Path | None, by: ChapterKind, cases_folder: Path | None, **chosen: tuple[Any, ...]) -> None:
    """事例集をPDFとEPUBにします。テーマ・回・事例を選ぶと、その分だけの冊子になります。"""
    dataset = read_dataset(cases_folder)
    selection = Selection(**chosen)
    _require("--theme", selection.themes, dataset.vocabulary.themes)
    _require("--edition", selection.editions, dataset.vocabulary.editions)
    _require("--case", selection.cases, dataset.catalogue.by_id)
    if not dataset.catalogue.where(selection.holds):
        stop("選んだ条件に合う事例がありません。", "条件を減らしてください。")
    show_progress("事例集を組んでいます")
    content = book_content(dataset, selection, by)
    if out and out.suffix and out.suffix.lower() not in MAKERS and not out.is_dir():
        stop(f"{out.suffix} の冊子は作れません。", "--out は、.pdf か .epub のファイルか、フォルダにしてください。")
    for path in _paths(out or project_root() / "build" / "book"):
        write_whole(path, MAKERS[path.suffix.lower()](content))
        click.echo(f"{content['count']}件の事例集を作りました: {shortest(path.absolute())}")


def _paths(out: Path) -> list[Path]:
    if out.suffix.lower() in MAKERS:
        return [out]
    return [out / f"casebook{suffix}" for suffix in MAKERS]


def _require(option: str, chosen: Collection[object], known: Collection[object]) -> None:
    """Refuse a key that does not exist, and say which do."""
    unknown = [str(key) for key in chosen if key not in known]
    if unknown:
        raise click.UsageError(f"{option} {unknown[0]} はありません。使えるのは {'、'.join(map(str, known))} です。")
