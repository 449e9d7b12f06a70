"""`homare check`: what it reads, what it prints, how it exits."""

import json
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

import homare.cli.check
from homare.cli.main import homare as homare_command
from tests.libraries import ROOT, SMALLEST, write_library

Check = Callable[..., Result]


@pytest.fixture
def library(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A library with one good record, in the working folder as `cases`."""
    monkeypatch.chdir(tmp_path)
    return write_library(tmp_path / "cases", {})


@pytest.fixture
def check() -> Check:
    """Run `homare check` with these arguments; an exception is a failed test."""
    return lambda *arguments: CliRunner().invoke(
        homare_command, ["check", *map(str, arguments)], catch_exceptions=False
    )


def put(library: Path, path: str, text: str | bytes) -> Path:
    target = library / path
    target.parent.mkdir(parents=True, exist_ok=True)
    target.write_bytes(text.encode() if isinstance(text, str) else text)
    return target


def test_without_fault_it_prints_nothing_and_exits_0(library: Path, check: Check) -> None:
    result = check(library)
    assert (result.exit_code, result.stdout, result.stderr) == (0, "", "")


def test_faults_go_to_stdout_their_number_to_stderr_and_it_exits_1(library: Path, check: Check) -> None:
    put(library, "2020/bad.yaml", SMALLEST.replace("kind: programme", "kind: programm"))
    result = check("cases")
    assert result.exit_code == 1
    assert result.stdout == (
        "cases/2020/bad.yaml:3:7: [not-a-choice] 種類（kind）に「programm」は使えません。\n"
        "    → 「programme」ではありませんか。\n"
    )
    assert result.stderr == "直すところが1件あります。\n直し方と例: homare explain not-a-choice\n"


def test_the_pages_of_the_rules_are_named_where_the_site_is_known(
    library: Path, check: Check, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("HOMARE_SITE_URL", "https://site.example/homare/")
    put(library, "2020/bad.yaml", SMALLEST.replace("kind: programme", "kind: programm"))
    assert "https://site.example/homare/guide/problems/not-a-choice/" in check("cases").stderr
    put(library, "2020/worse.yaml", "title：a\n")
    assert "（https://site.example/homare/guide/problems/）" in check("cases").stderr


def test_in_english(library: Path, check: Check) -> None:
    put(library, "2020/bad.yaml", SMALLEST.replace("kind: programme", "kind: programm"))
    result = check("cases", "--lang", "en")
    assert result.exit_code == 1
    assert "“programm” is not allowed here.\n    → Did you mean “programme”?" in result.stdout
    assert result.stderr == "1 problem.\nExplanations: homare explain not-a-choice\n"
    assert result.output.replace("“", "").replace("”", "").replace("→", "").isascii()


def test_as_json(library: Path, check: Check) -> None:
    assert json.loads(check(library, "--format", "json").stdout) == []
    put(library, "2020/bad.yaml", "title：a\n")
    result = check("cases", "--format", "json", "--lang", "en")
    assert result.exit_code == 1
    problems = json.loads(result.stdout)
    assert {tuple(problem) for problem in problems} == {("path", "line", "column", "rule", "message", "hint")}
    assert ("cases/2020/bad.yaml", 1, 6, "wide-colon") in {
        (problem["path"], problem["line"], problem["column"], problem["rule"]) for problem in problems
    }
    assert result.stderr == ""


def test_as_github_commands(library: Path, check: Check) -> None:
    put(library, "2020/bad.yaml", SMALLEST.replace("kind: programme", "kind: programm"))
    result = check("cases", "--format", "github")
    assert result.exit_code == 1
    assert result.stdout.startswith("::error file=cases/2020/bad.yaml,line=3,col=7,title=not-a-choice::")
    assert len(result.stdout.splitlines()) == 1


def test_all_faults_of_all_files_in_one_run_in_order(library: Path, check: Check) -> None:
    put(library, "2020/b-two.yaml", SMALLEST.replace("kind: programme", "kinds: programme"))
    put(library, "2020/a-one.yaml", SMALLEST.encode("cp932"))
    put(library, "2019/Bad.yaml", SMALLEST)
    put(library, "2020/c-three.yaml", b"\x00\xff")
    places = [line.split(": [")[0] for line in check("cases").stdout.splitlines() if not line.startswith("    →")]
    assert places == [
        "cases/2019/Bad.yaml:1:1",
        "cases/2020/a-one.yaml:1:3",
        "cases/2020/b-two.yaml:2:1",
        "cases/2020/b-two.yaml:3:1",
        "cases/2020/c-three.yaml:1:1",
    ]


@pytest.mark.parametrize("start", ["", "2020"])
def test_one_file_is_read_against_its_library_from_any_folder(
    library: Path, check: Check, monkeypatch: pytest.MonkeyPatch, start: str
) -> None:
    put(library, "2020/bad.yaml", SMALLEST.replace("type: local-agency", "type: local-agensy"))
    put(library, "2020/worse.yaml", "broken")
    monkeypatch.chdir(library / start)
    result = check("bad.yaml" if start else "2020/bad.yaml")
    assert result.exit_code == 1
    assert "2020/bad.yaml:9:9: [unknown-term]" in result.stdout
    assert "worse" not in result.stdout


def test_a_folder_within_the_library_and_several_paths(library: Path, check: Check) -> None:
    put(library, "2020/bad.yaml", "broken")
    put(library, "2019/bad.yaml", "broken")
    put(library, "2018/bad.yaml", "broken")
    result = check("cases/2020", "cases/2019/bad.yaml", "cases/2019/bad.yaml")
    assert "cases/2020/bad.yaml" in result.stdout
    assert result.stdout.count("cases/2019/bad.yaml") == 1
    assert "cases/2018" not in result.stdout
    assert "cases/2018" in check("cases/2020", "cases").stdout
    assert "cases/2018" in check("cases", "cases/2020").stdout


def test_a_folder_without_records_is_without_fault(library: Path, check: Check) -> None:
    put(library, "2020/bad.yaml", "broken")
    (library / "2012").mkdir()
    assert check("cases/2012").exit_code == 0


def test_a_draft_elsewhere_is_read_against_the_projects_vocabulary(
    tmp_path: Path, check: Check, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    put(tmp_path, "draft.yaml", SMALLEST)
    assert check("draft.yaml").exit_code == 0
    put(tmp_path, "draft.yaml", SMALLEST.replace("local-agency", "local-agensy"))
    result = check("draft.yaml")
    assert result.exit_code == 1
    assert result.stdout.startswith("draft.yaml:9:9: [unknown-term]")


def test_without_a_path_it_checks_the_projects_records(check: Check, monkeypatch: pytest.MonkeyPatch) -> None:
    """Also from a folder inside the project."""
    seen: list[str] = []
    monkeypatch.setattr(homare.cli.check, "read_folder", lambda folder: seen.append(folder.as_posix()) or {})
    monkeypatch.chdir(ROOT)
    check()
    monkeypatch.chdir(ROOT / "scripts")
    check()
    assert seen == ["cases", (ROOT / "cases").as_posix()]


@pytest.mark.parametrize(
    "arguments", [["missing.yaml"], ["--format", "xml"], ["--lang", "fr"], ["--unknown"], ["notes.txt"], ["empty"]]
)
def test_wrong_use_exits_2_with_a_sentence(library: Path, check: Check, arguments: list[str]) -> None:
    put(library.parent, "notes.txt", "no record")
    (library.parent / "empty").mkdir()
    result = check(*arguments)
    assert result.exit_code == 2
    assert result.stdout == ""
    assert "Traceback" not in result.stderr
    assert "    → 書き方は homare check " in result.stderr


def test_a_file_that_cannot_be_read_is_a_sentence(library: Path, check: Check, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(folder: Path) -> dict[str, bytes]:
        raise PermissionError(13, "Permission denied", str(folder))

    monkeypatch.setattr(homare.cli.check, "read_folder", refuse)
    result = check(library)
    assert result.exit_code == 1
    assert "読めないファイルがあります" in result.stderr
    assert "Traceback" not in result.output


def test_a_file_whose_name_is_no_text_is_named(library: Path, check: Check) -> None:
    try:
        (library / "2020" / os.fsdecode(b"\xff.yaml")).write_text(SMALLEST, "utf-8")
    except OSError:
        pytest.skip("this file system keeps names as text")
    result = check(library)
    assert result.exit_code == 1
    assert "bad-name" in result.stdout


def test_the_installed_command_prints_on_a_terminal_that_cannot_show_every_character(library: Path) -> None:
    put(library, "2020/bad.yaml", SMALLEST.replace("kind: programme", "kind: 𠮷"))
    command = [sys.executable, "-c", "from homare.cli.main import run; run()", "check", "cases"]
    done = subprocess.run(command, capture_output=True, check=False, env=os.environ | {"PYTHONIOENCODING": "cp932"})
    assert done.returncode == 1
    assert b"Traceback" not in done.stderr
    assert "種類（kind）に「\\U00020bb7」は使えません。".encode("cp932") in done.stdout


def test_a_draft_that_repeats_an_award_is_not_called_ready(library: Path, check: Check) -> None:
    award = SMALLEST.replace("  edition: 2020", "  edition: 2020\n  prize: meti")
    put(library, "2020/one.yaml", award)
    draft = put(library, "2020/two.yaml", f"{award}status: draft\n")
    result = check(draft)
    assert result.exit_code == 1
    assert "[duplicate-case] 同じ受賞がもう一つあります" in result.stdout
    assert "そろっています。" not in result.stderr
    assert "上に示したところを直すまで公開できません" in result.stderr
