"""The whole way of a page in one go: its Markdown staged, its HTML written, read as a browser would, and searched.

A page needs no other page for that, so the groups of pages are shared among processes, and none is read back.
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from homare.exports.dataset import Dataset
from homare.pages.page import Page
from homare.site.beside import spread
from homare.site.frame import Frame
from homare.site.page_heads import case_id_of, with_json_ld
from homare.site.search.case_search import CaseSearch, prepare_case
from homare.site.staging import stage_file
from homare.site.verification import BuiltPage, read_page
from homare.site.writing import write_file


@dataclass(frozen=True)
class MadePage:
    """What the build has to know of a page once it is written; `search` is there for the page of a case."""

    address: str
    uri: str
    built: BuiltPage
    search: CaseSearch | None


@dataclass(frozen=True)
class PageWriter:
    """Where pages go: `docs` for the Markdown, `site` for the HTML, `copies` for what the search index is made from."""

    frame: Frame
    dataset: Dataset
    docs: Path
    site: Path
    copies: Path

    def write(self, page: Page) -> MadePage:
        """Write all of one page. Raises OSError when the disk refuses."""
        page = with_json_ld(page, self.dataset)
        stage_file(self.docs / page.uri, page.markdown().encode())
        html = self.frame.html_of(page)
        write_file(self.site / page.address / "index.html", html.encode())
        case_id = case_id_of(page)
        search = prepare_case(case_id, html, self.site, self.copies) if case_id else None
        return MadePage(page.address, page.uri, read_page(html), search)


def write_pages(groups: Sequence[Callable[[], Iterable[Page]]], writer: PageWriter) -> list[MadePage]:
    """Make and write the pages of all `groups`, and the sitemap. Raises OSError when the disk refuses."""

    def write(group: Callable[[], Iterable[Page]]) -> list[MadePage]:
        return [writer.write(page) for page in group()]

    pages = [page for made in spread([partial(write, group) for group in groups]) for page in made]
    for name, content in writer.frame.sitemap(page.address for page in pages).items():
        write_file(writer.site / name, content)
    return pages
