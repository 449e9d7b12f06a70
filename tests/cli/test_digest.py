"""`homare digest`: to the screen or a file, and a sentence for what cannot be."""

from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from homare.cli.main import homare as homare_command
from tests.libraries import write_library


@pytest.fixture
def library(tmp_path: Path) -> Path:
    return write_library(tmp_path / "cases", {})


def digest(*arguments: object) -> Result:
    return CliRunner().invoke(homare_command, ["digest", *map(str, arguments)], catch_exceptions=False)


def test_it_goes_to_the_screen_with_a_word_about_the_address(library: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("HOMARE_SITE_URL", raising=False)
    result = digest("--since", "2026/1/15", "--until", "2026-02-01", "--cases", library)
    assert result.exit_code == 0
    assert "お知らせ（2026年1月15日から2026年2月1日まで）" in result.stdout
    assert "https://homare.example/cases/2020-smallest/" in result.stdout.splitlines()
    assert "HOMARE_SITE_URL" in result.stderr


def test_to_a_file_with_the_real_address(library: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HOMARE_SITE_URL", "https://site.example/library")
    out = tmp_path / "mail" / "digest.txt"
    result = digest("--since", "2026-01-01", "--cases", library, "--out", out)
    assert result.exit_code == 0
    assert "https://site.example/library/cases/2020-smallest/" in out.read_text("utf-8").splitlines()
    assert b"\r" not in out.read_bytes()
    assert result.stderr == ""


def test_nothing_new_is_said_and_prints_no_mail(library: Path) -> None:
    result = digest("--since", "2026-01-16", "--cases", library)
    assert (result.exit_code, result.stdout) == (0, "")
    assert "ありません" in result.stderr


@pytest.mark.parametrize(
    "arguments",
    [[], ["--since", "yesterday"], ["--since", "2026-02-30"], ["--since", "2099-01-01", "--until", "2026-01-01"]],
)
def test_wrong_use_exits_2(library: Path, arguments: list[str]) -> None:
    result = digest(*arguments, "--cases", library)
    assert result.exit_code == 2
    assert "Traceback" not in result.output
