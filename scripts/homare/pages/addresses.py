"""Relative links between pages (the site works under any sub-path), and the addresses that they lead to."""

from collections.abc import Callable

from homare.model.addresses import (
    FACET_FOLDERS,
    case_address,
    edition_address,
    page_address,
    prefecture_address,
    region_address,
    session_address,
    term_address,
)

__all__ = [
    "FACET_FOLDERS",
    "case_address",
    "case_links",
    "edition_address",
    "page_address",
    "prefecture_address",
    "region_address",
    "relative",
    "session_address",
    "term_address",
]


def relative(source: str, target: str) -> str:
    """Return the shortest link from the page at address `source` to `target` (both without a leading slash)."""
    if source.partition("/")[0] != target.partition("/")[0]:  # most links: nothing is shared
        return "../" * source.count("/") + target
    here, there = source.split("/")[:-1], target.split("/")
    shared = 0
    for one, other in zip(here, there[:-1], strict=False):
        if one != other:
            break
        shared += 1
    return "../" * (len(here) - shared) + "/".join(there[shared:]) or "./"


def case_links(source: str) -> Callable[[str], str]:
    """Return what gives the link to a case, by its id, from the page at `source`, which is not the page of a case."""
    folder = relative(source, case_address("x")).removesuffix("x/")
    return lambda case_id: f"{folder}{case_id}/"
