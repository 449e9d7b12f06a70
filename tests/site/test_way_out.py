"""The comparison behind `make way-out` sees what it must see, and the settings are those of any such engine."""

import re
from pathlib import Path

import pytest

from tests.libraries import ROOT
from tests.site.way_out import differences, facts_of

PAGE = '<title>題</title><body><h2 id="a">見出し</h2><p>文 <a href="../b/">先</a></p></body>'


@pytest.mark.parametrize(
    ("old", "new", "differs"),
    [
        ("題", "別", "title"),
        ('id="a"', 'id="c"', "ids"),
        ("../b/", "../c/", "links"),
        ("文", "字", "words"),
        ("h2", "h3", "headings"),
    ],
)
def test_what_differs_is_named(tmp_path: Path, old: str, new: str, differs: str) -> None:
    for name, html in (("one", PAGE), ("two", PAGE.replace(old, new))):
        (tmp_path / name).mkdir()
        (tmp_path / name / "index.html").write_text(html, "utf-8")
    assert f"index.html: {differs}" in list(differences(tmp_path / "one", tmp_path / "two"))


def test_what_means_the_same_is_no_difference() -> None:
    again = PAGE.replace("../b/", "/b/").replace("<p>", "\n <p>\n")
    assert facts_of(PAGE, "a/index.html") == facts_of(again, "a/index.html")


def test_the_other_engine_reads_the_same_settings() -> None:
    """mkdocs.yml is inherited; what another engine lacks (a plugin, an extension of our own) would not stand there."""
    settings = (ROOT / "mkdocs.yml").read_text("utf-8")
    assert re.search(r"^plugins: \[\]$", settings, re.MULTILINE)
    assert "INHERIT: mkdocs.yml" in (ROOT / "way-out.yml").read_text("utf-8")
