"""Where the project is, and how a command tells its user what it is doing."""

import sys
from pathlib import Path
from typing import NoReturn

import click

from homare.problems import Problem, report, visible


def project_root() -> Path:
    """Return the folder with mkdocs.yml: the working folder or one above it, else homare's own checkout."""
    for folder in (Path.cwd(), *Path.cwd().parents, Path(__file__).resolve().parents[3]):
        if (folder / "mkdocs.yml").is_file():
            return folder
    raise click.UsageError("mkdocs.yml が見つかりません。homare のフォルダの中で実行してください。")


def shortest(path: Path) -> Path:
    """Return the path relative to the working folder when it stands below it: that is what the user typed."""
    return path.relative_to(Path.cwd()) if path.is_relative_to(Path.cwd()) else path


def _has_terminal() -> bool:
    """A command that the system starts by itself may have no place to write to at all."""
    return sys.stderr is not None and sys.stderr.isatty()


def show_progress(step: str) -> None:
    """Show a step of a long command on a terminal; stay quiet elsewhere."""
    if _has_terminal():
        click.echo(f"… {step}", err=True)


def show_count(step: str, done: int, every: int) -> None:
    """Show how far a long step is, in one line that moves, on a terminal; stay quiet elsewhere."""
    if _has_terminal():
        click.echo(f"\r… {step} {done}/{every}", err=True, nl=done == every)


def show_notice(sentence: str) -> None:
    """Tell the user what they have to know, on a terminal or not."""
    click.echo(sentence, err=True)


def stop(message: str, hint: str) -> NoReturn:
    """Say why the command ends here and what to do next; exits with 1."""
    click.echo(visible(f"{message}\n    → {hint}"), err=True)
    sys.exit(1)


def show_problems(problems: list[Problem]) -> None:
    """Print all problems and how many they are."""
    click.echo(report(problems, "text", "ja"))
    click.echo(f"直すところが{len(set(problems))}件あります。", err=True)
