"""`homare digest --since DATE`: the text of the mail magazine."""

import os
from datetime import date, datetime
from pathlib import Path

import click

from homare.cli.library import read_dataset
from homare.cli.project import shortest
from homare.exports.digest import changes_since, digest_text
from homare.records.disk import write_whole

DAY = click.DateTime(["%Y-%m-%d", "%Y/%m/%d"])


@click.command()
@click.option("--since", required=True, type=DAY, help="前の号を出した日（例 2026-11-01）。この日からの分を載せる")
@click.option("--until", type=DAY, help="題に書く、この号の日（省くと今日）")
@click.option("--out", type=click.Path(dir_okay=False, path_type=Path), help="書き出すファイル（省くと画面に出す）")
@click.option(
    "--cases", "cases_folder", type=click.Path(exists=True, file_okay=False, path_type=Path), help="記録のフォルダ"
)
def digest(since: datetime, until: datetime | None, out: Path | None, cases_folder: Path | None) -> None:
    """メールマガジンの文を作ります。お知らせ、新しい事例、直した事例、研究会が入ります。"""
    day = until.date() if until else date.today()
    if day < since.date():
        raise click.UsageError(f"{since.date()} は {day} より後の日です。前の号を出した日を書いてください。")
    dataset = read_dataset(cases_folder)
    if changes_since(dataset, since.date()).is_empty:
        click.echo(f"{since.date()} からあとに、足したものも直したものもありません。", err=True)
        return
    text = digest_text(dataset, since.date(), day)
    if out:
        write_whole(out, text.encode())
        click.echo(f"メールマガジンの文を書き出しました: {shortest(out.absolute())}")
    else:
        click.echo(text, nl=False)
    if not os.environ.get("HOMARE_SITE_URL"):
        click.echo(
            "アドレスは仮のものです。HOMARE_SITE_URL に公開しているアドレスを入れて、もう一度実行してください。",
            err=True,
        )
