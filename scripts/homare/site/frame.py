"""What MkDocs and the theme put around the pages that homare makes: a shell for each kind of place, and the sitemap.

MkDocs renders one empty page for each shell (`Shells`), and `Frame` fills the shells, page by page, in any process.
"""

import gzip
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from types import SimpleNamespace
from typing import Any

from mkdocs.plugins import BasePlugin
from mkdocs.structure.files import File
from mkdocs.structure.pages import Page as MkDocsPage

from homare.pages.compiled_templates import CompiledTemplates
from homare.pages.page import Page
from homare.site.fast_markdown import html_of
from homare.site.link_words import say_where_links_lead
from homare.site.module_imports import imported_modules
from homare.site.plain_html import without_inline_styles
from homare.site.shell import ADDRESS, CONTENT, HEAD, SCRIPTS, FramedPage, Shell, shell_from, shell_key, stand_ins

_OF_MATERIAL = ("base.html", "partials/language.html", "partials/languages/en.html", "partials/languages/ja.html")
"""The templates of Material that ours extend or import."""
_SITEMAP = "sitemap.xml"


@dataclass(frozen=True)
class Frame:
    """MkDocs' settings, the theme's templates, the shells by their keys, and what MkDocs knows for the sitemap.

    `by_hand` names the files that MkDocs cared for itself; `moment` is the date of the build, in seconds since 1970,
    which the records tell.
    """

    config: Any
    environment: Any
    shells: Mapping[str, Shell]
    in_sitemap: Mapping[str, Any]
    by_hand: Collection[str]
    moment: int = 0

    def framed(self, page: Page) -> FramedPage:
        """Return the whole page. Raises KeyError where MkDocs has rendered no shell for its address."""
        parts, shell = self._parts(page), self.shell_of(page.address)
        return FramedPage(shell.around(parts.__getitem__), shell, "".join(parts.values()))

    def shell_of(self, address: str) -> Shell:
        """Return the shell of the page at `address`. Raises KeyError where MkDocs has rendered none."""
        return self.shells[shell_key(address, _menu(self.config))]

    def texts(self) -> Iterator[str]:
        """Yield all that the shells put around pages."""
        yield from (text for key in sorted(self.shells) for text in (key, *self.shells[key].pieces))

    def sitemap(self, addresses: Iterable[str]) -> Mapping[str, bytes]:
        """Return the files of the sitemap, name → content, with `addresses` beside the hand-written pages."""
        known = {*addresses, *(file.page.url for file in self.in_sitemap["pages"])}
        pages = [SimpleNamespace(page=self._known(address)) for address in known]
        listed = sorted(pages, key=lambda file: file.page.canonical_url)
        text = self.environment.get_template(_SITEMAP).render({**self.in_sitemap, "pages": listed}).encode()
        return {_SITEMAP: text, f"{_SITEMAP}.gz": gzip.compress(text, mtime=self.moment)}

    def _parts(self, page: Page) -> Mapping[str, str]:
        """Return what stands in a shell's places: name of the mark → HTML."""
        known, about = self._known(page.address), page.about
        own_site = self.config.site_url or ""
        known.content = say_where_links_lead(html_of(page.body), own_site)
        context = {
            "config": self.config,
            "base_url": "../" * page.address.count("/") or ".",
            "page": known,
            "about": about,
            "is_home": known.is_homepage,
            "title": page.title,
            "description": page.description or self.config.site_description,
            "imported_modules": _modules(self.config, about) if about.get("data") else [],
        }
        footer = f'\n    <p class="hm-footer__printed">このページ：{known.canonical_url}</p>' if own_site else ""
        rendered = {
            mark: str(self.environment.get_template(f"partials/page_{mark}.html").render(context))
            for mark in (HEAD, CONTENT, SCRIPTS)
        }
        return {**rendered, ADDRESS: footer}

    def _known(self, address: str) -> SimpleNamespace:
        """What templates ask a page for."""
        return SimpleNamespace(
            url=address,
            canonical_url=f"{self.config.site_url or ''}{address}",
            is_homepage=not address,
            update_date=datetime.fromtimestamp(self.moment, UTC).date().isoformat(),
        )


class OurTheme(BasePlugin):  # type: ignore[type-arg, no-untyped-call]  # it has no settings
    """The plugin by which MkDocs renders pages in our theme."""

    environment: Any = None

    def on_config(self, config: Any) -> Any:
        """Give MkDocs the theme's templates, compiled if they can be, and none of its files: no page asks for them."""
        self.environment = theme_environment(config)
        self.environment.list_templates = lambda *_, **__: []  # it would look at 14,000 icons
        config.theme.get_env = lambda: self.environment
        return config

    def on_page_content(self, html: str, *, page: Any, config: Any, files: Any) -> str:  # noqa: ARG002
        """Say where links of hand-written pages lead."""
        return say_where_links_lead(without_inline_styles(html), config.site_url or "")

    def on_page_context(self, context: Any, *, page: Any, config: Any, nav: Any) -> Any:  # noqa: ARG002
        """Name the modules that a page's scripts import, and leave out Material's skip link: our header has one."""
        page.toc = []
        return context | {"imported_modules": _modules(config, page.meta)}


class Shells(OurTheme):  # type: ignore[no-untyped-call]  # MkDocs' base class is untyped
    """The plugin that shows MkDocs the files `by_hand` only, and has it render the shells for all other pages."""

    def __init__(self, by_hand: Collection[str]) -> None:
        self.by_hand = by_hand
        self.shells: dict[str, Shell] = {}
        self.in_sitemap: Mapping[str, Any] = {}

    def frame(self, config: Any) -> Frame:
        """Return what MkDocs has made, once it has built the site of `config`."""
        return Frame(config, self.environment, self.shells, self.in_sitemap, self.by_hand)

    def on_files(self, files: Any, *, config: Any) -> Any:
        """Put one empty page for each shell in the place of the pages that homare makes."""
        empty = stand_ins(_menu(config))
        ours = {f"{address}index.md" for address in empty.values()}
        for file in list(files):
            if file.src_uri not in self.by_hand or file.src_uri in ours:
                files.remove(file)
        for key, address in empty.items():
            file = File.generated(config, f"{address}index.md", content="")
            file.page = _EmptyPage(key, file, config)
            files.append(file)
        return files

    def on_template_context(self, context: Any, *, template_name: str, config: Any) -> Any:  # noqa: ARG002
        """Keep what the sitemap is made from: our pages are not known yet."""
        if template_name == _SITEMAP:
            by_hand = [file for file in context["pages"] if not isinstance(file.page, _EmptyPage)]
            self.in_sitemap = {**context, "pages": by_hand}
        return context

    def on_post_template(self, output: str, *, template_name: str, config: Any) -> str:  # noqa: ARG002
        """Leave the sitemap to `Frame`; MkDocs writes no file for an empty result."""
        return "" if template_name == _SITEMAP else output

    def on_post_page(self, output: str, *, page: Any, config: Any) -> str:  # noqa: ARG002
        """Keep the shells that MkDocs rendered, and give it nothing to write for them."""
        if not isinstance(page, _EmptyPage):
            return output
        self.shells[page.key] = shell_from(output)
        return ""


class _EmptyPage(MkDocsPage):
    """A page of which MkDocs renders only the shell."""

    def __init__(self, key: str, file: File, config: Any) -> None:
        super().__init__(None, file, config)
        self.key = key

    def read_source(self, config: Any) -> None:  # noqa: ARG002
        self.markdown = ""
        self.meta = {"shell": True}

    def render(self, config: Any, files: Any) -> None:  # noqa: ARG002
        self.content = ""


def _menu(config: Any) -> tuple[str, ...]:
    return tuple(entry["url"] for entry in config.extra["homare"]["menu"])


def _modules(config: Any, about: Mapping[str, Any]) -> list[str]:
    scripts = [str(script) for script in config.extra_javascript] + list(about.get("scripts", []))
    return imported_modules(scripts, Path(config.docs_dir))


def theme_environment(config: Any, **options: Any) -> Any:
    """Return the Jinja environment of the theme that MkDocs' settings `config` name."""
    environment = config.theme.get_env()
    environment.bytecode_cache = CompiledTemplates(Path(__file__), **options)
    return environment


def compile_theme(config: Any) -> None:
    """Compile the templates that pages use and keep the results; for the installation."""
    environment = theme_environment(config, writes=True)
    for name in ("main.html", *config.theme.static_templates, *_OF_MATERIAL):
        environment.get_template(name)
    for path in (Path(__file__).parent / "theme" / "partials").glob("*.html"):
        environment.get_template(f"partials/{path.name}")
