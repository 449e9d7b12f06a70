"""What HTML means, whoever wrote it: elements with their attributes and the text between them, white space left out."""

import re
from urllib.parse import urljoin

from selectolax.lexbor import LexborNode

_LINKS = ("href", "src", "action")


def meaning_of(root: LexborNode, address: str = "") -> list[object]:
    """Return the elements and texts from `root` on in order; links of the page at `address` as where they lead."""
    found: list[object] = []
    for node in root.traverse(include_text=True):
        if node.tag == "-text":
            found += [text] if (text := re.sub(r"\s+", "", node.text_content or "")) else []
        else:
            given = _given(node)
            found.append((node.tag, tuple(sorted((name, _led(name, value, address)) for name, value in given))))
    return found


def _given(node: LexborNode) -> list[tuple[str, str]]:
    given = [(name, "" if value in (None, name) else str(value)) for name, value in node.attributes.items()]
    if ("style", "text-align: right;") in given:  # Python-Markdown's way to say what cmark's `align` says
        return [("class", "hm-number")]
    return [(name, value) for name, value in given if name != "markdown"]


def _led(name: str, value: str, address: str) -> str:
    return urljoin(f"https://a.example/{address}", value) if name in _LINKS else value
