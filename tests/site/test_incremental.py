"""What has not changed is taken over from the published site, and the result is that of a first build, byte by byte."""

import os
import shutil
import tempfile
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from hypothesis import Phase, given, settings
from hypothesis import strategies as st

from homare.model.case import Case
from homare.model.catalogue import Catalogue, make_catalogue
from homare.model.rules import ALL as RULES
from homare.model.rules.context import CaseContext
from homare.model.rules.former_id import former_id
from homare.model.rules.missing_relation import missing_relation
from homare.model.vocabulary_files import read_vocabulary
from homare.pages.all_pages import page_groups
from homare.pages.case_excerpt import excerpt_of
from homare.pages.page import Page
from homare.pages.page_excerpt import PageExcerpt
from homare.problems import Problem
from homare.records.disk import read_folder
from homare.records.reader import read_document
from homare.site.files_below import names_below
from homare.site.kept_cases import CasesOnDisk
from homare.site.mkdocs_run import run_mkdocs
from homare.site.packed_page import PackedPage
from homare.site.page_files import PageWriter
from homare.site.releases import KEPT_RELEASES, releases_folder, spare_release, whole_releases
from homare.site.rollback import releases_of
from homare.site.verification import SiteLinks
from homare.site.writing import link_file
from tests.libraries import EXAMPLES, ROOT
from tests.pages.library import fixture_catalogue
from tests.site.projects import build_in, fingerprint

CASE = "cases/2019-festival/index.html"
SECOND = "site/themes/cloth/page-2/index.html"
SEQUENCES = 2
"""How many sequences of edits an everyday run tries; `--hypothesis-profile thorough` tries a hundred."""
THOROUGH = 1_000
FirstBuild = Callable[[frozenset[str]], dict[str, str]]
torn_or_lost = pytest.mark.parametrize(
    "damage", [lambda note: note.write_bytes(note.read_bytes()[:-1]), lambda note: note.unlink()]
)


def replaced(path: str, old: str, new: str) -> Callable[[Path], None]:
    """Return an edit of the file at `path` that can be made once."""

    def edit(project: Path) -> None:
        text = (project / path).read_text("utf-8")
        assert old in text, (path, old)
        (project / path).write_text(text.replace(old, new, 1), "utf-8")

    return edit


def with_new_record(project: Path) -> None:
    text = (project / "cases/undated/old-loom.yaml").read_text("utf-8")
    other = text.replace("見本市織機組合", "見本市第二織機組合")
    (project / "cases/undated/second-loom.yaml").write_text(other, "utf-8")


def with_another_name(project: Path) -> None:
    """At its old address stands a page that leads to the new one; nothing happens where the record has gone."""
    record = project / "cases/undated/old-loom.yaml"
    if not record.exists():
        return
    (project / "cases/undated/oldest-loom.yaml").write_text(
        f"{record.read_text('utf-8')}formerly: [undated-old-loom]\n", "utf-8"
    )
    record.unlink()


EDITS: Mapping[str, Callable[[Path], None]] = {
    "the title of a case that others name": replaced("cases/2019/festival.yaml", "title: ", "title: 改めて、"),
    "a recipient": replaced("cases/2019/festival.yaml", "見本町織物振興会", "新しい見本町織物振興会"),
    "a sentence": replaced("cases/2020/leftover-cloth.yaml", "summary: >-\n  ", "summary: >-\n  いま、"),
    "what is alike": replaced("cases/2019/festival.yaml", "themes: [sounds, cloth]", "themes: [sounds]"),
    "a relation gone": replaced(
        "cases/2020/leftover-cloth.yaml",
        "related:\n  - {case: 2019-festival, reason: 余り布で幟をつくった架空の祭り}\n",
        "",
    ),
    "another that spread before": replaced(
        "cases/2020/leftover-cloth.yaml",
        "adaptations:\n",
        "adaptations:\n"
        "  - {to: 見本町織物振興会, what: 余り布の見本帳をつくり始めた。, certainty: reported, sources: [2020-news]}\n",
    ),
    "a new record": with_new_record,
    "a record renamed": with_another_name,
    "a record gone": lambda project: (project / "cases/undated/old-loom.yaml").unlink(),
    "the name of a theme": replaced("cases/vocabulary/themes.yaml", "label: ", "label: 新しい"),
    "a method card": replaced("cases/methods/sample-book.yaml", "  - text: ", "  - text: 改めて、"),
    "a page written by hand": replaced("docs/about/index.md", "# ", "# 改めて、"),
    "the name of the site": replaced("mkdocs.yml", "site_name: ", "site_name: 新しい"),
}


def lay_out(project: Path, edits: frozenset[str]) -> None:
    """Let the project's records, pages and settings be the small library's with these edits."""
    for name, source in (("docs", ROOT / "docs"), ("cases", EXAMPLES / "library")):
        shutil.rmtree(project / name)
        shutil.copytree(source, project / name)
    shutil.copy(ROOT / "mkdocs.yml", project)
    for name in sorted(edits):
        EDITS[name](project)


@contextmanager
def copy_of(built_once: Path) -> Iterator[Path]:
    """A copy of the project, times of files included."""
    with tempfile.TemporaryDirectory() as name:
        yield Path(shutil.copytree(built_once, Path(name) / "project", symlinks=True))


@pytest.fixture(scope="module")
def built_once(built_once: Path) -> Iterator[Path]:
    """A project with a published site in which lists have several pages."""
    with pytest.MonkeyPatch.context() as patch, copy_of(built_once) as project:
        patch.setattr("homare.pages.listing.PAGE_SIZE", 2)
        patch.setattr("homare.pages.ledger_pages.ROWS", 2)
        patch.setattr("homare.pages.transfers_pages.ON_PAGE", 1)
        patch.setattr("homare.model.spreads.ON_PAGE", 1)
        (project / "build/pages.cbor").unlink()
        assert build_in(project)[0]
        yield project


@pytest.fixture
def project(built_once: Path) -> Iterator[Path]:
    """A copy of a project with a published site."""
    with copy_of(built_once) as project:
        yield project


@pytest.fixture
def made(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The addresses of all pages that are made, not taken over, from now on."""
    addresses: list[str] = []
    make = PageWriter._whole

    def whole(self: PageWriter, page: Page, markdown: str) -> object:
        addresses.append(page.address)
        return make(self, page, markdown)

    monkeypatch.setattr(PageWriter, "_whole", whole)
    monkeypatch.setattr("homare.site.beside._can_fork", lambda: False)  # else the list is a copy's
    return addresses


@pytest.fixture(scope="module")
def first_build(built_once: Path) -> FirstBuild:
    """Return the marks of the files of a first build of the library with some edits."""

    @cache
    def built(edits: frozenset[str]) -> dict[str, str]:
        with copy_of(built_once) as project:
            # What is typeset stays: it is known by its content, and takes long.
            for kept in ("records", "words", "docs"):
                shutil.rmtree(project / "build" / kept)
            for note in ("frame", "pages", "records", "runs", "similar", "sitemap"):
                (project / f"build/{note}.cbor").unlink()
            shutil.rmtree(releases_folder(project / "site"))
            (project / "site").unlink()
            lay_out(project, edits)
            assert build_in(project)[0]
            return fingerprint(project / "site")

    return built


def go_through(project: Path, steps: Iterable[frozenset[str]], first_build: FirstBuild) -> None:
    """Build the library with the edits of each step in turn, and compare each site with that of a first build."""
    for step in steps:
        lay_out(project, step)
        before, earlier = (project / "site").resolve(), fingerprint(project / "site")
        others = {release: times(release) for release in whole_releases(project / "site")}
        built, problems = build_in(project)
        assert built, problems
        assert fingerprint(before) == earlier, f"before {step} the site was changed in place"
        assert all(times(release) == others[release] for release in others if release.exists()), step
        assert fingerprint(project / "site") == first_build(step), step


def times(folder: Path) -> Mapping[str, int]:
    """Return the times of the last changes of all files in the folder."""
    return {name: (folder / name).stat().st_mtime_ns for name in names_below(folder)}


def test_after_each_edit_the_site_is_that_of_a_first_build(project: Path, first_build: FirstBuild) -> None:
    """Each edit is taken back with the next, which is an edit too."""
    go_through(project, (frozenset([name]) for name in EDITS), first_build)


def test_after_any_edits_the_site_is_that_of_a_first_build(built_once: Path, first_build: FirstBuild) -> None:
    edits = st.frozensets(st.sampled_from(sorted(EDITS)), min_size=2, max_size=4)

    @settings(
        max_examples=SEQUENCES if settings.default.max_examples < THOROUGH else 100,
        phases=(Phase.generate,),  # a smaller example would take minutes to find
    )
    @given(st.lists(edits, min_size=2, max_size=3))
    def check(sequence: list[frozenset[str]]) -> None:
        with copy_of(built_once) as project:
            go_through(project, sequence, first_build)

    check()


def test_only_pages_that_show_the_change_are_made(project: Path, made: list[str]) -> None:
    lay_out(project, frozenset(["a sentence"]))
    assert build_in(project)[0]
    assert "cases/2020-leftover-cloth/" in made
    assert {"awards/about/", "data/codebook/", "accessibility/", "themes/"} & set(made) == set()
    assert len(made) < len(fingerprint(project / "site")) / 4


def test_only_links_of_pages_that_were_made_are_checked(
    project: Path, made: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    checked: list[str] = []
    problems_of = SiteLinks._problems_of

    def listed(links: SiteLinks, name: str, page: PackedPage) -> Iterator[Problem]:
        checked.append(name)
        return problems_of(links, name, page)

    monkeypatch.setattr(SiteLinks, "_problems_of", listed)
    lay_out(project, frozenset(["a sentence"]))
    assert build_in(project)[0]
    assert {f"{address}index.html" for address in made} <= set(checked)
    few = len(checked)
    checked.clear()
    lay_out(project, frozenset(["a sentence", "a record gone"]))
    assert build_in(project)[0]
    assert len(set(checked)) > 2 * few


def test_pages_whose_content_is_the_same_are_taken_over_although_all_was_rendered(
    project: Path, made: list[str]
) -> None:
    text = (project / "cases/methods/sample-book.yaml").read_text("utf-8")
    (project / "cases/methods/sample-book.yaml").write_text(f"# another comment\n{text}", "utf-8")
    assert build_in(project)[0]
    assert sorted(made) == sorted(f"cases/{case.id}/" for case in fixture_catalogue().cases)


@pytest.mark.parametrize("edited", [False, True])
def test_of_the_pages_of_a_term_only_those_are_made_that_are_not_there(
    project: Path, made: list[str], monkeypatch: pytest.MonkeyPatch, edited: bool
) -> None:
    """One page may be a file of the earlier site by then: a new one must not be written into it."""
    monkeypatch.setattr("homare.pages.listing.PAGE_SIZE", 1)
    (project / "build/pages.cbor").unlink()
    assert build_in(project)[0]
    first = fingerprint(project / "site")
    assert {"themes/cloth/", "themes/cloth/page-2/"} <= set(made)
    made.clear()
    if edited:
        _changed(project / SECOND)
    earlier = (project / "site").resolve()
    before = fingerprint(earlier)
    assert build_in(project)[0]
    assert made == (["themes/cloth/page-2/"] if edited else [])
    assert fingerprint(project / "site") == first
    assert fingerprint(earlier) == before


def test_of_pages_that_are_gone_nothing_stays(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Not even a folder: the last page of a list goes when it has fewer cases."""
    monkeypatch.setattr("homare.pages.listing.PAGE_SIZE", 1)
    sites = []
    for edits in (frozenset[str](), frozenset(["a record gone"]), frozenset(["a record gone"])):
        if len(sites) != 1:  # made from nothing, but for the second
            (project / "build/pages.cbor").unlink()
        lay_out(project, edits)
        assert build_in(project)[0]
        sites.append(fingerprint(project / "site"))
    lists = {name for name in sites[0] if "/page-" in name}
    assert lists - set(sites[1])
    assert sites[1] == sites[2]


def refuse_links(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let files be copied, as on disks that know no links."""

    def refuse(*_: object) -> None:
        raise OSError(1, "Operation not permitted")

    monkeypatch.setattr("homare.site.writing.os.link", refuse)


@pytest.fixture(params=["links", "no links"])
def full(project: Path, request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A project with so many releases, made in this folder, that the next build may take the oldest apart."""
    if request.param == "no links":
        refuse_links(monkeypatch)
        monkeypatch.setattr("homare.site.publishing.HAS_LINKS", False)
    news = project / "cases/news/2026-01-15-first.yaml"
    news.parent.mkdir()
    for count in range(KEPT_RELEASES):
        if count == 1:
            for release in whole_releases(project / "site"):
                if release != (project / "site").resolve():
                    shutil.rmtree(release)
        text = "text:\n  - 架空の図書館からの知らせの文です。\n"
        news.write_text(f"title: 架空の知らせ{count}\ndate: 2026-01-15\n{text}", "utf-8")
        assert build_in(project)[0]
    return project


def test_the_oldest_release_becomes_the_new_one(
    full: Path, first_build: FirstBuild, monkeypatch: pytest.MonkeyPatch
) -> None:
    linked: list[str] = []
    monkeypatch.setattr("homare.site.beside._can_fork", lambda: False)  # else the list is a copy's
    monkeypatch.setattr(
        "homare.site.stamps.link_file", lambda source, path: (linked.append(path), link_file(source, path))
    )
    spare = spare_release(full / "site")
    assert spare
    lay_out(full, frozenset())
    assert build_in(full)[0]
    assert not spare.exists()
    assert fingerprint(full / "site") == first_build(frozenset())
    assert len(linked) < len(names_below(full / "site")) / 10


def test_five_releases_before_stay_when_a_build_fails(full: Path) -> None:
    before = releases_of(full / "site")
    replaced("cases/2020/leftover-cloth.yaml", "kind: programme", "kind: nothing")(full)
    assert not build_in(full)[0]
    after = releases_of(full / "site")
    assert len(after) >= 6
    assert after == before[: len(after)]


def test_of_the_oldest_release_no_page_is_taken_when_what_goes_with_it_under_build_was_touched(
    full: Path, first_build: FirstBuild, made: list[str]
) -> None:
    lay_out(full, frozenset())
    (full / "build/docs/cases/2019-festival.md").write_text("x", "utf-8")
    assert build_in(full)[0]
    assert "cases/2019-festival/" in made
    assert "cases/2020-leftover-cloth/" not in made
    assert fingerprint(full / "site") == first_build(frozenset())


def test_what_was_changed_by_hand_in_the_site_is_made_anew(project: Path, made: list[str]) -> None:
    first = fingerprint(project / "site")
    page = project / "site" / CASE
    page.write_text(page.read_text("utf-8").replace("祭り", "催し"), "utf-8")
    assert build_in(project)[0]
    assert made == ["cases/2019-festival/"]
    assert fingerprint(project / "site") == first


@pytest.fixture
def runs(project: Path, monkeypatch: pytest.MonkeyPatch) -> list[Path]:
    """The settings that MkDocs has run with from now on. The project was built where it is: its frame names folders."""
    assert build_in(project)[0]
    settings: list[Path] = []

    def run(configuration: Path, *arguments: Any) -> object:
        settings.append(configuration)
        return run_mkdocs(configuration, *arguments)

    monkeypatch.setattr("homare.site.beginning.run_mkdocs", run)
    monkeypatch.setattr("homare.site.beside._can_fork", lambda: False)  # else the list is a copy's
    return settings


def test_mkdocs_does_not_run_when_only_records_have_changed(project: Path, runs: list[Path]) -> None:
    lay_out(project, frozenset(["a sentence", "a record gone"]))
    assert build_in(project)[0]
    assert runs == []
    lay_out(project, frozenset(["a page written by hand"]))
    assert build_in(project)[0]
    assert runs == [project / "mkdocs.yml"]


def _changed(path: Path) -> None:
    path.write_bytes(path.read_bytes() + b"\n")


@pytest.mark.parametrize("path", ["site/about/index.html", "site/assets/css/site.css", "build/docs/about/index.md"])
@pytest.mark.parametrize("damage", [_changed, Path.unlink])
def test_mkdocs_runs_when_something_that_it_had_made_was_touched(
    project: Path, runs: list[Path], path: str, damage: Callable[[Path], None]
) -> None:
    first = fingerprint(project / "site")
    staged = (project / "build/docs/about/index.md").read_bytes()
    damage(project / path)
    lay_out(project, frozenset(["a sentence"]))
    assert build_in(project)[0]
    lay_out(project, frozenset())
    assert build_in(project)[0]
    assert len(runs) == 1
    assert fingerprint(project / "site") == first
    assert (project / "build/docs/about/index.md").read_bytes() == staged


@torn_or_lost
def test_mkdocs_runs_when_the_note_of_the_frame_is_lost_or_torn(
    project: Path, runs: list[Path], damage: Callable[[Path], object]
) -> None:
    first = fingerprint(project / "site")
    damage(project / "build/frame.cbor")
    assert build_in(project)[0]
    assert len(runs) == 1
    assert fingerprint(project / "site") == first


@torn_or_lost
def test_lost_or_torn_notes_mean_new_pages(project: Path, made: list[str], damage: Callable[[Path], object]) -> None:
    first = fingerprint(project / "site")
    for kept in ("pages.cbor", "records.cbor", "sitemap.cbor", "records/2019-festival.json"):
        damage(project / "build" / kept)
    assert build_in(project)[0]
    assert {f"{address}index.html" for address in made} <= set(first)
    assert len(made) > len(first) / 4
    assert fingerprint(project / "site") == first


@pytest.mark.parametrize("damage", [_changed, Path.unlink])
def test_a_kept_case_that_was_touched_is_read_from_its_record(
    project: Path, first_build: FirstBuild, damage: Callable[[Path], None]
) -> None:
    """The note of heads tells its size and time."""
    damage(project / "build/records/2020-nuno-tsunagu.json")
    lay_out(project, frozenset(["a sentence"]))
    assert build_in(project)[0]
    assert fingerprint(project / "site") == first_build(frozenset(["a sentence"]))


@pytest.mark.parametrize("path", ["build/docs/cases/2019-festival.md", "build/words/2019-festival.cbor"])
@pytest.mark.parametrize("damage", [_changed, Path.unlink])
def test_a_page_is_made_anew_when_what_goes_with_it_under_build_was_touched(
    project: Path, made: list[str], path: str, damage: Callable[[Path], None]
) -> None:
    first, before = fingerprint(project / "site"), (project / path).read_bytes()
    damage(project / path)
    assert build_in(project)[0]
    assert made == ["cases/2019-festival/"]
    assert (project / path).read_bytes() == before
    assert fingerprint(project / "site") == first


def test_damage_that_no_size_and_no_time_tells_reaches_no_index(project: Path, made: list[str]) -> None:
    """As a power cut leaves it: a file of the right length, with the right time, and other bytes."""
    first, words = fingerprint(project / "site"), project / "build/words/2019-festival.cbor"
    whole, status = words.read_bytes(), words.stat()
    words.write_bytes(bytes(len(whole)))
    os.utime(words, ns=(status.st_atime_ns, status.st_mtime_ns))
    assert build_in(project)[0]
    assert made == ["cases/2019-festival/"]
    assert words.read_bytes() == whole
    assert fingerprint(project / "site") == first


def test_an_id_that_was_given_up_and_is_used_again_is_told_although_its_record_is_known(project: Path) -> None:
    with_another_name(project)
    assert build_in(project)[0]
    record = project / "cases/undated/oldest-loom.yaml"
    again = record.read_text("utf-8").replace("formerly: [undated-old-loom]\n", "").replace("組合", "第二組合")
    (project / "cases/undated/old-loom.yaml").write_text(again, "utf-8")
    built, problems = build_in(project)
    assert built is None
    assert [(problem.rule, Path(problem.path).name) for problem in problems] == [("former-id", "oldest-loom.yaml")]


def test_a_case_that_is_lost_while_a_build_is_on_is_read_from_its_record(
    project: Path, first_build: FirstBuild, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Heads are noted when a build begins, and bodies fetched later."""
    lost: list[Path] = []
    read = CasesOnDisk._opened

    def opened(kept: CasesOnDisk, case_id: str) -> Case:
        if not lost:
            lost.append(project / f"build/records/{case_id}.json")
            lost[0].unlink()
        return read(kept, case_id)

    monkeypatch.setattr(CasesOnDisk, "_opened", opened)
    monkeypatch.setattr("homare.site.beside._can_fork", lambda: False)  # else the list is a copy's
    EDITS["a sentence"](project)
    assert build_in(project)[0]
    assert lost
    assert lost[0].is_file()
    assert fingerprint(project / "site") == first_build(frozenset(["a sentence"]))


def test_where_files_cannot_be_linked_they_are_copied(
    project: Path, first_build: FirstBuild, monkeypatch: pytest.MonkeyPatch
) -> None:
    refuse_links(monkeypatch)
    go_through(project, [frozenset(["a record gone"]), frozenset(["a sentence"])], first_build)


def test_the_excerpt_of_a_case_holds_what_its_page_names_and_no_more(real_catalogue: Catalogue) -> None:
    for case in real_catalogue.cases:
        excerpt = excerpt_of(real_catalogue, case)
        named = {case.id, *(relation.case for relation in case.related), *(one.case.id for one in excerpt.similar)}
        assert set(excerpt.catalogue.by_id) == named
        assert len(named) < len(real_catalogue.cases)


def listed(catalogue: Catalogue) -> Mapping[str, PageExcerpt]:
    """Return the excerpts of all pages that list cases, by their addresses."""
    pages = (page for group in page_groups(catalogue) for page in group())
    return {page.address: page for page in pages if isinstance(page, PageExcerpt)}


@pytest.mark.parametrize("place", [0, 20, -1])
def test_a_page_that_lists_cases_is_made_from_its_excerpt_alone(real_catalogue: Catalogue, place: int) -> None:
    """Where another library has the same excerpt it has the same page: without a case, and with another title."""
    cases = list(real_catalogue.cases)
    other = cases.pop(place)
    with_another_title = [
        case.model_copy(update={"title": "別の題"}) if case is other else case for case in (*cases, other)
    ]
    ours = listed(real_catalogue)
    for changed in (cases, with_another_title):
        theirs = listed(make_catalogue(changed, real_catalogue.vocabulary, real_catalogue.knowledge))
        pairs = [(page, theirs[address]) for address, page in ours.items() if address in theirs]
        same = [
            pair
            for pair in pairs
            if pair[0].cases == pair[1].cases and pair[0].beside_records == pair[1].beside_records
        ]
        assert len(ours) / 4 < len(same) < len(ours)
        assert all(page.make() == again.make() for page, again in same)


def test_only_two_rules_look_at_other_records() -> None:
    """A record that has not changed is not read again: these two are asked of the kept case instead."""

    class Unseen(dict[str, str]):
        def __contains__(self, _key: object) -> bool:
            raise AssertionError

    looking = set()
    files = read_folder(EXAMPLES / "library")
    vocabulary, _ = read_vocabulary("cases", files)
    text = files["2020/leftover-cloth.yaml"].decode() + "formerly: [2020-old-name]\n"
    document, problems = read_document("x", text.encode())
    assert document, problems
    for rule in RULES:
        try:
            list(rule(CaseContext("2020-leftover-cloth", document, vocabulary, Unseen())))
        except AssertionError:
            looking.add(rule)
    assert looking == {missing_relation, former_id}
