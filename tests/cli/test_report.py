"""`homare report`: lists for people, the same as JSON, and the network only when it is asked for."""

import json
import socket
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

import homare.cli.report
from homare.cli.main import homare as homare_command
from homare.online.source_links import LinkFinding
from tests.libraries import SMALLEST, write_library


def report(*arguments: object) -> Result:
    return CliRunner().invoke(homare_command, ["report", *map(str, arguments)], catch_exceptions=False)


@pytest.fixture
def library(tmp_path: Path) -> Path:
    return write_library(tmp_path / "cases", {"2020/other.yaml": SMALLEST + "themes: [finance]\n"})


def test_the_lists_name_the_cases_and_what_to_do(library: Path) -> None:
    result = report("--cases", library)
    assert result.exit_code == 0
    assert "■ 記録の少ない事例" in result.stdout
    assert "2020-smallest  空き" in result.stdout
    assert result.stdout.count("  → ") == 4


def test_json_holds_the_same(library: Path) -> None:
    data = json.loads(report("--cases", library, "--format", "json", "--today", "2026-11-23").stdout)
    assert data["cases"] == 2
    assert {entry["case"] for entry in data["incomplete"]} == {"2020-smallest", "2020-other"}
    assert data["thin"] == ["2020-other", "2020-smallest"]
    assert data["stale"] == [{"case": "2020-other", "checked": None}, {"case": "2020-smallest", "checked": None}]
    assert {"kind": "broad", "facet": "themes", "keys": ["finance"], "cases": 1} in data["vocabulary"]
    assert data["links"] is None


def test_without_online_nothing_is_asked(library: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object) -> None:
        raise AssertionError("a connection")

    monkeypatch.setattr(socket.socket, "connect", refuse)
    assert report("--cases", library).exit_code == 0


def test_with_online_it_says_what_became_of_an_address(library: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    moved = LinkFinding("http://kakuu.example/a", "moved", "301", "http://kakuu.example/b", ("2020-smallest: report",))
    monkeypatch.setattr(homare.cli.report, "check_addresses", lambda *_: [moved])
    text = report("--cases", library, "--online").stdout
    assert "移りました（301）: http://kakuu.example/a → http://kakuu.example/b  [2020-smallest: report]" in text
    assert json.loads(report("--cases", library, "--online", "--format", "json").stdout)["links"][0]["state"] == "moved"


def test_long_lists_are_cut_unless_all_are_asked_for(tmp_path: Path) -> None:
    library = write_library(tmp_path / "cases", {f"2020/case-{number}.yaml": SMALLEST for number in range(25)})
    assert "ほか6件（--all" in report("--cases", library).stdout
    assert "ほか" not in report("--cases", library, "--all").stdout


@pytest.mark.parametrize("arguments", [["--today", "2026-13-01"], ["--format", "xml"], ["--cases", "nowhere"]])
def test_wrong_use_exits_2(arguments: list[str]) -> None:
    assert report(*arguments).exit_code == 2
