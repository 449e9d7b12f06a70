"""`homare explain [RULE]`: what a rule is for and how to put the fault right, with a wrong and a right example."""

import click

from homare.model.explanations import Explanation, explanations, messages
from homare.model.nearest import did_you_mean
from homare.problems import Text


@click.command()
@click.argument("rule", required=False)
def explain(rule: str | None) -> None:
    """エラーの [ ] の中にある名前を、直し方と例で説明します。名前を省くと、すべての名前を並べます。"""
    every = explanations()
    if rule is None:
        click.echo("\n".join(f"{name:24}{explanation.title}" for name, explanation in every.items()))
        return
    name = rule.strip("[] ")
    if name not in every:
        hint = did_you_mean(name, every, Text("homare explain とだけ打つと、すべての名前が出ます。", ""))
        raise click.UsageError(f"「{name}」という名前はありません。{hint.ja}")
    click.echo(_explained(name, every[name]))


def _explained(name: str, explanation: Explanation) -> str:
    said = messages()[name]
    parts = (
        f"{explanation.title} [{name}]",
        explanation.about,
        f"表示される文:\n{_indented(f'{said.message}{chr(10)}→ {said.hint}')}",
        "直し方:\n" + _indented("\n".join(f"{number}. {step}" for number, step in enumerate(explanation.steps, 1))),
        f"誤り:\n{_indented(explanation.wrong)}",
        f"正しい書き方:\n{_indented(explanation.right)}",
    )
    return "\n\n".join(parts)


def _indented(text: str) -> str:
    return "\n".join(f"    {line}" for line in text.splitlines())
