"""Build the site from a folder of records: gather, check, stage, render, index, verify, and only then publish."""

import os
import shutil
import tempfile
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from urllib.parse import urlsplit

from homare.model.catalogue import Catalogue
from homare.model.dates import sort_key
from homare.model.library import build_library
from homare.pages.all_pages import all_pages
from homare.problems import Problem
from homare.records.disk import read_folder
from homare.site.fast_markdown import html_of
from homare.site.mkdocs_run import run_mkdocs
from homare.site.publishing import check_output, new_release, publish
from homare.site.search.build import make_searchable
from homare.site.staging import desired_files, stage
from homare.site.verification import verify

Progress = Callable[[str], None]
DEFAULT_ADDRESS = "https://homare.example/"


@dataclass(frozen=True)
class Built:
    """What a build made: how many cases and pages."""

    cases: int
    pages: int


def build_site(root: Path, cases: Path, out: Path, progress: Progress) -> tuple[Built | None, list[Problem]]:
    """Build the records under `cases` into `out` with the settings of the project at `root`.

    Returns what was built, or None and the problems: then `out` is what it was before. Raises OSError when the disk
    refuses (full, read-only).
    """
    problems = check_output(out)
    if problems:
        return None, problems
    progress("記録を読んで確かめています")
    catalogue, problems = build_library(cases.as_posix(), read_folder(cases))
    if catalogue is None:
        return None, problems
    release = new_release(out)
    try:
        pages, problems = _make(root, catalogue, release, progress)
        if problems:
            return None, problems
        publish(release, out)
    finally:
        if not out.exists() or out.resolve() != release.resolve():
            shutil.rmtree(release, ignore_errors=True)
    return Built(len(catalogue.cases), pages), []


def _make(root: Path, catalogue: Catalogue, release: Path, progress: Progress) -> tuple[int, list[Problem]]:
    pages = list(all_pages(catalogue))
    docs = root / "build" / "docs"
    progress(f"{len(pages)}ページの原稿を書いています")
    stage(desired_files(pages, root / "docs"), docs)
    progress("ページを組み立てています")
    os.environ.setdefault("SOURCE_DATE_EPOCH", str(_newest_change(catalogue)))
    with tempfile.TemporaryDirectory(dir=release.parent, prefix=".making-") as folder:
        site = Path(folder) / "site"
        problems = run_mkdocs(root / "mkdocs.yml", docs, site, {page.uri: html_of(page.body) for page in pages})
        if problems:
            return 0, problems
        release.rmdir()
        site.rename(release)
    progress("検索の索引を作っています")
    problems = make_searchable(release, catalogue)
    if problems:
        return 0, problems
    progress("リンクを確かめています")
    return len(pages), verify(release, _base_path())


def _base_path() -> str:
    return urlsplit(os.environ.get("HOMARE_SITE_URL") or DEFAULT_ADDRESS).path or "/"


def _newest_change(catalogue: Catalogue) -> int:
    """The build's date is that of the newest record, so that the same records give the same bytes."""
    dates = [case.updated or case.recorded for case in catalogue.cases]
    year, month, day = sort_key(max(dates, key=sort_key)) if dates else (2012, 1, 1)
    return int(datetime(year, month or 1, day or 1, tzinfo=UTC).timestamp())
