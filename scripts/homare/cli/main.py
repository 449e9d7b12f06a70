"""The `homare` command: the group, and the promise that no traceback reaches the user."""

import io
import os
import sys
from contextlib import suppress
from importlib import import_module
from typing import Any, NoReturn

import click

from homare.cli.interruption import keep_interruptions
from homare.cli.japanese_help import HelpContext
from homare.cli.usage import in_japanese, unknown_command

COMMANDS = {
    "new": "new",
    "check": "check",
    "explain": "explain",
    "build": "build",
    "serve": "serve",
    "rollback": "rollback",
    "import": "import_file",
    "export": "export",
    "book": "book",
    "report": "report",
    "digest": "digest",
}
"""The commands and their modules beside this one, in the order of `homare --help`."""


class _Commands(click.Group):
    """Loads the module of a command when it is asked for: `homare check` need not wait for what `serve` imports."""

    context_class = HelpContext

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002 — click calls it so
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        if cmd_name not in COMMANDS:
            raise unknown_command(cmd_name, list(COMMANDS), ctx)
        command: click.Command = getattr(import_module(f"homare.cli.{COMMANDS[cmd_name]}"), COMMANDS[cmd_name])
        command.context_class = HelpContext
        return command

    def make_context(self, *arguments: Any, **more: Any) -> click.Context:
        """Read the words before the command."""
        try:
            return super().make_context(*arguments, **more)
        except click.UsageError as error:
            raise in_japanese(error) from None

    def invoke(self, ctx: click.Context) -> Any:
        """Read the words after the command, and run it."""
        try:
            return super().invoke(ctx)
        except click.UsageError as error:
            raise in_japanese(error, ctx) from None


@click.group(cls=_Commands, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(package_name="homare", message="%(prog)s %(version)s", help="homareの版を出す")
def homare() -> None:
    """受賞事例の記録（YAML）を確かめ、サイトにします。"""


def run() -> NoReturn:
    """Entry point. A fault that homare did not foresee prints one sentence; HOMARE_DEBUG=1 shows the traceback."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")  # a terminal that cannot show 𠮷 must not stop the command
    was_interrupted = keep_interruptions()
    try:
        leave(homare(standalone_mode=False))
    except SystemExit as end:
        leave(end.code)
    except click.ClickException as error:
        error.show()
        leave(error.exit_code)
    except BrokenPipeError:
        leave(130)
    except (Exception, KeyboardInterrupt) as error:
        if was_interrupted() or isinstance(error, click.Abort | KeyboardInterrupt):
            click.echo("\n途中でやめました。", err=True)
            leave(130)
        if os.environ.get("HOMARE_DEBUG"):
            raise
        click.echo("\n    → ".join(_said_of(error)), err=True)
        leave(1)


def _said_of(error: Exception) -> tuple[str, str]:
    """Return what to say of a fault that no command has told itself, and what to do."""
    if isinstance(error, OSError):
        return (
            f"ファイルを読み書きできませんでした: {error}",
            "読み書きの権限と空き容量を確かめ、そのファイルを開いているソフトを閉じてください。",
        )
    return (
        f"予期しないことが起きて止まりました: {type(error).__name__}: {error}",
        "公開中のサイトはそのままです。HOMARE_DEBUG=1 を付けてもう一度実行すると、くわしい記録が出ます。",
    )


def leave(code: str | int | None) -> NoReturn:
    """End the process at once, with the exit code `code`, or with 1 and the message `code`.

    Python would give back each object of a library by itself, which takes a thirtieth of a build; the system takes all
    at once. Nothing may be left to do: files are closed, and whatever went on beside has ended.
    """
    if isinstance(code, str):
        print(code, file=sys.stderr)
    for stream in (sys.stdout, sys.stderr):
        with suppress(OSError):
            if stream is not None:  # a task of Windows and pythonw have none
                stream.flush()
    os._exit(1 if isinstance(code, str) else code or 0)
