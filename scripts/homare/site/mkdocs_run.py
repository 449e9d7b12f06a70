"""Run MkDocs over the staged docs. Only this module and made_pages.py know MkDocs."""

import logging
import os
from collections.abc import Sequence
from pathlib import Path

from homare.pages.page import Page
from homare.problems import Problem, Text


def run_mkdocs(configuration: Path, docs: Path, site: Path, made: Sequence[Page]) -> list[Problem]:
    """Build `docs` into `site` with the settings of `configuration`; returns MkDocs' warnings and errors as problems.

    `made` are those pages under `docs` that homare made itself: MkDocs renders the theme around one of each kind, and
    we put the others into the same shell (`made_pages.py`). With none of them MkDocs does all of the work; a test
    compares the two results.
    """
    os.environ["NO_MKDOCS_2_WARNING"] = "1"  # Material's banner about MkDocs 2; see ARCHITECTURE.md, "A way out"
    from mkdocs.commands.build import build  # noqa: PLC0415 — importing MkDocs takes longer than checking records
    from mkdocs.config import load_config  # noqa: PLC0415
    from mkdocs.exceptions import MkDocsException  # noqa: PLC0415

    from homare.site.made_pages import MadePages  # noqa: PLC0415

    collector = _Collector(configuration.as_posix())
    logger = logging.getLogger("mkdocs")
    logger.addHandler(collector)
    logger.propagate = False
    try:
        settings = load_config(str(configuration), docs_dir=str(docs), site_dir=str(site))
        settings.plugins["homare"] = MadePages(made)
        build(settings)
    except MkDocsException as error:
        collector.add(str(error))
    finally:
        logger.removeHandler(collector)
    return collector.problems


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
