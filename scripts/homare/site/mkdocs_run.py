"""Run MkDocs over the staged docs. Of what builds, only this module and shells.py know MkDocs."""

import logging
import os
from collections.abc import Collection, Iterator, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

from homare.problems import Problem, Text
from homare.site.environment import site_address
from homare.site.libraries import library_problems

if TYPE_CHECKING:
    from homare.site.frame import Frame


def run_mkdocs(
    configuration: Path, docs: Path, site: Path, by_hand: Collection[str] | None
) -> tuple["Frame | None", list[Problem]]:
    """Build `docs` into `site` with the settings of `configuration`; returns MkDocs' warnings and errors as problems.

    `by_hand` are the files of `docs` that MkDocs shall care for itself; then it also returns the frame into which
    homare puts its own pages, unless MkDocs refused. With None MkDocs does all of the work, and there is no frame; a
    test compares the two results.
    """
    os.environ["NO_MKDOCS_2_WARNING"] = "1"  # Material's banner about MkDocs 2; see ARCHITECTURE.md, "A way out"
    from mkdocs.commands.build import build  # noqa: PLC0415 — importing MkDocs takes longer than checking records
    from mkdocs.config import load_config  # noqa: PLC0415
    from mkdocs.exceptions import MkDocsException  # noqa: PLC0415

    from homare.site.shells import OurTheme, Shells  # noqa: PLC0415

    collector = _Collector(configuration.as_posix())
    logger = logging.getLogger("mkdocs")
    logger.addHandler(collector)
    logger.propagate = False
    frame = None
    try:
        # The address that all else gets: MkDocs would take a variable that is set to nothing for an address.
        settings = load_config(str(configuration), docs_dir=str(docs), site_dir=str(site), site_url=site_address())
        if not isinstance(settings.extra.get("homare"), dict):
            collector.add("extra に homare（menu と footer）がありません")
            return None, collector.problems
        problems = library_problems(settings.extra, configuration.as_posix())
        for name, entry in _no_entries(settings.extra["homare"]):
            collector.add(f"extra.homare.{name} の項目に、label か url がありません（{entry!r}）")
        if problems or collector.problems:
            return None, problems + collector.problems
        plugin = OurTheme() if by_hand is None else Shells(by_hand)
        settings.plugins["homare"] = plugin
        build(settings)
        frame = plugin.frame(settings) if isinstance(plugin, Shells) else None
    except MkDocsException as error:
        collector.add(str(error))
    finally:
        logger.removeHandler(collector)
    return frame, collector.problems


def _no_entries(homare: Mapping[str, Any]) -> Iterator[tuple[str, object]]:
    """Yield what stands in menu and footer, of which it bears the name, and is no entry with a label and an address."""
    for name in ("menu", "footer"):
        for entry in homare.get(name) or ():
            if not isinstance(entry, dict) or not all(isinstance(entry.get(key), str) for key in ("label", "url")):
                yield name, entry


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
