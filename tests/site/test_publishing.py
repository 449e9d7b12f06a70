"""A site is published whole or not at all, nothing that is not ours is lost, and old releases go."""

import os
import shutil
import time
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

import pytest

import homare.site.publishing
from homare.site.files_below import names_below
from homare.site.leftovers import clear_leftovers
from homare.site.marker import MARKER, inputs_of, mark_whole
from homare.site.publishing import publish
from homare.site.releases import (
    KEPT_RELEASES,
    MAKING,
    BusyError,
    check_output,
    new_release,
    releases_folder,
    sole_writer,
    spare_release,
    unfinished_releases,
    whole_releases,
)
from homare.site.rollback import NoReleaseError, releases_of, roll_back


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


@pytest.fixture(params=["links", "folders"])
def either_way(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> str:
    """Publishing by a link, and as on Windows: by renaming folders."""
    monkeypatch.setattr(homare.site.publishing, "HAS_LINKS", request.param == "links")
    return str(request.param)


def test_the_site_shows_the_newest_release(out: Path, either_way: str) -> None:
    for text in ("one", "two", "three"):
        publish(make(out, text), out)
        assert shown(out) == {text}
        assert out.is_symlink() == (either_way == "links")


def test_where_the_disk_refuses_links_folders_are_renamed(out: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Path, "symlink_to", _refusing(Path.symlink_to))
    for text in ("one", "two"):
        publish(make(out, text), out)
        assert shown(out) == {text}
        assert not out.is_symlink()


def test_one_way_may_follow_the_other(out: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A project folder is carried from Linux to Windows and back, and no release is lost on the way."""
    for number, links in enumerate([True, False, False, True, True, False]):
        monkeypatch.setattr(homare.site.publishing, "HAS_LINKS", links)
        publish(make(out, str(number)), out)
        assert shown(out) == {str(number)}
        assert len(releases_of(out)) == number + 1
    for number in (4, 3, 2, 1, 0):
        roll_back(out)
        assert shown(out) == {str(number)}


def test_a_site_can_be_moved_with_its_releases(tmp_path: Path) -> None:
    """The link is relative: the folder that holds both may be renamed or copied."""
    (tmp_path / "a").mkdir()
    publish(make(tmp_path / "a/site", "one"), tmp_path / "a/site")
    (tmp_path / "a").rename(tmp_path / "b")
    assert shown(tmp_path / "b/site") == {"one"}


def test_the_releases_before_are_kept_and_the_published_one_always(out: Path, either_way: str) -> None:
    for number in range(KEPT_RELEASES + 3):
        publish(make(out, str(number)), out)
    assert len(releases_of(out)) == KEPT_RELEASES == 7
    assert len(list(releases_folder(out).iterdir())) == (7 if either_way == "links" else 6)
    assert shown(out) == {str(KEPT_RELEASES + 2)}


@pytest.mark.usefixtures("either_way")
def test_five_releases_before_stay_when_the_oldest_is_taken_apart(out: Path) -> None:
    for number in range(KEPT_RELEASES + 1):
        spare = spare_release(out)
        assert (spare is not None) == (number == KEPT_RELEASES)
        if spare:
            assert (spare / "index.html").read_text("utf-8") == "0"
        publish(make(out, str(number)), out)
    oldest = releases_of(out)[-1].name
    roll_back(out, oldest)
    spare = spare_release(out)
    assert spare is None or spare.name != oldest, "the oldest is shown"


@pytest.mark.usefixtures("either_way")
def test_a_rollback_shows_the_release_before_and_the_next_one_goes_further(out: Path) -> None:
    for text in ("one", "two", "three"):
        publish(make(out, text), out)
    for text, earlier in (("two", 1), ("one", 0)):
        release, left = roll_back(out)
        assert shown(out) == {text}
        assert left == earlier
        assert [one.name for one in releases_of(out) if one.is_shown] == [release.name]
    with pytest.raises(NoReleaseError):
        roll_back(out)
    assert shown(out) == {"one"}
    publish(make(out, "four"), out)
    assert shown(out) == {"four"}
    roll_back(out)
    assert shown(out) == {"three"}


@pytest.mark.usefixtures("either_way")
def test_a_rollback_goes_to_the_release_that_is_named_newer_ones_too(out: Path) -> None:
    for text in ("one", "two", "three"):
        publish(make(out, text), out)
    newest, _, oldest = (release.name for release in releases_of(out))
    roll_back(out, oldest)
    assert shown(out) == {"one"}
    roll_back(out, newest)
    assert shown(out) == {"three"}
    for name in (newest, "20200101T000000"):
        with pytest.raises(NoReleaseError):
            roll_back(out, name)


def test_a_rollback_brings_back_a_site_that_was_deleted(out: Path) -> None:
    for text in ("one", "two"):
        publish(make(out, text), out)
    out.unlink()
    roll_back(out)
    assert shown(out) == {"two"}


def test_a_rollback_leaves_alone_what_homare_did_not_make(out: Path) -> None:
    for text in ("one", "two"):
        publish(make(out, text), out)
    out.unlink()
    out.mkdir()
    (out / "thesis.docx").write_text("years of work", "utf-8")
    with pytest.raises(NoReleaseError):
        roll_back(out)
    assert (out / "thesis.docx").read_text("utf-8") == "years of work"


@pytest.mark.usefixtures("either_way")
def test_a_release_that_was_not_finished_is_never_shown(out: Path) -> None:
    publish(make(out, "one"), out)
    make(out, "half")
    with pytest.raises(NoReleaseError):
        roll_back(out)
    assert shown(out) == {"one"}


def test_what_a_killed_build_left_is_cleared_away_and_said_once(out: Path) -> None:
    publish(make(out, "one"), out)
    assert clear_leftovers(out) == []
    make(out, "half")
    (releases_folder(out) / f"{MAKING}abc").mkdir()
    (sentence,) = clear_leftovers(out)
    assert "途中で止まって" in sentence
    assert [release.name for release in whole_releases(out)] == [path.name for path in releases_folder(out).iterdir()]
    assert clear_leftovers(out) == []
    assert shown(out) == {"one"}


@pytest.mark.parametrize("step", [1, 2, 3])
def test_cut_off_between_two_renames_the_site_comes_back(out: Path, monkeypatch: pytest.MonkeyPatch, step: int) -> None:
    """Renaming folders is not one step: a machine that goes out between two leaves a site that the next run mends."""
    monkeypatch.setattr(homare.site.publishing, "HAS_LINKS", False)
    publish(make(out, "old"), out)
    release, renames, rename = make(out, "new"), [], Path.rename

    def cut_off(self: Path, target: Path) -> Path:
        renames.append(self)
        if len(renames) == step:
            raise KeyboardInterrupt
        return rename(self, target)

    with monkeypatch.context() as patched, suppress(KeyboardInterrupt):
        patched.setattr(Path, "rename", cut_off)
        publish(release, out)
    said = clear_leftovers(out)
    assert shown(out) == ({"old"} if step == 1 else {"new"})
    assert len(said) == (1 if step == 2 else 0)
    publish(make(out, "later"), out)
    assert shown(out) == {"later"}
    assert len(releases_of(out)) == 3


@pytest.mark.usefixtures("either_way")
def test_files_that_someone_put_into_the_site_are_said_and_never_deleted(out: Path) -> None:
    publish(make(out, "0"), out)
    (out / "CNAME").write_text("years of work", "utf-8")
    later = (out / MARKER).stat().st_mtime + 60
    os.utime(out / "CNAME", (later, later))
    (sentence,) = clear_leftovers(out)
    assert "CNAME" in sentence
    for number in range(KEPT_RELEASES + 2):
        publish(make(out, str(number)), out)
    assert [path.read_text("utf-8") for path in releases_folder(out).glob("*/CNAME")] == ["years of work"]
    assert len(whole_releases(out)) <= KEPT_RELEASES + 1


@pytest.mark.usefixtures("either_way")
@pytest.mark.parametrize("place", ["thesis.docx", "photos/1998.jpg"])
def test_files_keep_their_age_when_they_are_moved_and_are_known_all_the_same(out: Path, place: str) -> None:
    """mv, cp -p, unzip and Explorer: such a file is older than the site, so its time says nothing."""
    _publish_whole(out, "0")
    (out / place).parent.mkdir(exist_ok=True)
    (out / place).write_text("years of work", "utf-8")
    os.utime(out / place, (1, 1))
    said = clear_leftovers(out)
    assert [place in sentence for sentence in said] == ([True] if "/" not in place else [])
    for number in range(KEPT_RELEASES + 2):
        _publish_whole(out, str(number))
    assert [path.read_text("utf-8") for path in releases_folder(out).glob(f"*/{place}")] == ["years of work"]
    assert len(whole_releases(out)) <= KEPT_RELEASES + 1


def _publish_whole(out: Path, text: str) -> None:
    release = make(out, text)
    mark_whole(release, names_below(release), f"made from {text}")
    publish(release, out)
    assert inputs_of(out) == f"made from {text}"


def test_releases_whose_files_are_theirs_go(out: Path) -> None:
    for number in range(KEPT_RELEASES + 2):
        _publish_whole(out, str(number))
    assert len(whole_releases(out)) == KEPT_RELEASES


def test_what_others_keep_beside_the_releases_is_not_ours(out: Path) -> None:
    """Finder's notes, a folder of the user's, a copy of a release under another name."""
    publish(make(out, "one"), out)
    folder = releases_folder(out)
    (folder / ".DS_Store").touch()
    (folder / "mine").mkdir()
    (folder / "mine/thesis.docx").write_text("years of work", "utf-8")
    shutil.copytree(out, folder / "backup")
    (folder / "20260101T000000-001").symlink_to(folder / "mine")
    assert unfinished_releases(out) == []
    assert clear_leftovers(out) == []
    assert [release.name for release in releases_of(out)] == [out.resolve().name]
    for number in range(KEPT_RELEASES + 2):
        publish(make(out, str(number)), out)
    assert (folder / "mine/thesis.docx").exists()
    assert (folder / "backup/index.html").exists()


@pytest.mark.usefixtures("either_way")
def test_a_clock_that_was_ahead_makes_no_file_somebody_elses(out: Path) -> None:
    """What was taken over from a site of tomorrow has its time: releases go all the same, and nobody is warned."""
    tomorrow = time.time() + 86_400
    release = make(out, "kept")
    for path in (release, *release.iterdir()):
        os.utime(path, (tomorrow, tomorrow))
    mark_whole(release, names_below(release), "made tomorrow")
    publish(release, out)
    os.utime(out / MARKER, (tomorrow, tomorrow))
    for number in range(KEPT_RELEASES + 2):
        release = make(out, str(number))
        shutil.copy2(out / "index.html", release / "index.html")
        mark_whole(release, names_below(release), "made today")
        publish(release, out)
        assert clear_leftovers(out) == []
    assert len(whole_releases(out)) <= KEPT_RELEASES


@pytest.mark.parametrize("is_there", [True, False])
def test_a_link_to_what_homare_did_not_make_is_refused(out: Path, tmp_path: Path, is_there: bool) -> None:
    """A web server's own folder: the link would lead away from it, and its files would no longer be seen."""
    if is_there:
        (tmp_path / "www").mkdir()
        (tmp_path / "www/thesis.docx").touch()
    out.symlink_to(tmp_path / "www")
    assert [problem.rule for problem in check_output(out)] == ["foreign-output"]
    out.unlink()
    publish(make(out, "one"), out)
    assert check_output(out) == []


def test_only_one_writes_a_site_at_a_time(out: Path) -> None:
    with sole_writer(out), pytest.raises(BusyError), sole_writer(out, waits=False):
        pass
    with sole_writer(out, waits=False):
        pass


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


STEPS = ("touch", "unlink", "symlink_to", "replace", "rename", "write_text")


@pytest.mark.usefixtures("either_way")
@pytest.mark.parametrize("step", STEPS)
@pytest.mark.parametrize("start", ["nothing", "link", "folder"])
def test_when_the_disk_refuses_a_step_the_site_is_the_old_one_or_the_new_one_whole(
    out: Path, monkeypatch: pytest.MonkeyPatch, step: str, start: str
) -> None:
    with monkeypatch.context() as patched:
        patched.setattr(homare.site.publishing, "HAS_LINKS", start == "link")
        if start != "nothing":
            publish(make(out, "old"), out)
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
