"""The whole way of a page in one go: its Markdown staged, its HTML written, read as a browser would, and searched.

With the page of a case come its files for taking away and for search. A page needs no other page for that, so the
groups of pages are shared among processes, and none is read back. What an earlier build made from the same is taken
over.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path
from typing import NamedTuple, TypeVar

from homare.exports.dataset import Dataset
from homare.exports.json_ld import case_json_ld
from homare.model.case import Case
from homare.pages.case_excerpt import CaseExcerpt
from homare.pages.case_page import case_page
from homare.pages.page import Page
from homare.pages.page_excerpt import PageExcerpt
from homare.site.beside import spread
from homare.site.content import DOCS
from homare.site.data_files import files_of_case
from homare.site.frame import Frame
from homare.site.kept_pages import KeptPages, PageNote, page_note
from homare.site.kept_sitemap import kept_sitemap
from homare.site.packed_page import PackedPage, packed_page
from homare.site.page_reading import read_framed
from homare.site.sealed_files import mark_of, sealed
from homare.site.search.case_search import CaseSearch, prepare_case
from homare.site.staging import stage_file
from homare.site.stamps import stamp
from homare.site.writing import write_file

WORDS = "words"
"""The folder of the words of each case, for the index, under build/."""
_SITEMAP = "sitemap.cbor"
"""The sitemap there."""

Item = TypeVar("Item", Page | PageExcerpt, CaseExcerpt)
Group = Callable[[], Iterable[Item]]


class MadePage(NamedTuple):
    """A page that stands in the site, and its note; None when it was taken over with the note that it had."""

    address: str
    note: PageNote | None


@dataclass(frozen=True)
class PageWriter:
    """Puts pages where those are that were `kept`; `frame` stands around them, `address` is that of the published site.

    What goes with a page for later builds goes into the folder `build`. `code` is the mark of all that pages are made
    from besides their content, and `records` are those of the cases' records, by case id.
    """

    frame: Frame
    address: str
    kept: KeptPages
    build: Path
    code: str
    records: Mapping[str, str]

    def write(self, page: Page | PageExcerpt) -> MadePage:
        """Write a page, or take it over. Raises OSError when the disk refuses."""
        if isinstance(page, Page):
            return self._write_made(page, "")
        if not page.cases:  # no record's mark would tell that the vocabulary has changed
            return self._write_made(page.make(), "")
        shown = self._mark(page.cases, page.beside_records)
        if self.kept.shows(page.address, shown):
            return MadePage(page.address, None)
        return self._write_made(page.make(), shown)

    def _write_made(self, page: Page, shown: str) -> MadePage:
        """Write a page, or take it over; `shown` is the mark of the excerpt that it was made from, "" without one."""
        markdown = page.markdown()
        made_from = mark_of([self.code, markdown])
        taken = self._taken(page.address, made_from)
        made = taken or self._made(page.address, made_from, self._whole(page, markdown))
        note = made.note or self.kept.notes[page.address]
        return made if note.shown == shown else made._replace(note=note._replace(shown=shown))

    def write_case(self, excerpt: CaseExcerpt) -> MadePage:
        """Write the page of a case with all its files, or take them over. Raises OSError when the disk refuses."""
        made_from = self._mark(excerpt.catalogue.cases, excerpt.beside_records)
        return self._taken(excerpt.address, made_from) or self._made(
            excerpt.address, made_from, self._whole_case(excerpt)
        )

    def _mark(self, cases: Iterable[Case], beside_records: Iterable[str]) -> str:
        """Return the mark of an excerpt, which tells of all that its page is made from."""
        records = "".join([self.records[case.id] for case in cases])  # each has the same length
        return mark_of([self.code, records, *beside_records])

    def _taken(self, address: str, made_from: str) -> MadePage | None:
        """Return the page at `address`, if it was taken over and made from the same."""
        return MadePage(address, None) if self.kept.has(address, made_from) else None

    def _made(self, address: str, made_from: str, whole: "_Whole") -> MadePage:
        """Write a page with all its files; it comes with a note for later builds."""
        self.kept.make_room(address)
        site, build = self.kept.site, self.build
        published = [stamp(path, write_file(f"{site}/{path}", content)) for path, content in whole.published.items()]
        staged = [stamp(path, stage_file(f"{build}/{path}", content)) for path, content in whole.beside.items()]
        return MadePage(address, page_note(made_from, whole.built, (published, staged), whole.search))

    def _whole(self, page: Page, markdown: str) -> "_Whole":
        framed = self.frame.framed(page)
        published = {f"{page.address}index.html": framed.html.encode()}
        return _Whole(
            framed.html, published, {f"{DOCS}/{page.uri}": markdown.encode()}, packed_page(read_framed(framed))
        )

    def _whole_case(self, excerpt: CaseExcerpt) -> "_Whole":
        case, dataset = excerpt.case, Dataset(excerpt.catalogue, self.address)
        page = case_page(excerpt, self.address)
        page = replace(page, extra={**page.extra, "json_ld": case_json_ld(dataset, case)})
        whole = self._whole(page, page.markdown())
        whole.published.update(files_of_case(dataset, case))
        prepared = prepare_case(case.id, whole.html)
        if not prepared:
            return whole
        whole.published.update(prepared.texts)
        whole.beside[f"{WORDS}/{case.id}.cbor"] = sealed(case.id, prepared.rows)
        return replace(whole, search=prepared.search)


@dataclass(frozen=True)
class _Whole:
    """A page with all its files, path → content: those of the site, and those under build/."""

    html: str
    published: dict[str, bytes]
    beside: dict[str, bytes]
    built: PackedPage
    search: CaseSearch | None = None


def write_pages(
    cases: Iterable[Group[CaseExcerpt]],
    others: Iterable[Group[Page | PageExcerpt]],
    writer: PageWriter,
    changed: Mapping[str, str],
) -> Mapping[str, PageNote]:
    """Make and write the pages of cases, all others, and the sitemap; returns their notes by address.

    `changed` are the days on which pages have changed, by address, where they are known. Raises OSError as disks do.
    """

    def written(write: Callable[[Item], MadePage], group: Group[Item]) -> list[MadePage]:
        return [write(item) for item in group()]

    tasks: Sequence[Callable[[], list[MadePage]]] = [
        *(partial(written, writer.write_case, group) for group in cases),
        *(partial(written, writer.write, group) for group in others),
    ]
    notes = {address: note or writer.kept.notes[address] for made in spread(tasks) for address, note in made}
    kept = writer.kept
    note = writer.build / _SITEMAP
    days = {address: changed.get(address, "") for address in notes}
    sitemap = kept_sitemap(writer.frame, days, note, writer.code, forgetful=not kept.there)
    for name, content in sitemap.items():
        write_file(kept.site / name, content)
    return notes
