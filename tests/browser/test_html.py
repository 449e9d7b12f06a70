"""Every page is valid HTML by the Nu checker, but for two errors of the theme, which are listed by their exact words."""

import json
import shutil
import subprocess
from pathlib import Path

import pytest

from tests.browser.npm_tools import installed_tools
from tests.java import QUICK_START

OF_THE_THEME = (
    "Attribute “autocomplete” is only allowed when the input type is “color”, “date”, “datetime-local”, “email”, "
    "“hidden”, “month”, “number”, “password”, “range”, “search”, “tel”, “text”, “time”, “url”, or “week”."
)
"""Material's two checkboxes for its drawer and its search, which our stylesheet hides: the same words for both."""
DEEP_STACK = "-Xss16m"
"""The checker's schemas need one."""
ITS_ELEMENTS = ('class="md-toggle" data-md-toggle="drawer"', 'class="md-toggle" data-md-toggle="search"')


@pytest.mark.criterion(
    "4.1.1", "全ページのHTMLをNu HTML Checkerで調べ、文法の誤りがないことを確かめます（テーマの既知の2件を除く）"
)
def test_every_page_is_valid_html(real_site: Path) -> None:
    java = shutil.which("java")
    if java is None:
        pytest.skip("Java is not installed: the Nu checker needs it")
    jar = installed_tools() / "vnu-jar" / "build" / "dist" / "vnu.jar"
    command = [
        java,
        *QUICK_START,
        DEEP_STACK,
        "-jar",
        str(jar),
        "--format",
        "json",
        "--errors-only",
        "--skip-non-html",
        "--stdout",
        str(real_site.resolve()),
    ]
    messages = json.loads(subprocess.run(command, capture_output=True, text=True, check=False).stdout)["messages"]
    ours = [message for message in messages if not _is_known(message)]
    assert [
        (message["url"].split("/releases/")[-1], message["message"], message.get("extract")) for message in ours
    ] == []
    pages = [path for path in real_site.rglob("*.html") if 'class="md-toggle"' in path.read_text("utf-8")]
    assert len(messages) == len(ITS_ELEMENTS) * len(pages), "the theme's errors are listed, so they must still be there"


def _is_known(message: dict[str, str]) -> bool:
    return message["message"] == OF_THE_THEME and any(element in message["extract"] for element in ITS_ELEMENTS)
