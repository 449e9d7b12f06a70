"""What commands say of drafts: how much they lack, and which of them a site with drafts cannot show yet."""

from collections.abc import Collection
from pathlib import Path

import click

from homare.model.library import draft_gaps
from homare.problems import report
from homare.records.disk import read_folder

EARNEST = "公開するサイトは --drafts を付けずに作りなおしてください。"


def show_hidden_drafts(library: Path) -> None:
    """Say which drafts are still too incomplete to be shown on a page, and that this is not the site to publish."""
    for path, gaps in draft_gaps(library.as_posix(), read_folder(library)).items():
        if gaps:
            click.echo(f"下書き {path} は、足りないところが{len(gaps)}か所あり、まだ載せていません。", err=True)
            click.echo(f"    → homare check {path} で一覧が出ます。", err=True)
    click.echo(f"下書きも載せたサイトです。{EARNEST}", err=True)


def show_gaps(library: Path, asked_for: Collection[str] | None, faulty: Collection[str]) -> None:
    """Say what drafts lack: of those asked for each gap, or (None) of all drafts of the library how many.

    Those at `faulty` have problems besides, so none of them is ready.
    """
    for path, gaps in draft_gaps(library.as_posix(), read_folder(library)).items():
        if asked_for is not None and path not in asked_for:
            continue
        if not gaps and path in faulty:
            click.echo(f"下書き {path}: そろっていますが、上に示したところを直すまで公開できません。", err=True)
        elif not gaps:
            click.echo(f"下書き {path}: そろっています。公開するには status: draft の行を直します。", err=True)
        else:
            click.echo(f"下書き {path}: 公開までに足すところが{len(gaps)}か所あります。", err=True)
            every_gap = (
                f"    → homare check {path} で一覧が出ます。" if asked_for is None else report(gaps, "text", "ja")
            )
            click.echo(every_gap, err=True)
