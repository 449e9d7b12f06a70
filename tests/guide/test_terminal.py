"""What the guide shows of a terminal is a real run: every ```console block is run, and its output compared.

`<!-- file: PATH -->` before a block puts the block into that file; `<!-- replace: OLD NEW -->` corrects the last one.
`<!-- form: PATH TITLE=VALUE -->` puts the filled-in application form there (with another value). Questions get a y.
`pytest --update-golden` writes the outputs anew.
"""

import re
import shlex
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from click.testing import CliRunner

from homare.cli import import_file
from homare.cli.main import homare as homare_command
from tests.guide.newcomer import APPLICATION, filled_form
from tests.libraries import ROOT

PAGES = sorted((ROOT / "docs" / "guide").rglob("*.md"))
_STEP = re.compile(
    r"<!-- file: (?P<path>\S+) -->\n```\w+\n(?P<content>.*?)```"
    r"|<!-- replace: (?P<old>\S+) (?P<new>\S+) -->"
    r"|<!-- form: (?P<form>\S+)(?: (?P<title>\S+)=(?P<value>\S+))? -->"
    r"|```console\n\$ (?P<command>[^\n]+)\n(?P<output>.*?)```",
    re.DOTALL,
)


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A copy of the project's records, in the working folder."""
    for name in ("cases", "sessions"):
        shutil.copytree(ROOT / name, tmp_path / name)
    shutil.copy(ROOT / "mkdocs.yml", tmp_path)
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(import_file, "is_run_by_a_person", lambda: True)
    monkeypatch.delenv("HOMARE_SITE_URL", raising=False)
    return tmp_path


def run(command: str) -> str:
    name, *arguments = shlex.split(command)
    assert name == "homare"
    return CliRunner().invoke(homare_command, arguments, catch_exceptions=False, input="y\n").output


def fill_in(form: str, title: str | None, value: str | None) -> None:
    """Write the application form at `form` as an applicant fills it in."""
    Path(form).unlink(missing_ok=True)
    assert run(f"homare export form --out {form}").startswith("空の応募様式")
    other = {title: value} if title and value else {}
    Path(form).write_bytes(filled_form(Path(form).read_bytes(), {**APPLICATION, **other}))


def with_real_outputs(text: str) -> str:
    """Return the page with the output of every command as it is, run in the order of the page."""
    last: Path | None = None

    def step(found: re.Match[str]) -> str:
        nonlocal last
        if found["path"]:
            last = Path(found["path"])
            last.parent.mkdir(parents=True, exist_ok=True)
            last.write_text(found["content"], "utf-8")
        elif found["old"]:
            assert last is not None
            assert found["old"] in last.read_text("utf-8")
            last.write_text(last.read_text("utf-8").replace(found["old"], found["new"]), "utf-8")
        elif found["form"]:
            fill_in(found["form"], found["title"], found["value"])
        else:
            return f"```console\n$ {found['command']}\n{run(found['command'])}```"
        return found[0]

    return _STEP.sub(step, text)


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.parent.name)
def test_a_terminal_in_the_guide_shows_a_real_run(page: Path, project: Path, request: pytest.FixtureRequest) -> None:
    assert project == Path.cwd()
    text = page.read_text("utf-8")
    real = with_real_outputs(text)
    if request.config.getoption("--update-golden"):
        page.write_text(real, "utf-8", newline="\n")
        text = real
    assert text == real


def commands() -> Iterator[tuple[str, str]]:
    for page in PAGES:
        for line in re.findall(r"^(?:\$ )?homare (.+)$", page.read_text("utf-8"), re.MULTILINE):
            yield page.parent.name, line


def test_the_guide_has_runs_to_show() -> None:
    assert sum("```console" in page.read_text("utf-8") for page in PAGES) >= 1
    assert {line.split()[0] for _, line in commands()} >= {"check", "export", "import", "serve", "report", "digest"}
