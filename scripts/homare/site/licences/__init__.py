"""`/licences.txt`: under which terms each part of the site may be used, with the texts that those terms ask for."""

from dataclasses import dataclass
from fnmatch import fnmatchcase
from importlib.metadata import distribution, version
from pathlib import Path

from homare.model.site_words import LIBRARY, LICENCE_ADDRESS

NAME = "licences.txt"
_HERE = Path(__file__).parent


@dataclass(frozen=True)
class Part:
    """One part of the site: whose work it is, its licence (SPDX), what it is, and in which files it stands.

    `package` is where its version comes from; `text` names the licence's text: a file beside this one, or of a package.
    """

    name: str
    licence: str
    what: str
    files: tuple[str, ...]
    package: str | None = None
    text: str | None = None

    def holds(self, path: str) -> bool:
        """Return whether the file at `path` within the site has something of this part."""
        return any(fnmatchcase(path, pattern) for pattern in self.files)


PARTS = (
    Part(
        LIBRARY,
        "CC-BY-4.0",
        f"本文とデータ。使うときの書き方は data/licence.txt にあります。{LICENCE_ADDRESS}",
        (
            "*.html",
            "data/*",
            "cases/*",
            "sessions/*",
            "guide/*",
            "matrix/*",
            "*.xml",
            "llms.txt",
            "assets/search/*",
            "sitemap.xml*",
            "pagefind/index/*",
            "pagefind/*.pf_meta",
            "pagefind/pagefind-entry.json",
            "*.pdf",
            NAME,
        ),
    ),
    Part(
        "homare",
        "MIT",
        "ページの骨組み、スタイル、スクリプト、図",
        ("*.html", "assets/js/*", "assets/css/*", "assets/images/*", "opensearch.xml", "_headers", ".homare-site"),
        "homare",
        "homare.txt",
    ),
    Part(
        "Material for MkDocs",
        "MIT",
        "ページの骨組みの一部（スタイルとスクリプトは使っていません）",
        ("*.html",),
        "mkdocs-material",
        "mkdocs-material",
    ),
    Part(
        "Pagefind",
        "MIT",
        "検索の索引を読むスクリプトとWebAssembly",
        ("pagefind/pagefind.js", "pagefind/wasm.*.pagefind"),
        "pagefind",
        "pagefind.txt",
    ),
    Part(
        "Noto Sans CJK JP",
        "OFL-1.1",
        "PDFに埋め込んだ書体、共有用の画像の文字",
        ("*.pdf", "*/share.png"),
        "noto-cjk-sans-jp-regular",
        "noto-cjk-sans-jp-regular",
    ),
    Part(
        "Noto Serif CJK JP",
        "OFL-1.1",
        "しるしと題字の図形（文字の輪郭）",
        ("assets/images/*.svg", "assets/images/share.png", "*.html"),
    ),
)
"""Noto Serif's outlines stand in our pictures; its licence is the text of Noto Sans, both are of the same project."""


def licences_text() -> str:
    """Return the list of all parts and the text of each licence that has to go along."""
    lines = [f"{LIBRARY}：使っているものと、その利用の条件", ""]
    for part in PARTS:
        shown = f"{part.name} {version(part.package)}" if part.package else part.name
        lines += [f"* {shown}（{part.licence}）", f"  {part.what}"]
    for part in PARTS:
        if part.text:
            lines += ["", "=" * 72, f"{part.name}（{part.licence}）", "=" * 72, "", _text_of(part.text).strip()]
    return "\n".join([*lines, ""])


def _text_of(name: str) -> str:
    if name.endswith(".txt"):
        return (_HERE / name).read_text("utf-8")
    text = distribution(name).read_text("licenses/LICENSE")
    if text is None:
        raise FileNotFoundError(f"the package {name} carries no licence text")
    return text


def write_licences(release: Path) -> None:
    """Write the list into the built site. Raises OSError when the disk refuses."""
    (release / NAME).write_text(licences_text(), "utf-8", newline="\n")
