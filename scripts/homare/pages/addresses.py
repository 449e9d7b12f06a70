"""Addresses of pages, and the relative links between them (the site works under any sub-path)."""

import posixpath

from homare.model.vocabulary import Prefecture, Region

FACET_FOLDERS = {
    "challenges": "challenges",
    "themes": "themes",
    "methods": "methods",
    "organisation_types": "organisations",
}


def case_address(case_id: str) -> str:
    """Return the address of a case page."""
    return f"cases/{case_id}/"


def term_address(facet: str, key: str) -> str:
    """Return the address of a term page."""
    return f"{FACET_FOLDERS[facet]}/{key}/"


def region_address(region: Region) -> str:
    """Return the address of a region page."""
    return f"regions/{region.key}/"


def prefecture_address(region: Region, prefecture: Prefecture) -> str:
    """Return the address of a prefecture page."""
    return f"regions/{region.key}/{prefecture.key}/"


def edition_address(edition: int | None) -> str:
    """Return the address of an edition's page; winners without a known edition share one."""
    return f"awards/{edition or 'undated'}/"


def relative(source: str, target: str) -> str:
    """Return the link from the page at address `source` to `target` (both without a leading slash)."""
    link = posixpath.relpath(f"/{target}", f"/{source}")
    return f"{link}/" if not target or target.endswith("/") else link
