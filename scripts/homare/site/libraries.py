"""Other libraries that a site searches together with its own cases: `extra.homare.libraries` of mkdocs.yml.

Each is {name, url}. The theme writes them into every page and allows the browser to ask their hosts, so a value that
is not plainly a name and an address is refused: it would end up in the site's Content-Security-Policy.
"""

import re
from collections.abc import Mapping
from typing import Any

from homare.problems import Problem, Text

_ADDRESS = re.compile(
    r"(?:https://[a-z0-9.-]+(?::[0-9]+)?|http://(?:localhost|127\.0\.0\.1)(?::[0-9]+)?)?/(?:[A-Za-z0-9._~-]+/)*"
)
"""https (or this machine, for a trial) or a path on the host of the site itself; a folder, so that files follow."""
LONGEST_NAME = 60


def library_problems(extra: Mapping[str, Any], path: str) -> list[Problem]:
    """Return a problem for each entry that is not a library; `extra` are the settings' extras, `path` their file."""
    libraries = extra.get("homare", {}).get("libraries") or []
    if not isinstance(libraries, list):
        return [_problem(path, libraries)]
    return [_problem(path, entry) for entry in libraries if not _is_library(entry)]


def _is_library(entry: object) -> bool:
    if not isinstance(entry, dict) or set(entry) != {"name", "url"}:
        return False
    name, url = entry["name"], entry["url"]
    named = isinstance(name, str) and 0 < len(name.strip()) <= LONGEST_NAME and name.isprintable()
    return named and isinstance(url, str) and _ADDRESS.fullmatch(url) is not None


def _problem(path: str, entry: object) -> Problem:
    return Problem(
        path,
        1,
        1,
        "other-library",
        Text(
            f"extra.homare.libraries のこの項目は、いっしょにさがす事例集として読めません: {entry!r}",
            f"This entry of extra.homare.libraries is not a library to search with: {entry!r}",
        ),
        Text(
            "{name: 九州の事例集, url: https://example.jp/kyushu/} のように、名前と、/ で終わる https のアドレス"
            "（同じサーバーなら /kyushu/）を書いてください。",
            "Write a name and an https address that ends in / (on the same host a path such as /kyushu/): "
            "{name: Kyushu, url: https://example.jp/kyushu/}.",
        ),
    )
