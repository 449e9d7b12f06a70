"""`homare import`, `homare new`, the editing exports and drafts, as a newcomer runs them."""

from collections.abc import Callable
from pathlib import Path

import openpyxl
import pytest
from click.testing import CliRunner, Result

import homare.cli.import_file
from homare.cli.main import homare as homare_command
from homare.model.library import build_library
from homare.pages.case_excerpt import excerpt_of
from homare.pages.case_page import case_page
from homare.records.disk import read_folder
from homare.site.build import Built
from tests.imports.workbooks import COMPLETE
from tests.libraries import library_files, write_library

Run = Callable[..., Result]
OLD, NEW = "織物の町が余り布の売り先を一緒につくる", "余り布の売り先を町でつくる"
DRAFT = COMPLETE.replace("status:\n", "status:\n  draft: true\n")


@pytest.fixture
def library(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return write_library(tmp_path / "cases", {"2020/complete.yaml": COMPLETE})


@pytest.fixture
def run() -> Run:
    return lambda *arguments, **more: CliRunner().invoke(
        homare_command, [str(argument) for argument in arguments], catch_exceptions=False, **more
    )


@pytest.fixture
def book(library: Path, run: Run) -> Path:
    """The workbook as written out, with a new title in it."""
    path = library.parent / "書き出し.xlsx"
    result = run("export", "xlsx", "--cases", "cases", "--out", path)
    assert result.stdout == "2件の事例を書き出しました: 書き出し.xlsx\n"
    workbook = openpyxl.load_workbook(path)
    workbook["事例"]["C3"] = NEW
    workbook.save(path)
    return path


def title_in(library: Path) -> str:
    return (library / "2020/complete.yaml").read_text("utf-8").splitlines()[1]


def test_a_dry_run_shows_and_writes_nothing(library: Path, book: Path, run: Run) -> None:
    result = run("import", book, "--cases", "cases", "--dry-run")
    assert result.exit_code == 0
    assert result.stdout == (
        "2020-complete（2020/complete.yaml）\n"
        f"  事例!C3 題名: 「{OLD}」→「{NEW}」\n"
        "1件の事例が変わります。\n見るだけなので、何も書きかえていません。\n"
    )
    assert title_in(library) == f"title: {OLD}"


def test_what_changes_far_into_a_text_is_seen(library: Path, run: Run) -> None:
    table = library.parent / "table.csv"
    assert run("export", "edit-csv", "--cases", "cases", "--out", table).exit_code == 0
    table.write_text(table.read_text("utf-8").replace("布の来歴を聞き取り", "布の来歴をたずね"), "utf-8")
    shown = run("import", table, "--cases", "cases", "--dry-run").stdout
    assert "要約: 「…場を回って布の来歴を聞き取り、" in shown
    assert "」→「…場を回って布の来歴をたずね、" in shown


def test_no_name_in_a_workbook_drives_the_terminal(book: Path, run: Run) -> None:
    workbook = openpyxl.load_workbook(book)
    workbook["事例"]["AM2"] = "担当\u202e者"
    workbook["事例"]["AM3"] = "山田"
    workbook.save(book)
    assert "「担当<U+202E>者」" in run("import", book, "--cases", "cases", "--dry-run").stdout
    assert "<U+001B>" in run("import", "a\x1b[2J.txt", "--cases", "cases").stderr


def test_without_a_terminal_it_takes_the_changes_in(library: Path, book: Path, run: Run) -> None:
    result = run("import", book, "--cases", "cases")
    assert "1件の記録を書きかえました。" in result.stdout
    assert title_in(library) == f"title: {NEW}"
    assert "変わるところはありません。" in run("import", book, "--cases", "cases").stdout


@pytest.mark.parametrize("answer", ["n\n", "\n", "y\n"])
def test_a_person_is_asked_first(
    library: Path, book: Path, run: Run, monkeypatch: pytest.MonkeyPatch, answer: str
) -> None:
    monkeypatch.setattr(homare.cli.import_file, "is_run_by_a_person", lambda: True)
    result = run("import", book, "--cases", "cases", input=answer)
    assert result.stdout.index("事例!C3") < result.stdout.index("取り込みますか")
    written = answer == "y\n"
    assert ("何も書きかえていません。" in result.stdout) is not written
    assert (title_in(library) == f"title: {NEW}") is written


def test_with_problems_nothing_is_written_and_it_exits_1(library: Path, book: Path, run: Run) -> None:
    workbook = openpyxl.load_workbook(book)
    workbook["経緯"]["D3"] = "平成32年"
    workbook.save(book)
    result = run("import", book, "--cases", "cases", "--yes")
    assert result.exit_code == 1
    assert "書き出し.xlsx 経緯!D3: [wrong-date] 時点（date）「平成32年」は日付として読めません。" in result.stdout
    assert result.stderr == "直すところが1件あります。\n何も書きかえていません。\n"
    assert title_in(library) == f"title: {OLD}"


@pytest.mark.parametrize("lock", ["~$書き出し.xlsx", ".~lock.書き出し.xlsx#"])
def test_row_43_a_workbook_that_is_open_is_refused(library: Path, book: Path, run: Run, lock: str) -> None:
    (library.parent / lock).write_bytes(b"")
    result = run("import", book, "--cases", "cases")
    assert (result.exit_code, title_in(library)) == (1, f"title: {OLD}")
    assert "Excelを閉じてから" in result.stderr


def test_row_43_the_lock_file_itself_is_no_workbook(library: Path, run: Run) -> None:
    (library.parent / "~$書き出し.xlsx").write_bytes(b"")
    result = run("import", "~$書き出し.xlsx", "--cases", "cases")
    assert result.exit_code == 1
    assert "Excelを閉じてから" in result.stderr


def test_row_43_a_file_that_windows_does_not_let_us_read(
    library: Path, book: Path, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    read = Path.read_bytes

    def refuse(self: Path) -> bytes:
        if self.name == book.name:
            raise PermissionError(13, "Permission denied", str(self))
        return read(self)

    monkeypatch.setattr(Path, "read_bytes", refuse)
    result = run("import", book, "--cases", "cases")
    assert result.exit_code == 1
    assert "Excelを閉じてから" in result.stderr
    assert title_in(library) == f"title: {OLD}"


def test_row_43_a_target_that_is_open_in_excel_is_told(
    library: Path, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(self: Path, _content: bytes) -> int:
        raise PermissionError(13, "Permission denied", str(self))

    monkeypatch.setattr(Path, "write_bytes", refuse)
    result = run("export", "xlsx", "--cases", library, "--out", library.parent / "open.xlsx")
    assert result.exit_code == 1
    assert "Excelで開いていれば閉じ" in result.stderr


def test_records_that_cannot_be_written_stay_as_they_are(
    library: Path, book: Path, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(self: Path, _target: Path) -> Path:
        raise PermissionError(13, "Permission denied", str(self))

    monkeypatch.setattr(Path, "replace", refuse)
    result = run("import", book, "--cases", "cases")
    assert result.exit_code == 1
    assert "書きかえられませんでした" in result.stderr
    assert title_in(library) == f"title: {OLD}"
    assert not list(library.rglob(".*"))


def test_what_somebody_else_saves_before_the_answer_is_not_written_over(
    library: Path, book: Path, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    record = library / "2020/complete.yaml"
    theirs = record.read_text("utf-8").replace(OLD, "ほかの人の題名")

    def answer(*_words: object, **_more: object) -> str:
        record.write_text(theirs, "utf-8")
        return "y"

    monkeypatch.setattr(homare.cli.import_file, "is_run_by_a_person", lambda: True)
    monkeypatch.setattr("click.prompt", answer)
    result = run("import", book, "--cases", "cases")
    assert result.exit_code == 1
    assert "待っているあいだに書きかえられました（cases/2020/complete.yaml）。" in result.stderr
    assert "もう一度実行して" in result.stderr
    assert record.read_text("utf-8") == theirs


@pytest.mark.parametrize("name", ["missing.xlsx", "folder.xlsx", "old.xls", "table.ods", "text.txt"])
def test_what_cannot_be_taken_in_is_a_sentence_with_what_to_do(library: Path, run: Run, name: str) -> None:
    if name.startswith("folder"):
        (library.parent / name).mkdir()
    elif not name.startswith("missing"):
        (library.parent / name).write_bytes(b"x")
    result = run("import", name, "--cases", "cases")
    assert result.exit_code == 1
    assert "    → " in result.stderr
    assert "Traceback" not in result.output


@pytest.mark.parametrize("name", ["edit-csv", "form"])
def test_the_other_files_for_editing_are_written_and_read(library: Path, run: Run, name: str) -> None:
    target = library.parent / ("table.csv" if name == "edit-csv" else "form.xlsx")
    assert run("export", name, "--cases", "cases", "--out", target).exit_code == 0
    result = run("import", target, "--cases", "cases")
    assert ("変わるところはありません。" in result.stdout) is (name == "edit-csv")
    assert ("[blank-id]" in result.stdout) is (name == "form")


def test_deleting_a_case_that_others_name_says_so(library: Path, run: Run) -> None:
    target = library.parent / "table.csv"
    target.write_text("id,状態\n2020-smallest,削除\n", "utf-8")
    result = run("import", target, "--cases", "cases")
    assert "このまま取り込むと、次のところが合わなくなります" in result.stdout
    assert "missing-relation" in result.stdout


@pytest.mark.usefixtures("library")
def test_new_writes_a_draft_that_check_accepts_and_lists_what_is_missing(run: Run) -> None:
    assert run("new", "2020", "first-try", "--cases", "cases").exit_code == 0
    result = run("check", "cases")
    assert (result.exit_code, result.stdout) == (0, "")
    assert "下書き cases/2020/first-try.yaml: 公開までに足すところが7か所あります。" in result.stderr
    alone = run("check", "cases/2020/first-try.yaml")
    assert alone.exit_code == 0
    assert alone.stderr.count("[missing-") == 7
    assert "first-try" not in run("check", "cases/2020/complete.yaml").stderr


@pytest.mark.parametrize(
    ("edition", "slug", "what"),
    [
        ("2020", "complete", "もうあります"),
        ("2020", "Complete", "使えません"),
        ("2020", "../x", "使えません"),
        ("2020", "con", "使えません"),
        ("2099", "new-case", "editions.yaml にありません"),
        ("令和8", "new-case", "西暦4桁の年"),
        ("２０２０", "new-case", "西暦4桁の年"),
    ],
)
def test_new_refuses_with_a_sentence(library: Path, run: Run, edition: str, slug: str, what: str) -> None:
    before = read_folder(library)
    result = run("new", edition, slug, "--cases", "cases")
    assert result.exit_code == 1
    assert what in result.stderr
    assert "    → " in result.stderr
    assert read_folder(library) == before


def test_a_draft_is_checked_but_not_published_and_cannot_be_led_to() -> None:
    files = library_files({"2020/complete.yaml": DRAFT, "2020/wrong.yaml": "title: 書きかけ\nstatus: draft\nkind: x\n"})
    assert [problem.rule for problem in build_library("cases", files)[1]] == ["not-a-choice"]
    whole = {path: content for path, content in files.items() if "wrong" not in path}
    published, problems = build_library("cases", whole)
    assert published is not None
    assert problems == []
    assert [case.id for case in published.cases] == ["2020-smallest"]
    related = "related:\n  - {case: 2020-complete, reason: 同じ年の架空の取組}\nrecorded:"
    pointing = whole["2020/smallest.yaml"].decode().replace("recorded:", related).encode()
    assert [problem.rule for problem in build_library("cases", {**whole, "2020/smallest.yaml": pointing})[1]] == [
        "missing-relation"
    ]


def test_a_site_with_drafts_marks_them_and_leaves_out_those_that_are_not_whole() -> None:
    files = library_files({"2020/complete.yaml": DRAFT, "2020/begun.yaml": "title: 書きかけ\nstatus: draft\n"})
    catalogue, problems = build_library("cases", files, drafts=True)
    assert catalogue is not None
    assert problems == []
    pages = {case.id: case_page(excerpt_of(catalogue, case)).body for case in catalogue.cases}
    assert {case_id: "下書きです。まだ公開していません。" in body for case_id, body in pages.items()} == {
        "2020-complete": True,
        "2020-smallest": False,
    }


def test_build_with_drafts_says_that_this_is_not_the_site_to_publish(
    library: Path, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    (library / "2020/begun.yaml").write_text("title: 書きかけ\nstatus: draft\n", "utf-8")
    seen: list[bool] = []

    def build(*_: object, drafts: bool, **_other: object) -> tuple[Built, list[object]]:
        seen.append(drafts)
        return Built(1, 1), []

    monkeypatch.setattr("homare.site.build.build_site", build)
    result = run("build", "--cases", "cases", "--out", "site", "--drafts")
    assert seen == [True]
    assert "下書き cases/2020/begun.yaml は、足りないところが" in result.stderr
    assert "公開するサイトは --drafts を付けずに" in result.stderr
    run("build", "--cases", "cases", "--out", "site")
    assert seen == [True, False]


def test_a_workbook_that_is_written_out_again_keeps_what_was_written_into_it(
    library: Path, book: Path, run: Run
) -> None:
    edited = book.read_bytes()
    result = run("export", "xlsx", "--cases", "cases", "--out", book)
    kept = [path for path in library.parent.glob("書き出し-*.xlsx") if path.read_bytes() == edited]
    assert len(kept) == 1
    assert f"前に書き出したものは {kept[0].name} に残しました。" in result.stdout
    assert "残しました" not in run("export", "xlsx", "--cases", "cases", "--out", book).stdout
    assert "1件の記録を書きかえました" in run("import", kept[0], "--cases", "cases").stdout
    assert title_in(library) == f"title: {NEW}"


@pytest.mark.parametrize(
    ("format_", "target"),
    [("csv", "cases/2020/complete.yaml"), ("xlsx", "table.csv"), ("edit-csv", "table.xlsx"), ("json", ".")],
)
def test_an_export_goes_to_no_file_of_another_kind(library: Path, run: Run, format_: str, target: str) -> None:
    before = title_in(library)
    result = run("export", format_, "--cases", "cases", "--out", target)
    assert result.exit_code == 1
    assert "--out" in result.stderr
    assert title_in(library) == before


@pytest.mark.parametrize(
    ("answers", "takes"),
    [("ｙ\n", True), ("はい\n", True), ("うん\nY\n", True), ("\n", False), ("いいえ\n", False), ("", False)],
)
def test_the_answer_may_be_typed_as_japanese_is(
    book: Path, run: Run, monkeypatch: pytest.MonkeyPatch, answers: str, takes: bool
) -> None:
    library = book.parent / "cases"
    monkeypatch.setattr(homare.cli.import_file, "is_run_by_a_person", lambda: True)
    result = run("import", book, "--cases", "cases", input=answers)
    assert result.exit_code == 0
    assert title_in(library) == f"title: {NEW if takes else OLD}"
    assert ("何も書きかえていません" in result.output) is not takes
    assert ("で答えてください" in result.output) is answers.startswith("うん")


def test_no_message_asks_to_delete_the_workbook(library: Path, book: Path, run: Run) -> None:
    lock = library.parent / f"~${book.name}"
    lock.touch()
    assert f"{lock.name} を消してください" in run("import", book, "--cases", "cases").stderr
    assert f"{lock.name} を消してください" in run("import", lock, "--cases", "cases").stderr
