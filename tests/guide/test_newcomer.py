"""From an empty application form to the built page, by the commands of the guide alone, with the slips on the way."""

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from selectolax.lexbor import LexborHTMLParser

from homare.cli.main import homare
from tests.guide.newcomer import APPLICATION, CASE_ID, SUMMARY, completed_workbook, filled_form
from tests.libraries import write_library

Run = Callable[..., Result]
PAGE = f"cases/{CASE_ID}/index.html"


@pytest.fixture
def office(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with a library of one other case, in which the newcomer works."""
    write_library(tmp_path / "cases", {})
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.fixture
def run(office: Path) -> Run:
    assert office.is_dir()
    return lambda *arguments: CliRunner().invoke(
        homare, [*arguments, "--cases", "cases"], catch_exceptions=False, standalone_mode=True
    )


def test_from_an_empty_form_to_the_published_page(office: Path, run: Run) -> None:
    form, workbook = office / "応募様式.xlsx", office / "編集用.xlsx"
    assert run("export", "form", "--out", str(form)).exit_code == 0
    empty = form.read_bytes()

    form.write_bytes(filled_form(empty, {**APPLICATION, "都道府県": "東京"}))
    refused = run("import", str(form))
    assert refused.exit_code == 1
    assert "応募様式.xlsx 事例!C10: [not-a-choice] 「東京」は「都道府県」の候補にありません。" in refused.stdout
    assert "「13 東京都」ではありませんか。" in refused.stdout
    assert not (office / "cases/2020/amari-nuno.yaml").exists()

    form.write_bytes(filled_form(empty))
    taken = run("import", str(form))
    assert taken.exit_code == 0
    assert "下書き" in taken.stdout
    record = office / "cases/2020/amari-nuno.yaml"
    assert "draft: true" in record.read_text("utf-8")

    checked = CliRunner().invoke(homare, ["check", "cases/2020/amari-nuno.yaml"])
    assert checked.exit_code == 0
    assert re.findall(r"amari-nuno.yaml:\d+:\d+: \[([a-z-]+)\]", checked.output) == ["missing-source"]
    assert run("build", "--out", "site").exit_code == 0
    assert not (office / "site" / PAGE).exists()

    assert run("export", "xlsx", "--out", str(workbook)).exit_code == 0
    blank = workbook.read_bytes()
    workbook.write_bytes(completed_workbook(blank, values={"状態": "公開"}))
    refused = run("import", str(workbook))
    assert refused.exit_code == 1
    assert "編集用.xlsx 事例!H3: [missing-source]" in refused.stdout
    workbook.write_bytes(completed_workbook(blank))
    published = run("import", str(workbook))
    assert "「下書き」→「公開」" in published.stdout
    assert "draft" not in record.read_text("utf-8")

    assert run("build", "--out", "site").exit_code == 0
    page = LexborHTMLParser((office / "site" / PAGE).read_text("utf-8"))
    text = page.body.text() if page.body else ""
    for words in (APPLICATION["題名"], APPLICATION["受賞者名"], SUMMARY, "見本帳に加えます。", "余り布バンクの四年間"):
        assert words in text
    pages = [path for path in (office / "site").rglob("index.html") if path != office / "site" / PAGE]
    assert [path for path in pages if f'/cases/{CASE_ID}/"' in path.read_text("utf-8")], "no page leads to it"


def test_a_new_line_in_the_workbook_becomes_a_draft_of_the_same_kind(office: Path, run: Run) -> None:
    workbook = office / "編集用.xlsx"
    assert run("export", "xlsx", "--out", str(workbook)).exit_code == 0
    line = {key: value for key, value in APPLICATION.items() if key in ("題名", "種類", "受賞者名", "立場", "都道府県")}
    workbook.write_bytes(completed_workbook(workbook.read_bytes(), values=line))
    assert "新しい事例" in run("import", str(workbook)).stdout
    text = (office / "cases/2020/amari-nuno.yaml").read_text("utf-8")
    assert "status: draft\n" in text
    assert 'prefecture: "13"' in text
