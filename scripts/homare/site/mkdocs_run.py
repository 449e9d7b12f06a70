"""Run MkDocs over the staged docs: the only module that knows MkDocs."""

import logging
import os
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from homare.problems import Problem, Text
from homare.site.link_words import say_where_links_lead
from homare.site.module_imports import imported_modules


def run_mkdocs(configuration: Path, docs: Path, site: Path, ready_made: Mapping[str, str]) -> list[Problem]:
    """Build `docs` into `site` with the settings of `configuration`; returns MkDocs' warnings and errors as problems.

    `ready_made` maps the URI of a Markdown file to its HTML: MkDocs reads such a page's front matter and fills the
    theme, but does not run Python-Markdown over it.
    """
    os.environ["NO_MKDOCS_2_WARNING"] = "1"  # Material's banner about MkDocs 2; see ARCHITECTURE.md, "A way out"
    from mkdocs.commands.build import build  # noqa: PLC0415 — importing MkDocs takes longer than checking records
    from mkdocs.config import load_config  # noqa: PLC0415
    from mkdocs.exceptions import MkDocsException  # noqa: PLC0415

    collector = _Collector(configuration.as_posix())
    logger = logging.getLogger("mkdocs")
    logger.addHandler(collector)
    logger.propagate = False
    try:
        settings = load_config(str(configuration), docs_dir=str(docs), site_dir=str(site))
        settings.plugins["homare"] = _ready_made_pages(ready_made)
        build(settings)
    except MkDocsException as error:
        collector.add(str(error))
    finally:
        logger.removeHandler(collector)
    return collector.problems


def _ready_made_pages(html_of: Mapping[str, str]) -> Any:
    """Return a MkDocs plugin that gives each file named in `html_of` a page whose content is already there."""
    from mkdocs.plugins import BasePlugin  # noqa: PLC0415
    from mkdocs.structure.pages import Page  # noqa: PLC0415

    class ReadyMadePage(Page):
        def render(self, config: Any, files: Any) -> None:  # noqa: ARG002 — MkDocs calls it so
            self.content = html_of[self.file.src_uri]

    class ReadyMadePages(BasePlugin):  # type: ignore[type-arg, no-untyped-call]  # it has no settings
        def on_files(self, files: Any, *, config: Any) -> Any:
            for file in files.documentation_pages():
                if file.src_uri in html_of:
                    file.page = ReadyMadePage(None, file, config)
            return files

        def on_page_content(self, html: str, *, page: Any, config: Any, files: Any) -> str:  # noqa: ARG002
            return say_where_links_lead(html, config.site_url or "")

        def on_page_context(self, context: Any, *, page: Any, config: Any, nav: Any) -> Any:  # noqa: ARG002
            scripts = [str(script) for script in config.extra_javascript] + list(page.meta.get("scripts", []))
            return context | {"imported_modules": imported_modules(scripts, Path(config.docs_dir))}

    return ReadyMadePages()


class _Collector(logging.Handler):
    def __init__(self, path: str) -> None:
        super().__init__(logging.WARNING)
        self.path = path
        self.problems: list[Problem] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.add(record.getMessage())

    def add(self, message: str) -> None:
        self.problems.append(
            Problem(
                self.path,
                1,
                1,
                "page-not-built",
                Text(f"ページを作れませんでした: {message}", f"MkDocs reports: {message}"),
                Text(
                    "docs フォルダか mkdocs.yml の最近の変更を見直してください。",
                    "Look at the latest change in docs/ or mkdocs.yml.",
                ),
            )
        )
