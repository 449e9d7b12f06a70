"""`homare rollback` as its users meet it: it says what it shows now, or that there is nothing to go back to."""

from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from homare.cli.main import homare
from homare.site.marker import mark_whole
from homare.site.publishing import publish
from homare.site.releases import new_release, sole_writer, whole_releases


def run(out: Path, *options: str) -> Result:
    return CliRunner().invoke(homare, ["rollback", "--out", str(out), *options])


@pytest.fixture
def out(tmp_path: Path) -> Path:
    """A site of three releases with 1, 2 and 3 cases."""
    out = tmp_path / "site"
    for cases in (1, 2, 3):
        release = new_release(out)
        (release / "data/cases").mkdir(parents=True)
        for number in range(cases):
            (release / f"data/cases/{number}.json").touch()
            (release / f"data/cases/{number}.csl.json").touch()
        publish(release, out)
    return out


def test_it_goes_back_one_release_each_time_and_says_what_is_shown(out: Path) -> None:
    for cases, earlier in ((2, 1), (1, 0)):
        result = run(out)
        assert result.exit_code == 0
        assert f"事例{cases}件" in result.output
        assert ("これより前の版は1つあります" if earlier else "これより前の版はありません") in result.output
        assert "homare build" in result.output
        assert len(list((out / "data/cases").glob("*.csl.json"))) == cases
    result = run(out)
    assert result.exit_code == 1
    assert "これより前の版はありません" in result.output
    assert len(list((out / "data/cases").glob("*.csl.json"))) == 1


def test_the_list_changes_nothing_and_gives_names_to_go_to(out: Path) -> None:
    before = out.resolve()
    result = run(out, "--list")
    assert result.exit_code == 0
    assert out.resolve() == before
    lines = result.output.splitlines()
    assert [line.count("いま出ている版") for line in lines] == [1, 0, 0]
    oldest = lines[-1].split()[0]
    assert "事例1件" in run(out, "--to", oldest).output
    assert "これより前の版は2つあります" in run(out, "--to", lines[0].split()[0]).output
    unknown = run(out, "--to", "20000101T000000")
    assert unknown.exit_code == 1
    assert "20000101T000000" in unknown.output


def test_nobody_is_led_to_a_release_with_drafts(out: Path) -> None:
    with_drafts = whole_releases(out)[1]
    mark_whole(with_drafts, [], "made from drafts", drafts=True)
    listed = run(out, "--list").output.splitlines()
    assert ["下書き入り" in line for line in listed] == [False, True, False]
    assert "事例1件" in run(out).output
    assert "下書き入り" in run(out, "--to", with_drafts.name).output


def test_without_a_site_it_says_so(tmp_path: Path) -> None:
    assert "ありません" in run(tmp_path / "site", "--list").output
    assert run(tmp_path / "site").exit_code == 1


def test_a_place_without_a_site_stays_as_it_is(tmp_path: Path) -> None:
    assert run(tmp_path / "no" / "such" / "place").exit_code == 1
    assert list(tmp_path.iterdir()) == []


def test_the_release_that_is_shown_and_no_release_are_told_apart(out: Path) -> None:
    shown = out.resolve()
    same = run(out, "--to", shown.name)
    assert same.exit_code == 0
    assert "いま出ている版です" in same.output
    nothing = run(out, "--to", "")
    assert nothing.exit_code == 1
    assert "版「」はありません" in nothing.output
    assert out.resolve() == shown


def test_while_a_site_is_built_it_waits_for_nobody(out: Path) -> None:
    with sole_writer(out):
        result = run(out)
    assert result.exit_code == 1
    assert "作っているところ" in result.output


def test_a_disk_that_refuses_is_said_in_words(out: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object) -> None:
        raise OSError(30, "Read-only file system")

    monkeypatch.setattr("homare.site.rollback.show", refuse)
    result = run(out)
    assert result.exit_code == 1
    assert "戻せませんでした" in result.output
    assert "Traceback" not in result.output
