"""`homare import FILE`: take changes from a workbook, an application form or a CSV into the records."""

import sys
import unicodedata
from datetime import date
from pathlib import Path
from typing import Literal

import click

from homare.cli.project import project_root, shortest, stop
from homare.imports.plan import Library, Plan, make_plan
from homare.imports.values import brief, brief_pair
from homare.imports.wanted import Wanted
from homare.model.drafts import is_draft
from homare.model.session_files import FOLDER as SESSIONS_FOLDER
from homare.problems import Problem, report, visible
from homare.records.disk import FileChangedError, Folder, read_beside, read_folder, write_files

KINDS: dict[str, Literal["xlsx", "csv"]] = {".xlsx": "xlsx", ".csv": "csv"}
_NOTHING_WRITTEN = "何も書きかえていません。"
_ANSWERS = {"y": True, "yes": True, "はい": True, "n": False, "no": False, "いいえ": False, "": False}


@click.command("import")
@click.argument("file", type=click.Path(path_type=Path))
@click.option("--dry-run", is_flag=True, help="何が変わるかを見るだけで、書きかえない")
@click.option("--yes", is_flag=True, help="たずねずに取り込む")
@click.option(
    "--cases", "cases_folder", type=click.Path(exists=True, file_okay=False, path_type=Path), help="記録のフォルダ"
)
def import_file(file: Path, dry_run: bool, yes: bool, cases_folder: Path | None) -> None:
    """ブック（.xlsx）、応募様式、CSVの変更を、記録に取り込みます。

    はじめに、どこがどう変わるかを示します。直すところが1つでもあれば、何も書きかえません。
    画面から実行したときは、取り込む前にたずねます。行がなくなっていても、記録は消えません（状態で「削除」を選びます）。
    """
    content = _content(file)
    folder = cases_folder or shortest(project_root() / "cases")
    records = Folder(folder.as_posix(), read_folder(folder))
    library = Library(records, read_beside(folder, SESSIONS_FOLDER))
    plan, problems = make_plan(file.name, content, KINDS[file.suffix.lower()], library, date.today().isoformat())
    if problems:
        if plan.files:
            click.echo(
                "このまま取り込むと、次のところが合わなくなります（消す事例や下書きにする事例が、ほかで使われているなど）。"
            )
        _show_problems(problems)
        click.echo(_NOTHING_WRITTEN, err=True)
        sys.exit(1)
    _show(plan)
    if not plan.files:
        click.echo("変わるところはありません。")
    elif dry_run:
        click.echo(f"見るだけなので、{_NOTHING_WRITTEN}")
    elif yes or not is_run_by_a_person() or _says_yes():
        _write(folder, plan, records)
    else:
        click.echo(_NOTHING_WRITTEN)


def is_run_by_a_person() -> bool:
    """True at a terminal; a script that runs the command has nobody to ask."""
    return sys.stdin is not None and sys.stdin.isatty()


def _says_yes() -> bool:
    """Ask until the answer is one, in whatever width it is typed; stopping means no."""
    while True:
        try:
            answer = unicodedata.normalize("NFKC", click.prompt("取り込みますか [y/N]", default="", show_default=False))
        except click.Abort:
            click.echo()
            return False
        if answer.strip().lower() in _ANSWERS:
            return _ANSWERS[answer.strip().lower()]
        click.echo("y（はい）か n（いいえ）で答えてください。")


def _content(file: Path) -> bytes:
    """Return the content of the file; stops with a sentence where Excel has it open or it cannot be read."""
    if file.name.startswith("~$"):
        stop(f"{file.name} は、Excelがブックを開いている間だけ置く印のファイルです。", _close_excel(file.name))
    if not file.name:
        stop(f"「{file}」はフォルダです。", "取り込むブックかCSVの名前を書いてください。")
    if file.suffix.lower() not in KINDS:
        stop(f"{file.name} は取り込めません。", "Excelブック（.xlsx）かCSV（.csv）で保存しなおしてください。")
    if not file.is_file():
        stop(f"{file} というファイルがありません。", "ファイル名と、いまいるフォルダを確かめてください。")
    lock = next((name for name in (f"~${file.name}", f".~lock.{file.name}#") if (file.parent / name).exists()), "")
    if lock:
        stop(f"{file.name} はほかのソフトで開かれています（{lock} があります）。", _close_excel(lock))
    try:
        return file.read_bytes()
    except PermissionError:
        stop(
            f"{file.name} を読めません。ほかのソフトで開かれているようです。",
            "保存してExcelを閉じてから、もう一度実行してください。閉じてあるときは、読み取りの権限を確かめてください。",
        )
    except OSError as error:
        stop(f"{file.name} を読めません: {error}", "ファイルを手元のフォルダに写して、もう一度ためしてください。")


def _close_excel(lock: str) -> str:
    """What to do where the file `lock` says that a workbook is open."""
    return f"保存してExcelを閉じてから、もう一度実行してください。閉じても出るときは、{lock} を消してください。"


def _show_problems(problems: list[Problem]) -> None:
    """Print them sheet by sheet, in the order of the sheets."""
    sheets: dict[tuple[str, str], list[Problem]] = {}
    for problem in problems:
        sheets.setdefault((problem.path, problem.cell.rpartition("!")[0]), []).append(problem)
    click.echo("\n".join(report(found, "text", "ja") for found in sheets.values()))
    click.echo(f"直すところが{len(set(problems))}件あります。", err=True)


def _show(plan: Plan) -> None:
    """Print what changes, case by case, each with the cell that says so."""
    for note in plan.notes:
        click.echo(visible(f"（{note}）"))
    for wanted, path in zip(plan.wanted, plan.files, strict=True):
        click.echo(f"{wanted.case_id}（{path}）{_kind(wanted)}")
        for change in wanted.changes:
            place, difference = change.entry.place(change.key), _difference(change.old, change.new)
            click.echo(visible(f"  {place} {change.title}: {difference}"))
    if plan.files:
        click.echo(f"{len(plan.files)}件の事例が変わります。")


def _kind(wanted: Wanted) -> str:
    return "　記録のファイルを消します" if wanted.data is None else ""


def _difference(old: str, new: str) -> str:
    if not old:
        return f"足す「{brief(new)}」"
    if not new:
        return f"消す「{brief(old)}」"
    return "「{}」→「{}」".format(*brief_pair(old, new))


def _write(folder: Path, plan: Plan, records: Folder) -> None:
    try:
        write_files(folder, plan.files, records.files)
    except FileChangedError as error:
        stop(f"{error}。", f"もう一度実行して、違いを見なおしてください。{_NOTHING_WRITTEN}")
    except OSError as error:
        stop(
            f"書きかえられませんでした: {error}",
            f"記録のファイルを開いているソフトを閉じ、空き容量と書き込みの権限を確かめてください。{_NOTHING_WRITTEN}",
        )
    click.echo(f"{len(plan.files)}件の記録を書きかえました。homare serve で見え方を確かめてください。")
    drafts = [plan_path for wanted, plan_path in zip(plan.wanted, plan.files, strict=True) if is_draft(wanted.data)]
    if drafts:
        click.echo(
            f"うち{len(drafts)}件は下書きで、まだ公開されません。足りないところがなくなると"
            f" homare serve --drafts で見え、homare check {shortest(folder / drafts[0])} で"
            "公開までに足すところが分かります。"
        )
