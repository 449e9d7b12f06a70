"""`homare rollback`: the site as it was before the last build, or as it was in any release that is kept."""

from datetime import UTC, datetime
from pathlib import Path

import click

from homare.cli.project import project_root, shortest, stop
from homare.site.releases import BusyError, sole_writer, standing_name, whole_releases
from homare.site.rollback import NoReleaseError, Release, releases_of, roll_back


@click.command()
@click.option("--out", type=click.Path(path_type=Path), help="サイトのある場所（省くと site）")
@click.option("--list", "lists", is_flag=True, help="残っている版を新しい順に見せるだけで、何も変えない")
@click.option("--to", "name", metavar="版", help="戻す版（--list に出る名前。新しい版も選べる）")
def rollback(out: Path | None, lists: bool, name: str | None) -> None:
    """サイトを一つ前の版に戻します。くり返すと、さらに前へ戻ります（前の版は、新しいほうから5つは残っています）。"""
    out = (out or project_root() / "site").absolute()
    if lists:
        _show_list(out)
        return
    shown = standing_name(out)
    if name and name == shown:
        click.echo(f"版 {name} は、いま出ている版です。サイトはそのままです。")
        return
    try:
        if shown is None and not whole_releases(out):
            raise NoReleaseError
        with sole_writer(out, waits=False):
            release, earlier = roll_back(out, name)
    except BusyError:
        stop("ほかのビルドがサイトを作っているところです。", "終わってから、もう一度実行してください。")
    except NoReleaseError:
        wanted = "これより前の版は" if name is None else f"版「{name}」は"
        stop(f"{wanted}ありません。サイトはそのままです。", "homare rollback --list で残っている版を確かめてください。")
    except OSError as error:
        stop(
            f"版を戻せませんでした: {error}",
            "書き込みの権限を確かめ、サイトのファイルを開いているソフトを閉じてください。サイトはそのままです。",
        )
    before = f"これより前の版は{earlier}つあります。" if earlier else "これより前の版はありません。"
    click.echo(f"{_words(release)}を {shortest(out)} に出しました。{before}")
    click.echo("    → 最新の記録のサイトに戻すには homare build を実行してください。")


def _show_list(out: Path) -> None:
    releases = releases_of(out)
    if not releases:
        click.echo("残っている版はありません。")
    for release in releases:
        click.echo(f"{release.name}  {_words(release)}{'  ← いま出ている版' if release.is_shown else ''}")


def _words(release: Release) -> str:
    begun = datetime.strptime(release.name.split("-")[0], "%Y%m%dT%H%M%S").replace(tzinfo=UTC).astimezone()
    drafts = "、下書き入り。公開しません" if release.has_drafts else ""
    return f"{begun.year}年{begun.month}月{begun.day}日{begun:%H:%M}に作った版（事例{release.cases}件{drafts}）"
