"""`homare explain`: the pages of the rules, in the terminal."""

import pytest
from click.testing import CliRunner, Result

from homare.cli.main import homare as homare_command
from homare.model.explanations import explanations


def explain(*arguments: str) -> Result:
    return CliRunner().invoke(homare_command, ["explain", *arguments], catch_exceptions=False)


@pytest.mark.parametrize("rule", sorted(explanations()))
def test_every_rule_is_explained_with_its_examples(rule: str) -> None:
    result = explain(rule)
    assert result.exit_code == 0
    for line in (*explanations()[rule].wrong.splitlines(), *explanations()[rule].right.splitlines()):
        assert line in result.stdout


def test_a_name_may_be_pasted_with_its_brackets() -> None:
    assert explain("[wide-colon]").stdout == explain("wide-colon").stdout


def test_without_a_name_it_lists_all() -> None:
    assert len(explain().stdout.splitlines()) == len(explanations())


def test_an_unknown_name_is_a_sentence_with_the_nearest() -> None:
    result = explain("wide-colom")
    assert result.exit_code == 2
    assert "「wide-colon」ではありませんか" in result.stderr
