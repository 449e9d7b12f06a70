"""`/licences.txt` names every part of the site, and nothing is in the site that it does not name."""

from fnmatch import fnmatchcase
from importlib.metadata import version
from pathlib import Path

from pypdf import PdfReader

from homare.site.licences import NAME, PARTS, licences_text


def files_of(site: Path) -> list[str]:
    whole = site.resolve()
    return [path.relative_to(whole).as_posix() for path in sorted(whole.rglob("*")) if path.is_file()]


def test_every_file_of_the_site_belongs_to_a_part_and_every_part_is_there(real_site: Path) -> None:
    files = files_of(real_site)
    assert [name for name in files if not any(part.holds(name) for part in PARTS)] == []
    for part in PARTS:
        assert [pattern for pattern in part.files if not any(fnmatchcase(name, pattern) for name in files)] == []


def test_nothing_of_the_theme_is_shipped_that_no_page_asks_for(real_site: Path) -> None:
    unused = ("assets/javascripts/", "assets/stylesheets/")
    assert [name for name in files_of(real_site) if name.startswith(unused)] == []


def test_the_list_names_versions_and_carries_the_texts(real_site: Path) -> None:
    text = (real_site / NAME).read_text("utf-8")
    assert text == licences_text()
    for package, licence in (("pagefind", "MIT"), ("mkdocs-material", "MIT")):
        part = next(part for part in PARTS if part.package == package)
        assert f"{part.name} {version(package)}（{licence}）" in text
    for line in (
        "Copyright 2022 CloudCannon",
        "Copyright (c) 2016-2025 Martin Donath",
        "SIL OPEN FONT LICENSE Version 1.1",
        "Copyright (c) 2026 the homare developers",
    ):
        assert line in text


def test_the_scripts_say_the_version_that_the_list_says(real_site: Path) -> None:
    script = (real_site / "pagefind/pagefind.js").read_text("utf-8")
    assert script.startswith(f'const pagefind_version="{version("pagefind")}"')


def test_every_font_in_a_pdf_is_named(real_site: Path) -> None:
    fonts = set()
    for path in real_site.resolve().rglob("*.pdf"):
        for page in PdfReader(path).pages:
            named = page["/Resources"].get("/Font") or {}
            fonts |= {str(font.get_object()["/BaseFont"]).split("+")[-1] for font in named.values()}
    assert {font.split("-")[0] for font in fonts} == {"NotoSansCJKjp"}
