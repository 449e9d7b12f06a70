"""The site's scripts as they are published: the modules as written, without what only their writers need.

The source is read where it is kept; comments and indentation are a sixth of what a browser would fetch.
"""

import re
from collections.abc import Mapping

FOLDER = "assets/js/"
_COMMENT = re.compile(r"^[ \t]*(?://[^\n]*|/\*\*.*?\*/[ \t]*)\n", re.DOTALL | re.MULTILINE)
_COMMENT_BEHIND = re.compile(r"(?<=[;{},)]) // [^\n\"'`]*$", re.MULTILINE)
"""Behind code. No quote follows, so it does not stand in a text: that would have to end on its line."""
_INDENTATION = re.compile(r"^[ \t]+|^\n", re.MULTILINE)


def with_published_scripts(files: Mapping[str, bytes]) -> dict[str, bytes]:
    """Return the files of the staged docs with the modules under `assets/js/` as they are published."""
    return {
        path: lightened(content.decode()).encode() if _is_script(path) else content for path, content in files.items()
    }


def lightened(script: str) -> str:
    """Return `script` without indentation and without comments, but those behind code that hold a quote.

    A text over several lines would be changed too: a test keeps our modules free of such texts.
    """
    return _INDENTATION.sub("", _COMMENT_BEHIND.sub("", _COMMENT.sub("", script)))


def _is_script(path: str) -> bool:
    return path.startswith(FOLDER) and path.endswith(".js")
