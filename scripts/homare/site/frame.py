"""What stands around the pages that homare makes: a shell for each kind of place, and the sitemap.

MkDocs renders one empty page for each shell (shells.py), and `Frame` fills the shells, page by page, in any process. It
is plain data: MkDocs itself runs in a process of its own.
"""

import gzip
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from types import SimpleNamespace
from typing import Any

from jinja2 import Environment, FileSystemLoader, pass_context
from jinja2.runtime import Context

from homare.pages.addresses import relative
from homare.pages.compiled_templates import CompiledTemplates, ready_template
from homare.pages.page import Page
from homare.site.fast_markdown import html_of
from homare.site.link_words import say_where_links_lead
from homare.site.module_imports import imported_modules
from homare.site.shell import ADDRESS, CONTENT, HEAD, SCRIPTS, FramedPage, Shell, shell_key

SITEMAP = "sitemap.xml"
"""The template of MkDocs, and the file that comes of it."""
_PAGE_PARTS = {mark: f"partials/page_{mark}.html" for mark in (HEAD, CONTENT, SCRIPTS)}
"""The mark in a shell → the template of what stands in its place."""


@dataclass(frozen=True)
class SiteSettings:
    """What pages ask of the settings of the site: most of it under MkDocs' own names, as the theme's templates do.

    `docs` is the folder of the staged docs, `menu` holds the addresses of the menu's entries, and `theme` the folders
    of the theme's templates, the one that counts most first.
    """

    site_name: str
    site_url: str
    site_description: str | None
    extra_javascript: tuple[str, ...]
    docs: Path
    menu: tuple[str, ...]
    theme: tuple[str, ...]

    def modules_of(self, about: Mapping[str, Any]) -> list[str]:
        """Return what the scripts import that a page has with `about` as its front matter."""
        return imported_modules([*self.extra_javascript, *about.get("scripts", [])], self.docs)


@dataclass(frozen=True)
class Frame:
    """The settings of the site, the shells by their keys, and what MkDocs cared for itself.

    That are the files `by_hand`, whose pages have the addresses `pages_by_hand`. `moment` is the date of the build, in
    seconds since 1970, which the records tell.
    """

    settings: SiteSettings
    shells: Mapping[str, Shell]
    by_hand: Collection[str]
    pages_by_hand: Collection[str]
    moment: int = 0

    def framed(self, page: Page) -> FramedPage:
        """Return the whole page. Raises KeyError where MkDocs has rendered no shell for its address."""
        parts, shell = self._parts(page), self.shell_of(page.address)
        return FramedPage(shell.around(parts.__getitem__), shell, "".join(parts.values()))

    def shell_of(self, address: str) -> Shell:
        """Return the shell of the page at `address`. Raises KeyError where MkDocs has rendered none."""
        return self.shells[shell_key(address, self.settings.menu)]

    def texts(self) -> Iterator[str]:
        """Yield all that the shells put around pages."""
        yield from (text for key in sorted(self.shells) for text in (key, *self.shells[key].pieces))

    def sitemap(self, days: Mapping[str, str]) -> Mapping[str, bytes]:
        """Return the files of the sitemap, name → content, with the pages of `days` beside the hand-written ones.

        `days` says when pages have changed, by address; "" where nobody knows. Search engines believe none of these
        days once they have found some that are not true, so no other page has one.
        """
        addresses = {*days, *self.pages_by_hand}
        pages = [SimpleNamespace(page=self._known(address, days.get(address, ""))) for address in addresses]
        listed = sorted(pages, key=lambda file: file.page.canonical_url)
        text = self._template(SITEMAP).render(pages=listed).encode()
        return {SITEMAP: text, f"{SITEMAP}.gz": gzip.compress(text, mtime=self.moment)}

    def _parts(self, page: Page) -> Mapping[str, str]:
        """Return what stands in a shell's places: name of the mark → HTML."""
        settings, known, about = self.settings, self._known(page.address), page.about
        known.content = say_where_links_lead(html_of(page.body), settings.site_url)
        context = {
            "config": settings,
            "page": known,
            "about": about,
            "is_home": known.is_homepage,
            "title": page.title,
            "description": page.description or settings.site_description,
            "imported_modules": settings.modules_of(about) if about.get("data") else [],
        }
        printed = f'\n    <p class="hm-footer__printed">このページ：{known.canonical_url}</p>'
        rendered = {mark: self._template(name).render(context) for mark, name in _PAGE_PARTS.items()}
        return {**rendered, ADDRESS: printed if settings.site_url else ""}

    def _template(self, name: str) -> Any:
        return ready_template(_environment(self.settings.theme), name)

    def _known(self, address: str, day: str = "") -> SimpleNamespace:
        """What templates ask a page for."""
        return SimpleNamespace(
            url=address,
            canonical_url=f"{self.settings.site_url}{address}",
            is_homepage=not address,
            update_date=day,
        )


@cache
def _environment(theme: tuple[str, ...], **options: Any) -> Environment:
    environment = Environment(
        loader=FileSystemLoader(theme),
        auto_reload=False,
        bytecode_cache=CompiledTemplates(Path(__file__), **options),
    )
    environment.filters["url"] = _link
    return environment


@pass_context
def _link(context: Context, path: str) -> str:
    """Return the link from the page to a file of the site: what MkDocs' own filter of this name returns."""
    return relative(context["page"].url, path)


def compile_page_parts(theme: tuple[str, ...]) -> None:
    """Compile the templates that fill shells and keep the results; for the installation."""
    for name in (*_PAGE_PARTS.values(), SITEMAP):
        _environment(theme, writes=True).get_template(name)
