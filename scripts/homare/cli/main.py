"""The `homare` command: the group, and the promise that no traceback reaches the user."""

import io
import os
import sys
from contextlib import suppress
from importlib import import_module
from typing import Any, NoReturn

import click

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

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002 — click calls it so
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        if cmd_name not in COMMANDS:
            raise unknown_command(cmd_name, list(COMMANDS), ctx)
        command: click.Command = getattr(import_module(f"homare.cli.{COMMANDS[cmd_name]}"), COMMANDS[cmd_name])
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
@click.version_option(package_name="homare")
def homare() -> None:
    """受賞事例の記録（YAML）を確かめ、サイトにします。"""


def run() -> NoReturn:
    """Entry point. A fault that homare did not foresee prints one sentence; HOMARE_DEBUG=1 shows the traceback."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")  # a terminal that cannot show 𠮷 must not stop the command
    try:
        homare(standalone_mode=True)
    except SystemExit as end:
        leave(end.code)
    except (KeyboardInterrupt, BrokenPipeError):
        leave(130)
    except Exception as error:
        if os.environ.get("HOMARE_DEBUG"):
            raise
        click.echo(
            f"予期しないことが起きて止まりました: {type(error).__name__}: {error}\n"
            "    → 公開中のサイトはそのままです。HOMARE_DEBUG=1 を付けてもう一度実行すると、くわしい記録が出ます。",
            err=True,
        )
        leave(1)
    leave(0)


def leave(code: str | int | None) -> NoReturn:
    """End the process at once, with the exit code `code`, or with 1 and the message `code`.

    Python would give back each object of a library by itself, which takes a thirtieth of a build; the system takes all
    at once. Nothing may be left to do: files are closed, and whatever went on beside has ended.
    """
    if isinstance(code, str):
        print(code, file=sys.stderr)
    with suppress(BrokenPipeError):
        sys.stdout.flush()
    with suppress(BrokenPipeError):
        sys.stderr.flush()
    os._exit(1 if isinstance(code, str) else code or 0)
