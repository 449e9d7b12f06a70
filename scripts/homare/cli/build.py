"""`homare build`: records to a published site."""

import sys
import time
from collections.abc import Iterable
from pathlib import Path
from typing import NoReturn

import click

from homare.cli.project import project_root, shortest, show_notice, show_problems, show_progress, stop
from homare.model.site_words import OFFLINE_FILE
from homare.problems import Problem
from homare.records.disk import FileChangedError, write_whole
from homare.site.inputs import inputs, is_current
from homare.site.releases import unfinished_releases

OFFLINE_NAME = "homare-offline.zip"


@click.command()
@click.option("--out", type=click.Path(path_type=Path), help="サイトを置く場所（省くと site）")
@click.option(
    "--cases", type=click.Path(exists=True, file_okay=False, path_type=Path), help="記録のフォルダ（省くと cases）"
)
@click.option("--full", is_flag=True, help="変わったものがなくても、すべてを作りなおす")
@click.option(
    "--offline", is_flag=True, help="ネットワークなしで開けるZIPも作り、サイトの中と隣（homare-offline.zip）に置く"
)
@click.option(
    "--drafts", is_flag=True, help="下書き（status: draft）も、下書きと示して載せる。公開するサイトには使わない"
)
def build(out: Path | None, cases: Path | None, full: bool, offline: bool, drafts: bool) -> None:
    """記録からサイトを作ります。直すところがあれば、前のサイトをそのまま残します。"""
    root = project_root()
    out = (out or root / "site").absolute()
    if not out.name:
        stop(f"サイトを {out} には置けません。", "--out で、その中のフォルダを指定してください。")
    started = time.monotonic()
    cases = cases or shortest(root / "cases")
    try:
        found = inputs(root, cases, drafts)
        if not (full or offline) and is_current(out, found.fingerprint) and not unfinished_releases(out):
            click.echo(f"前に作ってから変わったものはありません: {shortest(out)}")
            return
        from homare.site.build import build_site  # noqa: PLC0415 — it takes longer to load than to see what changed

        built, problems = build_site(
            root,
            cases,
            out,
            show_progress,
            show_notice,
            digests=found.digests,
            offline=offline,
            drafts=drafts,
            full=full,
        )
    except OSError as error:
        stop(*_refused(error, (cases, cases.absolute().parent / "sessions", root / "docs", root / "mkdocs.yml")))
    if built is None:
        _refuse(problems)
    seconds = time.monotonic() - started
    click.echo(f"{built.cases}件の事例から{built.pages}ページを作りました（{seconds:.1f}秒）: {shortest(out)}")
    if drafts:
        _tell_of_drafts(cases)
    if offline:
        _put_beside(out)


def _tell_of_drafts(cases: Path) -> None:
    """Tell which drafts are not shown. Loads what reads records: in a build, MkDocs has begun by then."""
    from homare.cli.drafts import show_hidden_drafts  # noqa: PLC0415

    show_hidden_drafts(cases)


def _refuse(problems: list[Problem]) -> NoReturn:
    """Say why there is no new site; exits with 1."""
    show_problems(problems)
    click.echo("サイトは作りませんでした。前のサイトがあれば、そのまま残っています。", err=True)
    sys.exit(1)


def _refused(error: OSError, sources: Iterable[Path]) -> tuple[str, str]:
    """Return what to say when the disk refuses, and what to do: `sources` are what a build only reads."""
    if isinstance(error, FileChangedError):
        return f"{error}。", "保存し終わってから、もう一度実行してください。前のサイトはそのままです。"
    place = Path(str(error.filename or "")).absolute()
    if any(place.is_relative_to(source.absolute()) for source in sources):
        return f"読めないファイルがあります: {error}", "読み取りの権限を確かめてください。前のサイトはそのままです。"
    hint = "空き容量と書き込みの権限を確かめてください。前のサイトはそのままです。"
    return f"ファイルを書けませんでした: {error}", hint


def _put_beside(out: Path) -> None:
    """Put the edition for reading without network beside the site that is published already."""
    target = out.with_name(OFFLINE_NAME)
    try:
        write_whole(target, (out / OFFLINE_FILE).read_bytes())
    except OSError as error:
        stop(
            f"サイトは新しくしましたが、{shortest(target)} を書けませんでした: {error}",
            f"同じものが {shortest(out / OFFLINE_FILE)} にあります。",
        )
    click.echo(f"ネットワークなしで開ける版を作りました: {shortest(target)}")
