"""The plugin by which MkDocs renders our theme: hand-written pages whole, and for all others a shell of each kind.

Only this module and mkdocs_run.py know MkDocs.
"""

from collections.abc import Collection
from os.path import realpath
from pathlib import Path
from typing import Any

from jinja2 import FileSystemLoader
from mkdocs.plugins import BasePlugin
from mkdocs.structure.files import File
from mkdocs.structure.pages import Page as MkDocsPage

from homare.pages.compiled_templates import CompiledTemplates
from homare.site.frame import SITEMAP, Frame, SiteSettings
from homare.site.link_words import say_where_links_lead
from homare.site.plain_html import without_inline_styles
from homare.site.shell import Shell, shell_from, stand_ins

_OF_MATERIAL = ("base.html", "partials/language.html", "partials/languages/en.html", "partials/languages/ja.html")
"""The templates of Material that ours extend or import."""


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
        return context | {"imported_modules": settings_of(config).modules_of(page.meta)}


class Shells(OurTheme):  # type: ignore[no-untyped-call]  # MkDocs' base class is untyped
    """The plugin that shows MkDocs the files `by_hand` only, and has it render the shells for all other pages."""

    def __init__(self, by_hand: Collection[str]) -> None:
        self.by_hand = by_hand
        self.shells: dict[str, Shell] = {}
        self.pages_by_hand: tuple[str, ...] = ()

    def frame(self, config: Any) -> Frame:
        """Return what MkDocs has made, once it has built the site of `config`."""
        return Frame(settings_of(config), self.shells, tuple(self.by_hand), self.pages_by_hand)

    def on_files(self, files: Any, *, config: Any) -> Any:
        """Put one empty page for each shell in the place of the pages that homare makes."""
        empty = stand_ins(settings_of(config).menu)
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
        """Keep the addresses of the pages for the sitemap: ours are not known yet."""
        if template_name == SITEMAP:
            pages = [file.page for file in context["pages"]]
            self.pages_by_hand = tuple(page.url for page in pages if not isinstance(page, _EmptyPage))
        return context

    def on_post_template(self, output: str, *, template_name: str, config: Any) -> str:  # noqa: ARG002
        """Leave the sitemap to `Frame`; MkDocs writes no file for an empty result."""
        return "" if template_name == SITEMAP else output

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


def settings_of(config: Any) -> SiteSettings:
    """Return what pages ask of MkDocs' settings `config`."""
    return SiteSettings(
        config.site_name,
        config.site_url or "",
        config.site_description,
        tuple(str(script) for script in config.extra_javascript),
        Path(config.docs_dir),
        tuple(entry["url"] for entry in config.extra["homare"]["menu"]),
        template_folders(config),
    )


def template_folders(config: Any) -> tuple[str, ...]:
    """Return the folders of the theme's templates, by the same names for all projects that link to one.

    Compiled templates are known by the names of their files.
    """
    return tuple(map(realpath, config.theme.dirs))


def theme_environment(config: Any, **options: Any) -> Any:
    """Return the Jinja environment of the theme that MkDocs' settings `config` name."""
    environment = config.theme.get_env()
    environment.loader = FileSystemLoader(template_folders(config))
    environment.bytecode_cache = CompiledTemplates(Path(__file__), **options)
    return environment


def compile_theme(config: Any) -> None:
    """Compile the templates that MkDocs uses and keep the results; for the installation."""
    environment = theme_environment(config, writes=True)
    for name in ("main.html", *config.theme.static_templates, *_OF_MATERIAL):
        environment.get_template(name)
    for path in (Path(__file__).parent / "theme" / "partials").glob("*.html"):
        environment.get_template(f"partials/{path.name}")
