"""The `homare` command: the group, and the promise that no traceback reaches the user."""

import io
import os
import sys

import click

from homare.cli.book import book
from homare.cli.build import build
from homare.cli.check import check
from homare.cli.export import export
from homare.cli.serve import serve


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(package_name="homare")
def homare() -> None:
    """受賞事例の記録（YAML）を確かめ、サイトにします。"""


homare.add_command(check)
homare.add_command(build)
homare.add_command(serve)
homare.add_command(export)
homare.add_command(book)


def run() -> None:
    """Entry point. A fault that homare did not foresee prints one sentence; HOMARE_DEBUG=1 shows the traceback."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")  # a terminal that cannot show 𠮷 must not stop the command
    try:
        homare(standalone_mode=True)
    except (KeyboardInterrupt, BrokenPipeError):
        sys.exit(130)
    except Exception as error:
        if os.environ.get("HOMARE_DEBUG"):
            raise
        click.echo(
            f"予期しないことが起きて止まりました: {type(error).__name__}: {error}\n"
            "    → 公開中のサイトはそのままです。HOMARE_DEBUG=1 を付けてもう一度実行すると、くわしい記録が出ます。",
            err=True,
        )
        sys.exit(1)
