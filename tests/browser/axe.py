"""axe over a page: which rules, of which parts of it."""

from pathlib import Path

import axe_playwright_python
from hypothesis import settings
from playwright.sync_api import Page

AXE = Path(axe_playwright_python.__file__).with_name("axe.min.js")
"""A page carries it by `add_init_script`, wherever it goes."""
TAGS = ("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22a", "wcag22aa", "best-practice")
OF_COLOUR = ("color-contrast", "link-in-text-block")
"""The rules whose outcome a colour scheme may change."""
ALL: dict[str, object] = {"runOnly": list(TAGS)}
ALL_BUT_COLOUR = ALL | {"rules": {rule: {"enabled": False} for rule in OF_COLOUR}}
ONLY_COLOUR: dict[str, object] = {"runOnly": {"type": "rule", "values": list(OF_COLOUR)}}
MORE_OF_THE_SAME = ("main tbody tr:nth-child(n+13)", "main li:nth-child(n+13)")
"""Rows and items that are made as the twelve before them: the ledger has 400 of them, and each costs as much."""
RUN = """([context, options]) => axe.run(context, {...options, resultTypes: ['violations']}).then(({violations}) =>
  violations.flatMap(({id, nodes}) => nodes.map(node => `${id}: ${node.html.slice(0, 160)} — ${node.failureSummary}`)))"""


def is_thorough() -> bool:
    """True in a run with `--hypothesis-profile thorough`."""
    return settings.get_current_profile_name() == "thorough"


def violations(page: Page, options: dict[str, object] = ALL) -> list[str]:
    """The faults of the page that is open; every day without the parts that are more of the same."""
    context = {"include": [["html"]], "exclude": [] if is_thorough() else [[rows] for rows in MORE_OF_THE_SAME]}
    found: list[str] = page.evaluate(RUN, [context, options])
    return found
