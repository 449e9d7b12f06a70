"""Relative links between pages (the site works under any sub-path), and the addresses that they lead to."""

import posixpath

from homare.model.addresses import (
    FACET_FOLDERS,
    case_address,
    edition_address,
    prefecture_address,
    region_address,
    session_address,
    term_address,
)

__all__ = [
    "FACET_FOLDERS",
    "case_address",
    "edition_address",
    "prefecture_address",
    "region_address",
    "relative",
    "session_address",
    "term_address",
]


def relative(source: str, target: str) -> str:
    """Return the link from the page at address `source` to `target` (both without a leading slash)."""
    link = posixpath.relpath(f"/{target}", f"/{source}")
    return f"{link}/" if not target or target.endswith("/") else link
