"""A site is published whole or not at all, nothing that is not ours is lost, and old releases go."""

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from homare.site.publishing import KEPT_RELEASES, MARKER, check_output, new_release, publish, releases_folder


def make(out: Path, text: str) -> Path:
    """Return a release of the site at `out` whose two pages say `text`."""
    release = new_release(out)
    for name in ("index.html", "about.html"):
        (release / name).write_text(text, "utf-8")
    return release


def shown(out: Path) -> set[str]:
    return {(out / name).read_text("utf-8") for name in ("index.html", "about.html")}


@pytest.fixture
def out(tmp_path: Path) -> Path:
    return tmp_path / "site"


def test_the_site_shows_the_newest_release(out: Path) -> None:
    for text in ("one", "two"):
        publish(make(out, text), out)
        assert shown(out) == {text}


def test_a_site_can_be_moved_with_its_releases(tmp_path: Path) -> None:
    """The link is relative: the folder that holds both may be renamed or copied."""
    (tmp_path / "a").mkdir()
    publish(make(tmp_path / "a/site", "one"), tmp_path / "a/site")
    (tmp_path / "a").rename(tmp_path / "b")
    assert shown(tmp_path / "b/site") == {"one"}


def test_only_the_newest_releases_are_kept_and_the_published_one_always(out: Path) -> None:
    for number in range(KEPT_RELEASES + 3):
        publish(make(out, str(number)), out)
    assert len(list(releases_folder(out).iterdir())) == KEPT_RELEASES
    assert shown(out) == {str(KEPT_RELEASES + 2)}


def test_two_releases_of_one_second_stand_apart(out: Path) -> None:
    assert len({new_release(out) for _ in range(12)}) == 12


def test_a_folder_that_holds_something_else_is_refused(out: Path) -> None:
    out.mkdir()
    assert check_output(out) == []
    (out / "thesis.docx").write_text("years of work", "utf-8")
    assert [problem.rule for problem in check_output(out)] == ["foreign-output"]


def test_a_file_in_the_place_of_the_site_is_refused(out: Path) -> None:
    out.write_text("x", "utf-8")
    assert [problem.rule for problem in check_output(out)] == ["foreign-output"]


def test_a_site_of_ours_may_be_replaced_as_a_link_and_as_a_copied_folder(out: Path, tmp_path: Path) -> None:
    publish(make(out, "one"), out)
    assert check_output(out) == []
    copy = tmp_path / "copy"
    shutil.copytree(out, copy)
    assert (copy / MARKER).exists()
    assert check_output(copy) == []
    publish(make(copy, "two"), copy)
    assert shown(copy) == {"two"}


STEPS = ("touch", "unlink", "symlink_to", "replace", "rename")


@pytest.mark.parametrize("step", STEPS)
@pytest.mark.parametrize("start", ["nothing", "link", "folder"])
def test_when_the_disk_refuses_a_step_the_site_is_the_old_one_or_the_new_one_whole(
    out: Path, monkeypatch: pytest.MonkeyPatch, step: str, start: str
) -> None:
    if start != "nothing":
        publish(make(out, "old"), out)
    if start == "folder":
        content = out.resolve()
        out.unlink()
        shutil.copytree(content, out)
    release = make(out, "new")
    with monkeypatch.context() as patched:
        patched.setattr(Path, step, _refusing(getattr(Path, step)))
        try:
            publish(release, out)
            done = True
        except OSError:
            done = False
    if done:
        assert shown(out) == {"new"}
    elif start == "nothing":
        assert not out.exists()
    else:
        assert shown(out) == {"old"}
    publish(make(out, "later"), out)
    assert shown(out) == {"later"}


def _refusing(_real: Callable[..., object]) -> Callable[..., object]:
    def refuse(self: Path, *_: object, **__: object) -> None:
        raise OSError(28, "No space left on device", str(self))

    return refuse
