"""Which pages of a new site need no check of their links: those of a checked site from which nothing has gone."""

from collections.abc import Collection
from pathlib import Path

from homare.site.marker import named_files
from homare.site.packed_page import packed_page
from homare.site.page_reading import read_page
from homare.site.verification import SiteLinks
from homare.site.writing import mark_of_file

_OF_INDEX = ".pf_"
"""In the names of files of the search index, which bear hashes of what they hold: no page leads to them."""


def checked_before(links: SiteLinks, site: Path, taken: Collection[str], earlier: Path) -> Collection[str]:
    """Return those pages of `site` whose links led to something in the site `earlier`, and therefore still do.

    `taken` are pages that were taken over as they are from there. What their links led to were files of that site and
    ids in its pages. So nothing can have broken where the new site has all of its files, and each page that is not
    taken over has all ids that it had: then these are the pages, and else none. Raises OSError when a page cannot be
    read.
    """
    before = named_files(earlier)
    gone = (name for name in before if name not in links.files and _OF_INDEX not in name)
    if not before or any(gone):  # earlier versions of homare named no files
        return ()
    others = (name for name in links.pages if name not in taken)
    return taken if all(_keeps_its_ids(links, name, site, earlier) for name in others) else ()


def _keeps_its_ids(links: SiteLinks, name: str, site: Path, earlier: Path) -> bool:
    before = earlier / name
    if not before.is_file() or mark_of_file(f"{before}") == mark_of_file(f"{site}/{name}"):
        return True
    return packed_page(read_page(before.read_text("utf-8"))).all_ids() <= links.pages[name].all_ids()
