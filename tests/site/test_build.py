"""A whole build of the small library: published only when all of it is right; the same records give the same site."""

import itertools
import os
import shutil
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest
from selectolax.lexbor import LexborHTMLParser

import homare.site.beginning
import homare.site.build
import homare.site.making
import homare.site.reading
from homare.records.disk import FileChangedError
from homare.site.build import build_site
from homare.site.inputs import code_fingerprint, inputs, is_current, with_records
from homare.site.kept_cases import record_marks
from homare.site.mkdocs_run import run_mkdocs
from homare.site.releases import releases_folder
from homare.site.search.build import make_searchable
from homare.site.search.case_search import prepare_case
from homare.site.staging import stage, written_by_hand
from tests.libraries import ROOT
from tests.pages.library import fixture_catalogue
from tests.site.projects import build_in, fingerprint, make_project


@pytest.fixture
def project(built_once: Path, tmp_path: Path) -> Path:
    """A copy of the project with a published site."""
    return Path(shutil.copytree(built_once, tmp_path / "project", symlinks=True))


def test_text_of_a_record_stays_text_on_the_published_page(built_once: Path) -> None:
    """In the title, the breadcrumb, the description, the data for machines and the body alike."""
    html = (built_once / "site/cases/2020-nuno-tsunagu/index.html").read_text("utf-8")
    plain = LexborHTMLParser((built_once / "site/cases/undated-old-loom/index.html").read_text("utf-8"))
    tree = LexborHTMLParser(html)
    assert "<b>布</b>と*音*の間を|つなぐ #1" in tree.css_first("title").text()
    assert tree.css_first(".hm-breadcrumb [aria-current]").text() == "<b>布</b>と*音*の間を|つなぐ #1"
    assert "<script>alert(1)</script>" in (tree.css_first("meta[name=description]").attributes["content"] or "")
    assert len(tree.css("script")) == len(plain.css("script"))
    assert not any((node.text() or "").startswith("alert(") for node in tree.css("script"))
    assert tree.css("h1 b, h1 i, nav b, article img, article iframe") == []
    assert not [name for node in tree.css("*") for name in node.attributes if name in ("onclick", "onerror", "onload")]


def test_the_same_records_give_the_same_bytes(built_once: Path, project: Path) -> None:
    """Wherever the project stands, and whether or not it was built before."""
    shutil.rmtree(project / "build")
    shutil.rmtree(releases_folder(project / "site"))
    (project / "site").unlink()
    assert build_in(project)[0]
    assert fingerprint(project / "site") == fingerprint(built_once / "site")


@pytest.mark.parametrize(
    ("path", "text", "rule"),
    [
        ("cases/2020/broken.yaml", "title: [\n", "yaml-syntax"),
        ("cases/vocabulary/themes.yaml", "- key: X\n", "wrong-value"),
        ("docs/extra.md", "# 題\n\n[x](missing/)\n", "broken-link"),
        ("docs/extra.md", "# 題\n\n[x](../about/#missing)\n", "broken-anchor"),
        ("docs/extra.md", '# 題\n\n<img src="https://other.example/x.png" alt="">\n', "foreign-request"),
        ("docs/extra.md", "# 題\n".encode("cp932"), "wrong-encoding"),
        ("docs/assets/css/extra.css", "/* 題 */\n".encode("cp932"), "wrong-encoding"),
        ("mkdocs.yml", "site_name: 別のもの\n", "page-not-built"),
    ],
)
def test_with_a_fault_the_published_site_stays_and_nothing_is_left_behind(
    project: Path, path: str, text: str | bytes, rule: str
) -> None:
    before, releases = fingerprint(project / "site"), sorted(releases_folder(project / "site").iterdir())
    (project / path).write_bytes(text.encode() if isinstance(text, str) else text)
    built, problems = build_in(project)
    assert built is None
    assert rule in {problem.rule for problem in problems}
    assert fingerprint(project / "site") == before
    assert sorted(releases_folder(project / "site").iterdir()) == releases


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere no such name can be given")
def test_a_page_whose_name_is_no_text_is_said(project: Path) -> None:
    """As some programs unpack Japanese names."""
    (project / "docs" / os.fsdecode("題.md".encode("cp932"))).write_text("# 題\n", "utf-8")
    built, (problem,) = build_in(project)
    assert built is None
    assert "ファイルの名前を読めません" in problem.message.ja
    assert problem.path.isascii()


@pytest.mark.parametrize("times", [1, 100])
def test_a_record_that_changes_while_it_is_read_is_read_anew(
    project: Path, monkeypatch: pytest.MonkeyPatch, times: int
) -> None:
    """The site, what is kept of the record and the mark of all inputs are of the same content; at worst, of none."""
    record = project / "cases/undated/old-loom.yaml"
    text, readings = record.read_text("utf-8"), []
    record.write_text(f"{text}# not the record that was read before\n", "utf-8")

    def marks_before_a_change(digests: Mapping[str, bytes], code: str) -> Mapping[str, str]:
        readings.append(code)
        if len(readings) <= times:
            record.write_text(f"{text}# {len(readings)}\n", "utf-8")
        return record_marks(digests, code)

    monkeypatch.setattr(homare.site.reading, "record_marks", marks_before_a_change)
    if times > 1:
        before = fingerprint(project / "site")
        with pytest.raises(FileChangedError, match="old-loom"):
            build_in(project)
        assert fingerprint(project / "site") == before
    else:
        built, problems = build_in(project)
        assert built, problems
        assert len(readings) == 2
        assert is_current(project / "site", inputs(project, project / "cases").fingerprint)


def test_a_record_that_changes_after_it_was_known_again_is_for_the_next_build(
    project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    record = project / "cases/undated/old-loom.yaml"
    before = fingerprint(project / "site")

    def marks_before_a_change(digests: Mapping[str, bytes], code: str) -> Mapping[str, str]:
        record.write_text(record.read_text("utf-8").replace("summary: >-\n  ", "summary: >-\n  後から。"), "utf-8")
        return record_marks(digests, code)

    with monkeypatch.context() as patched:
        patched.setattr(homare.site.reading, "record_marks", marks_before_a_change)
        assert build_in(project)[0]
    assert fingerprint(project / "site") == before
    assert not is_current(project / "site", inputs(project, project / "cases").fingerprint)
    assert build_in(project)[0]
    assert "後から。" in (project / "site/cases/undated-old-loom/index.html").read_text("utf-8")


_MEETING = (ROOT / "sessions/kanazawa.yaml").read_text("utf-8").replace('prefecture: "17"\n', "")


@pytest.mark.parametrize("path", ["cases/undated/second-loom.yaml", "sessions/second.yaml"])
@pytest.mark.parametrize("comes", [True, False], ids=["comes", "goes"])
def test_what_comes_or_goes_while_its_folder_is_read_is_built(
    project: Path, monkeypatch: pytest.MonkeyPatch, path: str, comes: bool
) -> None:
    record, original = project / path, project / "cases/undated/old-loom.yaml"
    text = original.read_text("utf-8") if "cases" in path else _MEETING
    record.parent.mkdir(exist_ok=True)
    if not comes:
        record.write_text(text, "utf-8")
        assert build_in(project)[0]
    calls = []

    def inputs_after_a_change(*of: Any) -> str:
        if not calls and comes:
            record.write_text(text, "utf-8")
        elif not calls:
            record.unlink()
        calls.append(of)
        return with_records(*of)

    with monkeypatch.context() as patched:
        patched.setattr(homare.site.reading, "with_records", inputs_after_a_change)
        built, problems = build_in(project)
    assert built, problems
    assert len(calls) == 2
    assert is_current(project / "site", inputs(project, project / "cases").fingerprint)
    folder = "cases/undated-second-loom" if "cases" in path else "sessions/second"
    assert (project / "site" / folder).is_dir() is comes


def test_a_page_that_is_saved_while_it_is_read_is_not_kept(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    page, calls = project / "docs/about/index.md", []
    text = page.read_text("utf-8")

    def before_a_change(root: Path) -> str:
        code = code_fingerprint(root)
        if not calls:
            page.write_text(f"{text}\nあとで消す段落。\n", "utf-8")
        calls.append(code)
        return code

    with monkeypatch.context() as patched:
        patched.setattr(homare.site.build, "code_fingerprint", before_a_change)
        assert build_in(project)[0]
    assert len(calls) == 4, "it is made again, from what is there now"
    assert "あとで消す段落" in (project / "site/about/index.html").read_text("utf-8")
    assert is_current(project / "site", inputs(project, project / "cases").fingerprint)
    page.write_text(text, "utf-8")
    assert not is_current(project / "site", inputs(project, project / "cases").fingerprint)
    assert build_in(project)[0]
    assert "あとで消す段落" not in (project / "site/about/index.html").read_text("utf-8")


def test_pages_that_never_stay_the_same_leave_the_old_site(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    before = fingerprint(project / "site")
    moments = itertools.count()
    monkeypatch.setattr(homare.site.build, "code_fingerprint", lambda _root: str(next(moments)))
    with pytest.raises(FileChangedError, match="docs フォルダか設定"):
        build_in(project)
    assert fingerprint(project / "site") == before
    assert [path.name for path in releases_folder(project / "site").iterdir()] == [(project / "site").resolve().name]


@pytest.mark.parametrize(
    ("address", "published"),
    [
        ("", "https://homare.example/"),
        ("https://example.jp/%7Euser/", "https://example.jp/%7Euser/"),
        ("https://example.jp/事例", "https://example.jp/事例/"),
    ],
    ids=["set to nothing", "with signs in hexadecimal", "in Japanese"],
)
def test_one_address_stands_everywhere(
    project: Path, monkeypatch: pytest.MonkeyPatch, address: str, published: str
) -> None:
    monkeypatch.setenv("HOMARE_SITE_URL", address)
    built, problems = build_site(project, project / "cases", project / "site", lambda _step: None)
    assert built, problems
    page = LexborHTMLParser((project / "site/cases/undated-old-loom/index.html").read_text("utf-8"))
    here = f"{published}cases/undated-old-loom/"
    assert page.css_first("link[rel=canonical]").attributes["href"] == here
    assert f"<loc>{here}</loc>" in (project / "site/sitemap.xml").read_text("utf-8")
    assert here in (project / "site/data/cases.json").read_text("utf-8")


def test_a_date_that_no_compressed_file_can_bear_is_the_last_that_one_can(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "99999999999")
    assert homare.site.making._moment_of(fixture_catalogue()) == 2**32 - 1


def test_what_homare_did_not_make_is_never_replaced(tmp_path: Path) -> None:
    project = make_project(tmp_path)
    (project / "site").mkdir()
    (project / "site/thesis.docx").write_text("years of work", "utf-8")
    built, problems = build_in(project)
    assert built is None
    assert [problem.rule for problem in problems] == ["foreign-output"]
    assert (project / "site/thesis.docx").read_text("utf-8") == "years of work"


def test_when_the_disk_is_full_the_published_site_stays(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object) -> None:
        raise OSError(28, "No space left on device")

    before = fingerprint(project / "site")
    steps = {
        homare.site.beginning: ("stage", "run_mkdocs"),
        homare.site.making: ("write_pages", "make_searchable"),
        homare.site.build: ("publish",),
    }
    for module, step in ((module, step) for module, names in steps.items() for step in names):
        with monkeypatch.context() as patched:
            patched.setattr(module, step, refuse)
            with pytest.raises(OSError, match="No space left"):
                build_in(project)
        assert fingerprint(project / "site") == before, step
    assert len(list(releases_folder(project / "site").iterdir())) == 1


def test_what_mkdocs_refuses_is_a_problem_and_no_traceback(tmp_path: Path) -> None:
    (tmp_path / "docs").mkdir()
    (tmp_path / "docs/index.md").write_text("# x\n", "utf-8")
    (tmp_path / "mkdocs.yml").write_text("site_name: x\nplugins: [no-such-plugin]\n", "utf-8")
    frame, problems = run_mkdocs(tmp_path / "mkdocs.yml", tmp_path / "docs", tmp_path / "site", {"index.md"})
    assert frame is None
    assert "page-not-built" in {problem.rule for problem in problems}


@pytest.mark.parametrize("entry", ["{label: 課題}", "{url: challenges/}", "課題", "{label: 1, url: challenges/}"])
def test_a_menu_entry_without_label_or_address_is_a_problem(tmp_path: Path, entry: str) -> None:
    (tmp_path / "docs").mkdir()
    (tmp_path / "docs/index.md").write_text("# x\n", "utf-8")
    settings = f"site_name: x\nextra:\n  homare:\n    menu: [{entry}]\n    footer: []\n"
    (tmp_path / "mkdocs.yml").write_text(settings, "utf-8")
    frame, problems = run_mkdocs(tmp_path / "mkdocs.yml", tmp_path / "docs", tmp_path / "site", {"index.md"})
    assert frame is None
    assert ["extra.homare.menu" in problem.message.ja for problem in problems] == [True]


def test_words_of_the_settings_stay_words(tmp_path: Path) -> None:
    settings = (ROOT / "mkdocs.yml").read_text("utf-8")
    name = next(line for line in settings.splitlines() if line.startswith("site_name:"))
    settings = settings.replace(name, 'site_name: "産学<b>連携</b> R&D"').replace("label: 課題,", 'label: "<i>課題",')
    (tmp_path / "mkdocs.yml").write_text(settings, "utf-8")
    stage(written_by_hand(ROOT / "docs"), tmp_path / "docs")
    (tmp_path / "scripts").symlink_to(ROOT / "scripts")
    run_mkdocs(tmp_path / "mkdocs.yml", tmp_path / "docs", tmp_path / "site", None)
    for page in ("404.html", "about/index.html"):
        tree = LexborHTMLParser((tmp_path / "site" / page).read_text("utf-8"))
        names = [node.text() for node in tree.css(".hm-brand span, .hm-footer__name span")]
        assert names == ["産学<b>連携</b> R&D"] * 2
        assert tree.css(".hm-menu a")[0].text() == "<i>課題"


def test_a_page_without_its_mark_for_search_is_a_problem(tmp_path: Path) -> None:
    assert prepare_case("2020-a", "<html><body><p>x</p></body></html>") is None
    problems = make_searchable(tmp_path, fixture_catalogue(), [], tmp_path, tmp_path)
    assert {problem.rule for problem in problems} == {"search-index"}
    assert len(problems) == 4
