"""The plugin that spares MkDocs the pages that homare made: it renders one shell of each kind, and we fill the rest."""

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from types import SimpleNamespace
from typing import Any

from mkdocs.plugins import BasePlugin
from mkdocs.structure.files import File
from mkdocs.structure.pages import Page as MkDocsPage
from mkdocs.utils import get_build_date

from homare.pages.compiled_templates import CompiledTemplates
from homare.pages.page import Page
from homare.site.fast_markdown import html_of
from homare.site.link_words import say_where_links_lead
from homare.site.module_imports import imported_modules
from homare.site.plain_html import without_inline_styles
from homare.site.shell import ADDRESS, CONTENT, HEAD, SCRIPTS, Shell, shell_from, shell_key, stand_ins

_OF_MATERIAL = ("base.html", "partials/language.html", "partials/languages/en.html", "partials/languages/ja.html")
"""The templates of Material that ours extend or import."""


class MadePages(BasePlugin):  # type: ignore[type-arg, no-untyped-call]  # it has no settings
    """Gives MkDocs empty pages to render, keeps the results as shells, and writes the pages itself."""

    def __init__(self, made: Sequence[Page]) -> None:
        self.made = made
        self.shells: dict[str, Shell] = {}
        self.menu: tuple[str, ...] = ()
        self.environment: Any = None

    def on_config(self, config: Any) -> Any:
        """Give MkDocs the theme's templates, compiled if they can be, and none of its files: no page asks for them."""
        self.environment = theme_environment(config)
        self.environment.list_templates = lambda *_, **__: []  # it would look at 14,000 icons
        config.theme.get_env = lambda: self.environment
        return config

    def on_files(self, files: Any, *, config: Any) -> Any:
        """Put one empty page for each kind in the place of ours."""
        self.menu = tuple(entry["url"] for entry in config.extra["homare"]["menu"])
        ours = {page.uri for page in self.made}
        for file in list(files):
            if file.src_uri in ours:
                files.remove(file)
        for key, address in stand_ins((page.address for page in self.made), self.menu).items():
            file = File.generated(config, f"{address}index.md", content="")
            file.page = _EmptyPage(key, file, config)
            files.append(file)
        return files

    def on_page_content(self, html: str, *, page: Any, config: Any, files: Any) -> str:  # noqa: ARG002
        """Say where links of hand-written pages lead."""
        return say_where_links_lead(without_inline_styles(html), config.site_url or "")

    def on_page_context(self, context: Any, *, page: Any, config: Any, nav: Any) -> Any:  # noqa: ARG002
        """Name the modules that a page's scripts import, and leave out Material's skip link: our header has one."""
        page.toc = []
        return context | {"imported_modules": _modules(config, page.meta)}

    def on_template_context(self, context: Any, *, template_name: str, config: Any) -> Any:
        """List all pages in the sitemap."""
        if template_name == "sitemap.xml":
            theirs = [file for file in context["pages"] if not isinstance(file.page, _EmptyPage)]
            ours = [SimpleNamespace(page=_known(page, config)) for page in self.made]
            context["pages"] = sorted([*theirs, *ours], key=lambda file: file.page.canonical_url)
        return context

    def on_post_page(self, output: str, *, page: Any, config: Any) -> str:  # noqa: ARG002
        """Keep the shells that MkDocs rendered; it writes no file for an empty result."""
        if not isinstance(page, _EmptyPage):
            return output
        self.shells[page.key] = shell_from(output)
        return ""

    def on_post_build(self, *, config: Any) -> None:
        """Write the pages."""
        site = Path(config.site_dir)
        for address, html in self._pages(config):
            target = site / address / "index.html"
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_bytes(html.encode())

    def _pages(self, config: Any) -> Iterator[tuple[str, str]]:
        own_site = config.site_url or ""
        partials = {
            mark: self.environment.get_template(f"partials/page_{mark}.html") for mark in (HEAD, CONTENT, SCRIPTS)
        }
        for page in self.made:
            known = _known(page, config)
            known.content = say_where_links_lead(html_of(page.body), own_site)
            about = page.about
            context = {
                "config": config,
                "base_url": "../" * page.address.count("/") or ".",
                "page": known,
                "about": about,
                "is_home": known.is_homepage,
                "title": page.title,
                "description": page.description or config.site_description,
                "imported_modules": _modules(config, about) if about.get("data") else [],
            }
            footer = f'\n    <p class="hm-footer__printed">このページ：{known.canonical_url}</p>' if own_site else ""

            def part(mark: str, context: Mapping[str, Any] = context, footer: str = footer) -> str:
                return footer if mark == ADDRESS else str(partials[mark].render(context))

            yield page.address, self.shells[shell_key(page.address, self.menu)].around(part)


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


def _known(page: Page, config: Any) -> SimpleNamespace:
    """What templates ask a page for."""
    return SimpleNamespace(
        url=page.address,
        canonical_url=f"{config.site_url or ''}{page.address}",
        is_homepage=not page.address,
        update_date=get_build_date(),
    )


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
