"""What has not changed is taken over from the published site, and the result is that of a first build, byte by byte."""

import shutil
import tempfile
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from functools import cache
from pathlib import Path

import pytest
from hypothesis import Phase, given, settings
from hypothesis import strategies as st

from homare.pages.case_excerpt import excerpt_of
from homare.site.page_files import PageWriter
from homare.site.releases import releases_folder
from tests.libraries import EXAMPLES, ROOT
from tests.pages.library import fixture_catalogue
from tests.site.test_build import build_in, fingerprint, make_project

CASE = "cases/2019-festival/index.html"
SEQUENCES = 2
"""How many sequences of edits an everyday run tries; `--hypothesis-profile thorough` tries a hundred."""
THOROUGH = 1_000
FirstBuild = Callable[[frozenset[str]], dict[str, str]]


def replaced(path: str, old: str, new: str) -> Callable[[Path], None]:
    """Return an edit of the file at `path` that can be made once."""

    def edit(project: Path) -> None:
        text = (project / path).read_text("utf-8")
        assert old in text, (path, old)
        (project / path).write_text(text.replace(old, new, 1), "utf-8")

    return edit


def with_new_record(project: Path) -> None:
    text = (project / "cases/undated/old-loom.yaml").read_text("utf-8")
    (project / "cases/undated/second-loom.yaml").write_text(
        text.replace("見本市織機組合", "見本市第二織機組合"), "utf-8"
    )


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


@pytest.fixture(scope="module")
def built_once(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A project whose site was built once; tests take copies."""
    project = make_project(tmp_path_factory.mktemp("built"))
    built, problems = build_in(project)
    assert built, problems
    return project


@contextmanager
def copy_of(built_once: Path) -> Iterator[Path]:
    """A copy of the project, times of files included."""
    with tempfile.TemporaryDirectory() as name:
        yield Path(shutil.copytree(built_once, Path(name) / "project", symlinks=True))


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

    def whole(self: PageWriter, page: object) -> object:
        addresses.append(page.address)  # type: ignore[attr-defined]
        return make(self, page)  # type: ignore[arg-type]

    monkeypatch.setattr(PageWriter, "_whole", whole)
    monkeypatch.setattr("homare.site.beside._can_fork", lambda: False)  # else the list is a copy's
    return addresses


@pytest.fixture(scope="module")
def first_build(built_once: Path) -> Callable[[frozenset[str]], dict[str, str]]:
    """Return the marks of the files of a first build of the library with some edits."""

    @cache
    def built(edits: frozenset[str]) -> dict[str, str]:
        with copy_of(built_once) as project:
            for kept in (
                "records",
                "pages",
                "copies",
                "search",
                "docs",
            ):  # what is typeset stays: it is known by content
                shutil.rmtree(project / "build" / kept)
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
        built, problems = build_in(project)
        assert built, problems
        assert fingerprint(before) == earlier, f"before {step} the site was changed in place"
        assert fingerprint(project / "site") == first_build(step), step


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


def test_pages_whose_content_is_the_same_are_taken_over_although_all_was_rendered(
    project: Path, made: list[str]
) -> None:
    text = (project / "cases/methods/sample-book.yaml").read_text("utf-8")
    (project / "cases/methods/sample-book.yaml").write_text(f"# another comment\n{text}", "utf-8")
    assert build_in(project)[0]
    assert {address for address in made if not address.startswith("cases/")} == set()


def test_what_was_changed_by_hand_in_the_site_is_made_anew(project: Path, made: list[str]) -> None:
    first = fingerprint(project / "site")
    page = project / "site" / CASE
    page.write_text(page.read_text("utf-8").replace("祭り", "催し"), "utf-8")
    replaced("docs/about/index.md", "\n", "\n\n")(project)
    assert build_in(project)[0]
    assert "cases/2019-festival/" in made
    assert fingerprint(project / "site")[CASE] == first[CASE]


@pytest.mark.parametrize("damage", [lambda note: note.write_bytes(note.read_bytes()[:-1]), lambda note: note.unlink()])
def test_a_lost_or_torn_note_means_a_new_page(project: Path, made: list[str], damage: Callable[[Path], object]) -> None:
    first = fingerprint(project / "site")
    damage(project / "build/pages/cases/2019-festival.cbor")
    damage(project / "build/records/2019-festival.json")
    replaced("cases/methods/sample-book.yaml", "#", "##")(project)
    (project / "site").unlink()
    assert build_in(project)[0]
    assert "cases/2019-festival/" in made
    assert fingerprint(project / "site")[CASE] == first[CASE]


def test_where_files_cannot_be_linked_they_are_copied(
    project: Path, first_build: FirstBuild, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object) -> None:
        raise OSError(1, "Operation not permitted")

    monkeypatch.setattr("homare.site.writing.os.link", refuse)
    go_through(project, [frozenset(["a record gone"]), frozenset(["a sentence"])], first_build)


def test_the_page_of_a_case_is_made_from_its_excerpt_alone() -> None:
    catalogue = fixture_catalogue()
    for case in catalogue.cases:
        shown = excerpt_of(catalogue, case).catalogue
        assert case.id in shown.by_id
        assert (shown.sessions, shown.news) == ((), ())
