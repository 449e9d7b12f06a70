"""The command as a whole: help, and no traceback for what nobody foresaw."""

import os
import re
import signal
import subprocess
import sys
from pathlib import Path

import click
import pytest
from click.testing import CliRunner

import homare.cli.main
from homare.cli.interruption import keep_interruptions
from homare.cli.main import COMMANDS, run
from homare.cli.main import homare as homare_command


def fail_with(error: BaseException) -> click.Command:
    def fail() -> None:
        raise error

    return click.Command("fail", callback=fail)


def keep_this_process(monkeypatch: pytest.MonkeyPatch) -> None:
    """A command changes what its process does about interruptions; that of the tests goes on."""
    monkeypatch.setattr(signal, "signal", lambda *_: None)
    monkeypatch.setattr(sys, "unraisablehook", sys.unraisablehook)


def run_with(error: BaseException, monkeypatch: pytest.MonkeyPatch) -> int:
    monkeypatch.setattr(homare.cli.main, "homare", fail_with(error))
    monkeypatch.setattr("sys.argv", ["homare"])
    monkeypatch.setattr(os, "_exit", sys.exit)
    keep_this_process(monkeypatch)
    with pytest.raises(SystemExit) as stopped:
        run()
    return int(str(stopped.value.code))


@pytest.mark.parametrize(
    "error", [ValueError("x"), RecursionError("deep"), MemoryError(), UnicodeEncodeError("a", "b", 0, 1, "c")]
)
def test_what_nobody_foresaw_is_one_sentence_and_exit_1(
    error: BaseException, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.delenv("HOMARE_DEBUG", raising=False)
    assert run_with(error, monkeypatch) == 1
    printed = capsys.readouterr().err
    assert type(error).__name__ in printed
    assert "HOMARE_DEBUG=1" in printed
    assert "Traceback" not in printed


@pytest.mark.parametrize(("end", "code"), [(SystemExit(None), 0), (SystemExit(2), 2), (SystemExit("x"), 1)])
def test_the_exit_code_is_that_of_the_command(
    end: SystemExit, code: int, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run_with(end, monkeypatch) == code
    assert capsys.readouterr().err.strip() == ("x" if end.code == "x" else "")


@pytest.mark.parametrize("end", [KeyboardInterrupt(), click.Abort()])
def test_who_stops_a_command_is_told_in_japanese(
    end: BaseException, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run_with(end, monkeypatch) == 130
    assert capsys.readouterr().err.strip() == "途中でやめました。"


INTERRUPTED = """
import signal, time
import click
import homare.cli.main as main

signal.signal(signal.SIGINT, signal.default_int_handler)  # whoever runs the tests behind a shell has it ignored

class Dropped:
    def __del__(self):
        signal.raise_signal(signal.SIGINT)

def drop():
    Dropped()
    for _ in range(600):
        time.sleep(0.05)
    print("went on")

def wrap():
    try:
        signal.raise_signal(signal.SIGINT)
    except KeyboardInterrupt:
        raise RuntimeError("something else")

main.homare = click.Command("work", callback={work})
main.run()
"""


@pytest.mark.parametrize("work", ["drop", "wrap"])
def test_ctrl_c_counts_where_it_would_be_lost(work: str) -> None:
    """At the end of an object Python prints a traceback and goes on; pydantic makes a fault of its own of it."""
    code = INTERRUPTED.replace("{work}", work)
    ended = subprocess.run([sys.executable, "-c", code], capture_output=True, check=False)
    assert (ended.returncode, ended.stdout.decode(), ended.stderr.decode().strip()) == (130, "", "途中でやめました。")


def test_what_else_python_ignores_is_said_as_before(monkeypatch: pytest.MonkeyPatch) -> None:
    said: list[str] = []
    keep_this_process(monkeypatch)
    monkeypatch.setattr(sys, "unraisablehook", lambda ignored: said.append(str(ignored.exc_value)))
    keep_interruptions()
    Failing()
    assert said == ["at the end"]


class Failing:
    def __del__(self) -> None:
        raise ValueError("at the end")


def test_a_file_that_cannot_be_read_is_named_with_what_to_do(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.delenv("HOMARE_DEBUG", raising=False)
    assert run_with(PermissionError(13, "Permission denied", "cases/2020/a.yaml"), monkeypatch) == 1
    said, what_to_do = capsys.readouterr().err.strip().splitlines()
    assert "cases/2020/a.yaml" in said
    assert "権限" in what_to_do


@pytest.mark.skipif(sys.platform == "win32", reason="its shell closes nothing")
def test_a_command_that_has_nowhere_to_write_ends_as_it_should() -> None:
    """As a scheduler starts it, or pythonw."""
    command = f"exec '{Path(sys.executable).with_name('homare')}' explain >&-"
    ended = subprocess.run(["sh", "-c", command], capture_output=True, check=False)
    assert (ended.returncode, ended.stderr.decode()) == (0, "")


def test_all_that_was_printed_arrives_before_the_process_ends() -> None:
    """The command leaves without Python's farewell, so nothing may wait in a buffer for it."""
    ended = subprocess.run([Path(sys.executable).with_name("homare"), "explain"], capture_output=True, check=False)
    assert ended.returncode == 0
    assert ended.stdout.decode() == CliRunner().invoke(homare_command, ["explain"]).stdout
    unknown = subprocess.run([Path(sys.executable).with_name("homare"), "chekc"], capture_output=True, check=False)
    assert unknown.returncode == 2
    assert "check" in unknown.stderr.decode()


def test_homare_debug_shows_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HOMARE_DEBUG", "1")
    monkeypatch.setattr(homare.cli.main, "homare", fail_with(ValueError("x")))
    monkeypatch.setattr("sys.argv", ["homare"])
    keep_this_process(monkeypatch)
    with pytest.raises(ValueError, match="x"):
        run()


@pytest.mark.parametrize("command", ["", *COMMANDS])
def test_every_command_has_help_in_japanese(command: str) -> None:
    result = CliRunner().invoke(homare_command, [*command.split(), "--help"])
    assert "書き方: homare" in result.stdout
    assert "この説明を出す" in result.stdout
    assert not re.search("Usage|Options:|Commands:|Show|default|required|<=", result.stdout)
    assert result.exit_code == 0
    assert any("ぁ" <= character <= "ん" for character in result.stdout)


def test_an_unknown_command_exits_2() -> None:
    assert CliRunner().invoke(homare_command, ["chekc"]).exit_code == 2


def test_help_says_in_japanese_what_is_left_out_and_what_is_allowed() -> None:
    assert "[省くと 8000、1から65535まで]" in CliRunner().invoke(homare_command, ["serve", "--help"]).stdout
    assert "[省けない]" in CliRunner().invoke(homare_command, ["digest", "--help"]).stdout
    assert re.fullmatch(
        r"homare \d+\.\d+\.\d+\n", CliRunner().invoke(homare_command, ["--version"], prog_name="homare").stdout
    )
