"""The generators of `make bench`: those that are not installed are left out, and Hugo gets pages as it wants them."""

import importlib.util
import sys
from pathlib import Path
from types import ModuleType

import pytest

from tests.libraries import ROOT


@pytest.fixture
def rivals(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> ModuleType:
    """The module, on a machine with nothing but MkDocs."""
    spec = importlib.util.spec_from_file_location("rivals", ROOT / "benchmarks" / "rivals.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    monkeypatch.setitem(sys.modules, "rivals", module)
    spec.loader.exec_module(module)
    monkeypatch.setattr(module, "OWN", tmp_path / "none" / "bin")
    monkeypatch.setenv("PATH", str(tmp_path / "path"))
    return module


@pytest.fixture
def docs(tmp_path: Path) -> Path:
    """A home page, a page with a page below it, that page, and one of the hand-written form."""
    for name in ("index.md", "themes.md", "themes/finance.md", "guide/index.md"):
        page = tmp_path / "docs" / name
        page.parent.mkdir(parents=True, exist_ok=True)
        page.write_text("# 題\n", "utf-8")
    return tmp_path / "docs"


def test_mkdocs_alone_where_nothing_else_is_installed(rivals: ModuleType, docs: Path, tmp_path: Path) -> None:
    names = [rival.name for rival in rivals.rivals(tmp_path / "bench", docs)]
    assert names == ["MkDocs + Material as documented, its search", "MkDocs + Material lean, no search"]


def test_hugo_gets_every_page_as_a_page(rivals: ModuleType, docs: Path, tmp_path: Path) -> None:
    program = tmp_path / "path" / "hugo"
    program.parent.mkdir()
    program.touch(0o755)
    *_, hugo = rivals.rivals(tmp_path / "bench", docs)
    assert hugo.command[0] == program
    content = hugo.folder / "content"
    pages = {page.relative_to(content).as_posix() for page in content.rglob("*.md")}
    assert pages == {"_index.md", "themes/_index.md", "themes/finance/index.md", "guide/index.md"}


def test_plain_pages_are_the_cases_and_lists_of_them(rivals: ModuleType, tmp_path: Path) -> None:
    cases = []
    for number in range(25):
        cases.append(tmp_path / f"case-{number}" / "index.md")
        cases[-1].parent.mkdir()
        cases[-1].write_text(f"# 事例{number}\n", "utf-8")
    rival = rivals.on_plain_pages(tmp_path / "bench", cases)
    docs = rival.folder / "docs"
    assert [(docs / "cases" / f"{number}.md").read_text("utf-8") for number in (0, 24)] == ["# 事例0\n", "# 事例24\n"]
    assert sorted(page.name for page in (docs / "lists").iterdir()) == ["0.md", "10.md", "20.md"]
    assert (docs / "lists" / "20.md").read_text("utf-8").count("../cases/") == 5
