"""What the command line says about a word that it cannot use: in Japanese, with what to write instead."""

import re
from typing import IO, Any

import click


class Misuse(click.UsageError):
    """A command that was typed wrongly: one sentence, and how the command is written. Exits with 2, as click does."""

    def show(self, file: IO[Any] | None = None) -> None:
        """Print it like every other message of homare."""
        lines = [self.message]
        if self.ctx is not None:
            form = self.ctx.command.collect_usage_pieces(self.ctx)
            written = " ".join([self.ctx.command_path, *form])
            lines.append(f"    → 書き方は {written} です。くわしくは {self.ctx.command_path} --help で出ます。")
        click.echo("\n".join(lines), file=file, err=file is None)


def in_japanese(error: click.UsageError, context: click.Context | None = None) -> Misuse:
    """Return the error in words for an editor; what homare itself has said stays as it is."""
    return error if isinstance(error, Misuse) else Misuse(_sentence(error), error.ctx or context)


def unknown_command(name: str, known: list[str], context: click.Context) -> Misuse:
    """Return what to say to a command that does not exist."""
    from homare.model.nearest import did_you_mean  # noqa: PLC0415 — only who mistypes waits for these
    from homare.problems import Text  # noqa: PLC0415

    hint = did_you_mean(name, known, Text(f"あるのは {'、'.join(known)} です。", ""))
    return Misuse(f"「{name}」という命令はありません。{hint.ja}", context)


def _sentence(error: click.UsageError) -> str:
    if isinstance(error, click.NoSuchOption):
        likely = f"{'、'.join(error.possibilities)} ではありませんか。" if error.possibilities else ""
        return f"「{error.option_name}」という指定はありません。{likely}"
    if isinstance(error, click.MissingParameter):
        return f"{_name(error.param)} がありません。"
    if isinstance(error, click.BadParameter) and error.param is not None:
        given = re.search(r"'(.*?)'|^(\S+) is not in the range", error.message)
        value = (given[1] or given[2] or "") if given else ""
        return f"{_name(error.param)} に「{value}」は使えません。{_expected(error.param.type)}"
    extra = re.search(r"unexpected extra arguments? \((.*)\)", error.message)
    if extra:
        return f'「{extra[1]}」が余分です。空白を含むファイル名は、"" で囲んでください。'
    value = re.search(r"[Oo]ption '(\S+)' requires an argument", error.message)
    return f"「{value[1]}」の後ろに、値がありません。" if value else error.message


def _name(param: click.Parameter | None) -> str:
    if isinstance(param, click.Option):
        return param.opts[-1]
    return (param.metavar or str(param.name).upper()) if param is not None else ""


def _expected(kind: Any) -> str:
    if isinstance(kind, click.Choice):
        return f"{'、'.join(map(str, kind.choices))} のどれかにしてください。"
    if isinstance(kind, click.DateTime):
        return "日を 2026-11-01 の形で書いてください。"
    if isinstance(kind, click.Path):
        wanted = "フォルダ" if not kind.file_okay else "ファイル"
        return f"そこにある{wanted}の名前を書いてください。" if kind.exists else f"{wanted}の名前を書いてください。"
    if isinstance(kind, click.IntRange):
        return f"{kind.min}から{kind.max}までの数を、半角で書いてください。"
    return "半角の数字で書いてください。"
