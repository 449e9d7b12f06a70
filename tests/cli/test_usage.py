"""What a person who mistypes a command is told: Japanese, one sentence, and what to write instead; exit code 2."""

import re

import pytest
from click.testing import CliRunner

from homare.cli.main import homare

SLIPS = [
    ("impot x.xlsx", "「impot」という命令はありません。「import」ではありませんか。"),
    ("import", "FILE がありません。"),
    ("import --dryrun x.xlsx", "「--dryrun」という指定はありません。--dry-run"),
    ("import 応募 様式.xlsx", "「様式.xlsx」が余分です。"),
    ("export pdf", "FORMAT に「pdf」は使えません。xlsx、"),
    ("digest", "--since がありません。"),
    ("digest --since", "「--since」の後ろに、値がありません。"),
    ("digest --since 11月1日", "--since に「11月1日」は使えません。日を 2026-11-01 の形で"),
    ("digest --since 2026-11-30 --until 2026-11-01", "2026-11-30 は 2026-11-01 より後の日です。"),
    ("serve --port 八千", "--port に「八千」は使えません。1から65535までの数を、半角で"),
    ("serve --port 70000", "--port に「70000」は使えません。1から65535までの数を、半角で"),
    ("build --cases nowhere", "--cases に「nowhere」は使えません。"),
    ("explain unknown-trem", "「unknown-term」ではありませんか。"),
    ("--verbos", "「--verbos」という指定はありません。"),
]


@pytest.mark.parametrize(("line", "sentence"), SLIPS, ids=[line for line, _ in SLIPS])
def test_a_slip_is_told_in_japanese_with_what_to_write(line: str, sentence: str) -> None:
    result = CliRunner().invoke(homare, line.split())
    assert result.exit_code == 2
    first, second = result.stderr.splitlines()
    assert sentence in first
    assert re.match(r"    → 書き方は homare .*。くわしくは homare.* --help で出ます。", second)
    assert not re.search("Usage|Error|Try", result.stderr)
