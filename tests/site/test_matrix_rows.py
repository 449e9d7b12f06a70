"""Hostile input through a whole build, row by row of the test matrix (the numbers are those of the design's table).

Rows about reading records are tested by the examples under tests/examples; those about workbooks with the import; 46 in
test_cut_off.py, 44 in test_release_check.py, 47 in tests/browser/test_policy.py.
"""

import io
import re
import subprocess
import sys
import zipfile
from hashlib import sha256
from pathlib import Path

import pypdfium2
import pytest
from selectolax.lexbor import LexborHTMLParser, LexborNode

from homare.exports.casebook import book_content
from homare.exports.casebook_pdf import casebook_pdf
from homare.exports.dataset import Dataset
from homare.model.library import build_library
from homare.records.disk import read_folder
from homare.site.build import build_site
from tests.libraries import ROOT, SMALLEST, problems_of, write_library

TITLE = "#eval(34) $x$ <script>34</script> *b*"
ROWS = {
    28: '<script>alert(28)</script> <img src=x onerror=alert(28)> <iframe src="https://evil.example/"></iframe> '
    "<form action=x> <meta http-equiv=refresh content=0>",
    29: "[押す](javascript:alert(29)) ![絵](data:text/html,x) [参照][r29] <javascript:alert(29)>",
    30: "{: onclick=alert(30) style=position:fixed #taken .hm-x } を書いた見本です。",
    31: "# 見出し31 </section></article><div><table><tr><td> を閉じない見本です。",
    33: '{{ case.title }} {% raw %} {# x #} --8<-- "../secret" !!! note の見本です。',
    35: '![絵](https://evil.example/35.png) #image("/etc/passwd") file:///etc/passwd の見本です。',
}
RECORD = SMALLEST.replace(re.search(r"^title: .*$", SMALLEST, re.MULTILINE)[0], f"title: '{TITLE}'") + (  # type: ignore[index]
    "statements:\n  approach:\n" + "".join(f"    - text: '{text}'\n      sources: [report]\n" for text in ROWS.values())
)


@pytest.fixture(scope="module")
def library(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write_library(tmp_path_factory.mktemp("hostile") / "cases", {"2020/hostile.yaml": RECORD})


@pytest.fixture(scope="module")
def site(library: Path) -> Path:
    """The site of a library with a record whose text tries all of it."""
    out = library.parent / "site"
    built, problems = build_site(ROOT, library, out, lambda _step: None)
    assert built, problems
    return out


@pytest.fixture(scope="module")
def page(site: Path) -> LexborHTMLParser:
    return LexborHTMLParser((site / "cases/2020-hostile/index.html").read_text("utf-8"))


def statement(page: LexborHTMLParser, row: int) -> LexborNode:
    """Return the list item in which the text of a row stands, whole and as it was typed."""
    items = page.css('section[data-section="approach"] > p')
    (item,) = [item for item in items if ROWS[row] in " ".join(item.text().split())]
    return item


def test_row_28_elements_in_a_text_are_shown_as_text(page: LexborHTMLParser, site: Path) -> None:
    assert [node.tag for node in statement(page, 28).css("script, img, iframe, form, meta")] == []
    for path in site.rglob("*.html"):
        tree = LexborHTMLParser(path.read_text("utf-8"))
        assert (
            tree.css(
                "iframe, object, embed, meta[http-equiv=refresh], script:not([src]):not([type='application/ld+json'])"
            )
            == []
        )


def test_row_29_links_in_a_text_are_no_links(page: LexborHTMLParser) -> None:
    links = [node.attributes["href"] or "" for node in statement(page, 29).css("a")]
    assert all(link.startswith("#source-") for link in links)
    assert [node for node in page.css("a[href], img[src]") if "29" in str(node.attributes)] == []


@pytest.mark.parametrize(
    "address", ["javascript:alert(29)", "data:text/html,x", "JavaScript:x", "//evil.example/", "file:///etc/passwd"]
)
def test_row_29_a_source_leads_to_a_web_page_or_nowhere(address: str) -> None:
    record = RECORD.replace("accessed:", f'url: "{address}"\n    accessed:', 1)
    assert [problem.rule for problem in problems_of({"2020/hostile.yaml": record})] == ["wrong-value"]


def test_row_30_attributes_in_a_text_are_text(page: LexborHTMLParser) -> None:
    statement(page, 30)
    assert page.css("[onclick], [style], #taken, .hm-x") == []


def test_row_31_unclosed_elements_and_headings_change_nothing_around_them(page: LexborHTMLParser) -> None:
    article = page.css_first("article[data-case]")
    assert article.css_first("#sources") is not None
    assert page.css_first("footer.hm-footer") is not None
    assert article.css_first("footer.hm-footer") is None
    assert statement(page, 31).css("table, div") == []
    assert [node.text() for node in page.css("h1, h2, h3") if "31" in node.text()] == []


@pytest.mark.parametrize("code", ["202E", "200B", "2066", "FEFF", "00AD"])
def test_row_32_hidden_characters_are_named_by_their_code_point(code: str) -> None:
    record = RECORD.replace("見本です。", f"見本{chr(int(code, 16))}です。", 1)
    (problem,) = problems_of({"2020/hostile.yaml": record})
    assert problem.rule == "hidden-character"
    assert f"U+{code}" in problem.message.ja


def test_row_33_template_marks_in_a_text_are_text(page: LexborHTMLParser) -> None:
    statement(page, 33)


def test_rows_34_and_35_a_pdf_shows_what_was_typed_and_loads_nothing(library: Path) -> None:
    catalogue, problems = build_library("cases", read_folder(library))
    assert catalogue, problems
    document = pypdfium2.PdfDocument(casebook_pdf(book_content(Dataset(catalogue, "https://homare.example/"))))
    text = re.sub(r"\s", "", "".join(sheet.get_textpage().get_text_bounded() for sheet in document))
    for typed in (TITLE, *ROWS.values()):
        assert re.sub(r"\s", "", typed) in text
    assert not [thing for sheet in document for thing in sheet.get_objects() if isinstance(thing, pypdfium2.PdfImage)]


LEAVES_THE_FOLDER = (
    "2020/../../x.yaml",
    "../x.yaml",
    "2020/..\\x.yaml",
    "/etc/x.yaml",
    "2020/con.yaml",
    "2020/.git.yaml",
    "2020/index.yaml",
    f"2020/{'a' * 300}.yaml",
    "2020/Ａ１.yaml",
    "2020/a\u200bb.yaml",
    "2020/a b.yaml",
    "2020/%2e%2e.yaml",
)


@pytest.mark.parametrize("path", LEAVES_THE_FOLDER)
def test_row_24_a_name_that_leads_elsewhere_is_refused(path: str) -> None:
    problems = problems_of({path: SMALLEST})
    assert problems
    assert {problem.rule for problem in problems} <= {"bad-name", "misplaced-file"}


@pytest.mark.parametrize("key", ["../../x", "..", "/etc/x", "a/b", "a\\\\b", "index", "Ａ１"])
def test_row_24_keys_that_become_addresses_are_refused(key: str) -> None:
    term = f'- key: "{key}"\n  label: 見本\n  description: 見本の語です。見本だけの説明をここに書いておきます。\n'
    themes = (ROOT / "cases/vocabulary/themes.yaml").read_text("utf-8") + term
    assert problems_of({"vocabulary/themes.yaml": themes})
    assert problems_of({"2020/hostile.yaml": RECORD + f'formerly: ["{key}"]\n'})
    assert problems_of({f"sessions/{key}.yaml": "kind: kit\n"})


def test_row_24_nothing_is_written_outside_of_the_site(site: Path) -> None:
    whole = site.resolve()
    assert {path.name for path in site.parent.iterdir()} <= {"cases", "site", ".site-releases", ".site-lock"}
    assert all(path.resolve().is_relative_to(whole) for path in whole.rglob("*"))


def test_row_45_what_homare_did_not_make_is_not_replaced(library: Path, tmp_path: Path) -> None:
    out = tmp_path / "site"
    out.mkdir()
    (out / "thesis.docx").write_text("years of work", "utf-8")
    built, problems = build_site(ROOT, library, out, lambda _step: None)
    assert built is None
    assert [problem.rule for problem in problems] == ["foreign-output"]
    assert [path.read_text("utf-8") for path in out.iterdir()] == ["years of work"]
    assert [path.name for path in tmp_path.iterdir() if path not in (out, library)] == [], "something stands beside it"


def wheel(folder: Path) -> Path:
    """Write the smallest package that pip installs."""
    content = io.BytesIO()
    about = "sample-1.0.dist-info"
    with zipfile.ZipFile(content, "w") as archive:
        archive.writestr("sample.py", "")
        archive.writestr(f"{about}/METADATA", "Metadata-Version: 2.1\nName: sample\nVersion: 1.0\n")
        archive.writestr(
            f"{about}/WHEEL", "Wheel-Version: 1.0\nGenerator: x\nRoot-Is-Purelib: true\nTag: py3-none-any\n"
        )
        archive.writestr(f"{about}/RECORD", "")
    path = folder / "sample-1.0-py3-none-any.whl"
    path.write_bytes(content.getvalue())
    return path


@pytest.mark.parametrize("is_right", [True, False])
def test_row_48_a_package_that_is_not_the_locked_one_is_refused(tmp_path: Path, is_right: bool) -> None:
    package = wheel(tmp_path)
    digest = sha256(package.read_bytes()).hexdigest() if is_right else "0" * 64
    lock = tmp_path / "requirements.lock"
    lock.write_text(f"{package.as_uri().replace('file', 'sample @ file', 1)} --hash=sha256:{digest}\n", "utf-8")
    command = [sys.executable, "-m", "pip", "install", "--quiet", "--no-index", "--target", str(tmp_path / "into")]
    done = subprocess.run([*command, "--require-hashes", "-r", str(lock)], capture_output=True, text=True, check=False)
    assert (done.returncode == 0) == is_right, done.stderr
    assert (tmp_path / "into" / "sample.py").exists() == is_right


@pytest.mark.parametrize("lock", sorted(ROOT.glob("requirements*.lock")), ids=lambda path: path.name)
def test_row_48_every_locked_package_has_its_hashes(lock: Path) -> None:
    packages = re.split(
        r"\n(?=[a-z0-9])", re.sub(r"^\s*#.*\n?", "", lock.read_text("utf-8"), flags=re.MULTILINE).strip()
    )
    assert packages
    assert [package.split()[0] for package in packages if "--hash=sha256:" not in package] == []
    assert [package.split()[0] for package in packages if "==" not in package.split()[0]] == []


def test_row_48_the_installer_asks_for_the_hashes() -> None:
    assert '"--require-hashes"' in (ROOT / "scripts/bootstrap.py").read_text("utf-8")
